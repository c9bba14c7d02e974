import { stringify } from 'csv-stringify/sync';
import type { FileContent } from './writeContent.js';

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
  let text = bom ? '\ufeff' : '';
  let odd: (readonly Cell[])[] = [];
  const writeOdd = (): void => {
    if (odd.length > 0)
      text += stringify(odd, { escape_formulas: true, cast: { boolean: String } });
    odd = [];
  };
  for (const row of rows) {
    if (row.every(isPlain)) {
      writeOdd();
      text += `${row.join(',')}\n`;
    } else odd.push(row);
  }
  writeOdd();
  return text;
}

/** Whether a cell is written as it is: it needs no quotes, and no spreadsheet runs it. */
function isPlain(cell: Cell): boolean {
  return typeof cell !== 'string' || PLAIN.test(cell);
}

const PLAIN = /^(?![=+\-@\uff1d\uff0b\uff0d\uff20])[^",\p{Cc}\ufeff]*$/u;

/** So many rows are written at once. */
const AT_ONCE = 10_000;

/** The same table as a file's content that is written part by part, however many rows there are. */
export function csvParts(
  rows: Iterable<readonly Cell[]>,
  { bom = false }: { readonly bom?: boolean } = {},
): FileContent {
  return async (write) => {
    if (bom) await write('\ufeff');
    let some: (readonly Cell[])[] = [];
    for (const row of rows) {
      if (some.push(row) < AT_ONCE) continue;
      await write(csvText(some));
      some = [];
    }
    if (some.length > 0) await write(csvText(some));
  };
}
