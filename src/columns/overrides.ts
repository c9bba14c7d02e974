import type { CompiledOverride, SchemeAt } from '../scoring/compile.js';
import { wantedLevel } from '../scoring/evaluate.js';
import { type Answers, answersOf, MISSING, YES } from './answers.js';
import { BLOCK } from './block.js';
import { NO_LEVEL } from './level.js';
import type { Context } from './terms.js';

/** The overrides of a scheme over blocks of rows. */
export interface Overrides {
  /** Bit `i` of a row: override `i` fired. */
  readonly fired: Uint32Array;
  /** Finds what fires and moves the levels, in the order of the list. */
  run(from: number, size: number, level: Uint8Array): void;
}

/** Most rows meet no override, so that only the others pay for what one does. */
export function overridesOf(at: SchemeAt, context: Context): Overrides {
  const { overrides, levels } = at.compiled;
  const fired = new Uint32Array(BLOCK);
  const last = levels.length - 1;
  const finders = overrides.map((one, place) => finder(one, 1 << place, at, context));
  const moved = overrides.map(({ rule }) =>
    Uint8Array.from(levels, (_, from) =>
      Math.min(last, Math.max(0, wantedLevel(rule.effect, from, levels))),
    ),
  );
  return {
    fired,
    run(from, size, level) {
      fired.fill(0, 0, size);
      for (const find of finders) find(from, size, fired);
      for (let i = 0; i < size; i++) {
        let bits = fired[i] as number;
        if (bits === 0) continue;
        for (let place = 0; bits !== 0; place++, bits >>>= 1) {
          const before = level[i] as number;
          if ((bits & 1) === 1 && before !== NO_LEVEL) {
            level[i] = (moved[place] as Uint8Array)[before] as number;
          }
        }
      }
    },
  };
}

type Find = (from: number, size: number, fired: Uint32Array) => void;

function finder(
  { rule }: CompiledOverride,
  bit: number,
  { asOf }: SchemeAt,
  context: Context,
): Find {
  if (rule.sunset !== undefined && asOf > rule.sunset) return () => undefined;
  const { faulty } = context.block;
  const answers: Answers = answersOf(rule.when, context);
  const { missing = 'refuse', evidence = [] } = rule;
  const applies = missing === 'apply' ? MISSING : YES;
  // Whether the proof of one that fires is known is for the row evaluator to say.
  const isProven = evidence.length === 0;
  return (from, size, fired) => {
    const given = answers(from, size);
    for (let i = 0; i < size; i++) {
      const answer = given[i] as number;
      if (answer === MISSING && missing === 'refuse') faulty[i] = 1;
      if (answer < applies) continue;
      if (!isProven) faulty[i] = 1;
      fired[i] = (fired[i] as number) | bit;
    }
  };
}
