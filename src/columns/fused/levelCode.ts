import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { CompiledScheme } from '../../scoring/compile.js';
import type { CompiledInput } from '../../scoring/inputs.js';
import { NO_LEVEL } from '../level.js';
import { levelPlaces, NO_BAND } from '../schemeKernel.js';
import { FAR } from '../sums.js';
import { codeIndex } from './codeIndex.js';
import { conditionCode, isMissing, isYes, type Scored } from './conditionCode.js';
import { type Draft, markWhere } from './draft.js';
import { numberCode } from './numberCode.js';
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
  if (by?.by === 'value') return textLevelCode(by.input, compiled.levels, draft, { level, band });
  if (by?.by === 'bands' && by.on !== undefined) {
    return valueLevelCode(by.on, compiled, draft, { level, band });
  }
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

interface Into {
  readonly level: number;
  readonly band: number;
}

/** The level by bands over a number that the scheme worked out, or an input. */
function valueLevelCode(
  on: CompiledInput,
  { edges, bandLevel }: CompiledScheme,
  draft: Draft,
  { level, band }: Into,
): { readonly code: Code } & Into {
  const number = numberCode(on, draft);
  const levels = draft.room.table(Uint8Array.from(bandLevel));
  const place =
    number === undefined ? [] : edgesReached(number.local, number.edgesOf(edges.slice(1)));
  const unknown =
    number === undefined ? word.constant(1) : word.isNot(number.there ?? word.constant(1));
  const code = [
    ...[...(number?.read ?? []), ...markWhere(draft, unknown)],
    ...[...(number === undefined ? word.constant(0) : place), ...wasm.tee(band)],
    ...[...wasm.load8(levels), ...wasm.set(level)],
  ];
  return { code, level, band };
}

/** The text of a value is the level; no band gave it. */
function textLevelCode(
  input: CompiledInput,
  levels: readonly string[],
  draft: Draft,
  { level, band }: Into,
): { readonly code: Code } & Into {
  const coded = levelPlaces(input, levels, draft);
  const places = coded === undefined ? [] : [...coded.places, coded.beyond, coded.absent];
  const find =
    coded === undefined
      ? word.constant(NO_LEVEL)
      : [...codeIndex(coded, draft), ...wasm.load8(draft.room.table(Uint8Array.from(places)))];
  const code = [
    ...[...find, ...wasm.set(level), ...word.constant(NO_BAND), ...wasm.set(band)],
    ...markWhere(draft, word.isEqual(word.of(level), word.constant(NO_LEVEL))),
  ];
  return { code, level, band };
}
