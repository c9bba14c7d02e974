import type { Issue } from '../core/issue.js';

/**
 * A row as a file holds it: `row` counts from 1, with a table's header as row 1; `values` are cells
 * by their headers, or an object with a noun's own shape.
 */
export interface RawRow {
  readonly file: string;
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An issue of a row, with the file and the row it stands in. */
export function placed(row: RawRow, issue: Issue, prefix: Issue['path'] = []): Issue {
  return { ...issue, path: [...prefix, ...issue.path], row: row.row, file: row.file };
}

/** Where a row stands, as text. */
export function placeOf({ file, row }: RawRow): string {
  return `${file}:${row}`;
}
