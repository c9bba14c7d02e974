import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { CompiledScheme } from '../../scoring/compile.js';
import { NO_LEVEL } from '../level.js';
import { FAR } from '../sums.js';
import { conditionCode, isMissing, isYes, type Scored } from './conditionCode.js';
import { type Draft, markWhere } from './draft.js';
import { edgesReached, word } from './word.js';

/** The level before overrides, and the band or gate that gave it, into locals. */
export function levelCode(
  compiled: CompiledScheme,
  draft: Draft,
  units: number,
  score: Scored | undefined,
): { readonly code: Code; readonly level: number; readonly band: number } {
  const [level, band] = [draft.locals.word(), draft.locals.word()];
  const { by } = compiled;
  if (by?.by !== 'gates') {
    const edges = compiled.edges.slice(1).map((edge) => Math.max(-FAR, Math.min(FAR, edge)));
    const levels = draft.room.table(Uint8Array.from(compiled.bandLevel));
    const code = [
      ...[...edgesReached(units, edges), ...wasm.tee(band)],
      ...[...wasm.load8(levels), ...wasm.set(level)],
    ];
    return { code, level, band };
  }
  const gates = by.gates.flatMap(({ rule, when, level: to }, place) => {
    const answer = conditionCode(when, draft, score);
    const through = [
      ...[...word.constant(to), ...wasm.set(level), ...word.constant(place), ...wasm.set(band)],
      ...wasm.leave(1),
    ];
    return tried(answer, rule.missing !== 'skip', wasm.when(through), draft);
  });
  const code = [
    ...[...word.constant(NO_LEVEL), ...wasm.set(level), ...word.constant(0), ...wasm.set(band)],
    ...wasm.block(gates),
  ];
  return { code, level, band };
}

/** Whoever has a status has no level, whatever the score would be. */
export function statusCode(
  compiled: CompiledScheme,
  draft: Draft,
  level: number,
  score: Scored | undefined,
): Code {
  return (compiled.statuses ?? []).flatMap(({ rule }) => {
    const answer = conditionCode(rule.when, draft, score);
    const without = wasm.when([...word.constant(NO_LEVEL), ...wasm.set(level)]);
    return tried(answer, rule.missing !== 'skip', without, draft);
  });
}

/** What is done where an answer is yes; where it is missing, the row is marked if that refuses. */
function tried(
  answer: ReturnType<typeof conditionCode>,
  refuses: boolean,
  then: Code,
  draft: Draft,
): Code {
  const local = draft.locals.word();
  const kept = { code: word.of(local), isTruth: answer.isTruth };
  const missing = isMissing(kept);
  const mark = refuses && missing !== undefined ? markWhere(draft, missing) : [];
  return [...answer.code, ...wasm.set(local), ...mark, ...isYes(kept), ...then];
}
