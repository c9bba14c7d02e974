import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import { fieldsOf } from '../../register/condition.js';
import type { CompiledScheme } from '../../scoring/compile.js';
import type { CompiledInput } from '../../scoring/inputs.js';
import { conditionsOf } from '../../scoring/schemeKinds.js';
import { badCodes } from '../domains.js';
import { FIRST_DAY, LAST_DAY } from '../entityAt.js';
import type { CodeColumn } from '../entityColumns.js';
import { codeIndex } from './codeIndex.js';
import { columnValue, type Draft, kept, markWhere, thereOf } from './draft.js';
import { numberCode } from './numberCode.js';
import { isBetween, word } from './word.js';

/** Marks rows with a value outside its domain that conditions read, as `domainMarks` does. */
export function domainCode({ scheme, inputs }: CompiledScheme, draft: Draft): Code {
  const fields = new Set(conditionsOf(scheme).flatMap(fieldsOf));
  return [...fields].flatMap((field) => fieldCode(field, inputs.get(field), draft));
}

/** The same of one field; without an input only what stands for nothing. Lists mark themselves. */
export function fieldCode(field: string, input: CompiledInput | undefined, draft: Draft): Code {
  const column = draft.columns.facts[field];
  switch (column?.kind) {
    case 'code':
      return markCodes(column.codes, column.valid, badCodes(column.dictionary, input), draft);
    case 'boolean':
      return markCodes(column.values, column.valid, Uint8Array.of(0, 0, 1), draft);
    case 'day': {
      const { local, keep } = kept(draft, columnValue(draft, column.values));
      const isNone = word.isNot(isBetween(local, FIRST_DAY, LAST_DAY));
      const there = thereOf(draft, column.valid);
      return [
        ...keep,
        ...markWhere(draft, there === undefined ? isNone : word.both(isNone, there)),
      ];
    }
    case 'number': {
      const isNumber = input?.input.type === 'integer' || input?.input.type === 'decimal';
      return isNumber ? (numberCode(input, draft)?.read ?? []) : [];
    }
    default:
      return [];
  }
}

/** Codes of texts that are bad, the last of them that of every code beyond the dictionary. */
function markCodes(
  codes: CodeColumn['codes'],
  valid: CodeColumn['valid'],
  bad: Uint8Array,
  draft: Draft,
): Code {
  const known = bad.length - 1;
  const table = draft.room.table(Uint8Array.from([...bad, 0]));
  const index = codeIndex({ codes, valid, places: { length: known } }, draft);
  return markWhere(draft, [...index, ...wasm.load8(table)]);
}
