import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import { fieldsOf } from '../../register/condition.js';
import { NO_LEVEL } from '../level.js';
import { conditionCode, isMissing, isYes } from './conditionCode.js';
import { fieldCode } from './domainCode.js';
import { type Draft, markWhere } from './draft.js';
import type { SchemeCode } from './schemeCode.js';
import { word } from './word.js';

/** What the risk scheme of a row says, in locals; `chosen` is left out where there is no choice. */
export interface RiskCode {
  readonly code: Code;
  readonly units: number;
  readonly level: number;
  readonly chosen?: number;
}

/** The risk scheme of each row: the first whose condition holds, as `classify` chooses. */
export function riskCode(
  { risk }: ProgrammeAt,
  schemes: readonly SchemeCode[],
  draft: Draft,
): RiskCode {
  const [only] = schemes;
  const all = schemes.flatMap(({ code }) => code);
  if (schemes.length === 1 && only !== undefined && risk[0]?.when === undefined) {
    return { code: all, units: only.units, level: only.level };
  }
  const [units, level, chosen] = [draft.locals.word(), draft.locals.word(), draft.locals.word()];
  const { constant, of } = word;
  const fields = risk.flatMap(({ when }) => (when === undefined ? [] : fieldsOf(when)));
  const marks = [...new Set(fields)].flatMap((field) => fieldCode(field, undefined, draft));
  const choose = risk.flatMap(({ when }, place) => {
    const scheme = schemes[place] as SchemeCode;
    const take = [
      ...[...of(scheme.units), ...wasm.set(units), ...of(scheme.level), ...wasm.set(level)],
      ...[...constant(place), ...wasm.set(chosen)],
    ];
    if (when === undefined) return [...take, ...wasm.leave(0)];
    const asked = conditionCode(when, draft);
    const local = draft.locals.word();
    const answer = { code: of(local), isTruth: asked.isTruth };
    const missing = isMissing(answer);
    return [
      ...[...asked.code, ...wasm.set(local)],
      ...(missing === undefined ? [] : markWhere(draft, missing)),
      ...[...isYes(answer), ...wasm.when([...take, ...wasm.leave(1)])],
    ];
  });
  const code = [
    ...[...all, ...marks],
    ...[...constant(0), ...wasm.set(units)],
    ...[...constant(NO_LEVEL), ...wasm.tee(level), ...wasm.set(chosen)],
    ...wasm.block(choose),
  ];
  return { code, units, level, chosen };
}
