import type { CompiledOverride, SchemeAt } from '../scoring/compile.js';
import { wantedLevel } from '../scoring/evaluate.js';
import type { OverrideEffect } from '../scoring/scheme.js';
import { type Answers, answersOf, listedAnswers, MISSING, YES } from './answers.js';
import { BLOCK } from './block.js';
import { countAsked } from './eventQuestions.js';
import { NO_LEVEL } from './level.js';
import { FAR } from './sums.js';
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
  const hits: Hits = { fired, rows: new Int32Array(BLOCK), count: 0 };
  const finders = overrides.map((one, place) => finder(one, 1 << place, at, context));
  const moved = overrides.map(({ rule }) => movedLevels(rule.effect, levels));
  return {
    fired,
    run(from, size, level) {
      for (let n = 0; n < hits.count; n++) fired[hits.rows[n] as number] = 0;
      hits.count = 0;
      for (const find of finders) find(from, size, hits);
      for (let n = 0; n < hits.count; n++) {
        const i = hits.rows[n] as number;
        let bits = fired[i] as number;
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

/** For each level the one an effect moves it to, held by the ends of the scale. */
export function movedLevels(effect: OverrideEffect, levels: readonly string[]): Uint8Array {
  const last = levels.length - 1;
  return Uint8Array.from(levels, (_, from) =>
    Math.min(last, Math.max(0, wantedLevel(effect, from, levels))),
  );
}

/** Rows that some override fires for, each once, and which. */
interface Hits {
  readonly fired: Uint32Array;
  readonly rows: Int32Array;
  count: number;
}

function hit(hits: Hits, i: number, bit: number): void {
  const { fired, rows } = hits;
  const before = fired[i] as number;
  if (before === 0) rows[hits.count++] = i;
  fired[i] = before | bit;
}

type Find = (from: number, size: number, hits: Hits) => void;

function finder(
  { rule }: CompiledOverride,
  bit: number,
  { asOf }: SchemeAt,
  context: Context,
): Find {
  if (rule.sunset !== undefined && asOf > rule.sunset) return () => undefined;
  const { faulty } = context.block;
  const { when, missing = 'refuse', evidence = [] } = rule;
  // Whether the proof of one that fires is known is for the row evaluator to say.
  const isProven = evidence.length === 0;
  const fire = (hits: Hits, i: number): void => {
    if (!isProven) faulty[i] = 1;
    hit(hits, i, bit);
  };
  if ('field' in when && when.field === 'list') {
    const { none, listed } = listedAnswers(when, context.columns.lists);
    if (none !== YES) {
      return (from, size, hits) =>
        listed(from, size, (i, answer) => {
          if (answer === YES) fire(hits, i);
        });
    }
  }
  if ('events' in when) {
    const { sums } = context.tallies.tally(countAsked(when.events, asOf));
    const { atLeast = 0, atMost = Infinity } = when.events;
    const low = Math.ceil(Math.min(FAR, atLeast));
    const high = Math.floor(Math.min(FAR, atMost));
    return (_, size, hits) => {
      for (let i = 0; i < size; i++) {
        const count = sums[i] as number;
        if (count >= low && count <= high) fire(hits, i);
      }
    };
  }
  const answers: Answers = answersOf(when, context);
  const applies = missing === 'apply' ? MISSING : YES;
  return (from, size, hits) => {
    const given = answers(from, size);
    for (let i = 0; i < size; i++) {
      const answer = given[i] as number;
      if (answer === MISSING && missing === 'refuse') faulty[i] = 1;
      if (answer >= applies) fire(hits, i);
    }
  };
}
