import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { CompiledOverride, SchemeAt } from '../../scoring/compile.js';
import { MISSING } from '../answers.js';
import { NO_LEVEL } from '../level.js';
import { movedLevels } from '../overrides.js';
import { conditionCode, isMissing, isYes, type Scored } from './conditionCode.js';
import { type Draft, kept, markWhere } from './draft.js';
import { word } from './word.js';

/** Finds what fires, bit by bit, and moves the level in the order of the list. */
export function overrideCode(
  at: SchemeAt,
  draft: Draft,
  level: number,
  score: Scored | undefined,
): { readonly code: Code; readonly fired: number } {
  const { overrides, levels } = at.compiled;
  const fired = draft.locals.word();
  const { of, constant, both, either, shiftedLeft, isEqual, isNot } = word;
  const find = overrides.flatMap((one, place) => {
    const fires = firingCode(one, at, draft, score);
    if (fires === undefined) return [];
    return [...either(of(fired), shiftedLeft(fires, place)), ...wasm.set(fired)];
  });
  const move = overrides.flatMap(({ rule }, place) => {
    const table = draft.room.table(movedLevels(rule.effect, levels));
    const isFired = both(of(fired), constant(1 << place));
    return [...isFired, ...wasm.when([...of(level), ...wasm.load8(table), ...wasm.set(level)])];
  });
  // Most rows meet no override, so that only the others pay for what one does.
  const hasLevel = isNot(isEqual(of(level), constant(NO_LEVEL)));
  const code = [
    ...[...constant(0), ...wasm.set(fired), ...find],
    ...of(fired),
    ...wasm.when([...hasLevel, ...wasm.when(move)]),
  ];
  return { code, fired };
}

/** Whether an override fires; undefined where it has run out. */
function firingCode(
  { rule }: CompiledOverride,
  { asOf }: SchemeAt,
  draft: Draft,
  score: Scored | undefined,
): Code | undefined {
  if (rule.sunset !== undefined && asOf > rule.sunset) return undefined;
  const { when, missing = 'refuse', evidence = [] } = rule;
  const asked = conditionCode(when, draft, score);
  const { local, keep } = kept(draft, asked.code);
  const answer = { code: word.of(local), isTruth: asked.isTruth };
  const isOpen = isMissing(answer);
  const mark = isOpen !== undefined && missing === 'refuse' ? markWhere(draft, isOpen) : [];
  const applies = isOpen !== undefined && missing === 'apply';
  const fires = applies ? word.isAtLeast(answer.code, word.constant(MISSING)) : isYes(answer);
  // Whether the proof of one that fires is known is for the row evaluator to say.
  const prove = evidence.length === 0 ? [] : markWhere(draft, fires);
  return [...keep, ...mark, ...prove, ...fires];
}
