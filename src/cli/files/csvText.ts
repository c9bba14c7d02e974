import { stringify } from 'csv-stringify/sync';

/** A cell of a table that is written out; undefined is an empty one. */
export type Cell = string | number | boolean | undefined;

/**
 * A table as CSV (RFC 4180 quoting, lines end in `\n`) that a spreadsheet opens without running it.
 *
 * Text that begins with `= + - @`, a tab or a carriage return, or with a full-width `＝ ＋ － ＠`, gets
 * an apostrophe before it, so no spreadsheet takes it for a formula; numbers stay numbers. Booleans
 * are `true` and `false`. A row of one empty cell reads back as a blank line.
 *
 * @param rows - the header, where there is one, is the first
 * @param options.bom - begins with a byte order mark, which Excel needs to see UTF-8
 */
export function csvText(
  rows: readonly (readonly Cell[])[],
  { bom = false }: { readonly bom?: boolean } = {},
): string {
  const text = stringify([...rows], { escape_formulas: true, cast: { boolean: String } });
  return bom ? `\ufeff${text}` : text;
}
