import type { Code } from '../../core/wasmCode.js';
import { wasmWords as wasm } from '../../core/wasmWords.js';
import type { Coded } from '../answers.js';
import type { Codes } from '../entityColumns.js';
import { columnValue, type Draft, kept, thereOf } from './draft.js';
import { word } from './word.js';

/**
 * The index of a row in a table by code: the code itself, behind the dictionary one place for a code
 * beyond it, and behind that one for a row without.
 */
export function codeIndex(
  {
    codes,
    valid,
    places,
  }: Pick<Coded, 'codes' | 'valid'> & { readonly places: { readonly length: number } },
  draft: Draft,
): Code {
  const known = places.length;
  const { local, keep } = kept(draft, columnValue(draft, codes as Codes));
  const there = thereOf(draft, valid);
  const { of, constant, chosen, isBeyond } = word;
  const index = chosen(constant(known), of(local), isBeyond(of(local), constant(known)));
  if (there === undefined) return [...keep, ...index];
  return [
    ...[...keep, ...index, ...wasm.set(local)],
    ...chosen(of(local), constant(known + 1), there),
  ];
}
