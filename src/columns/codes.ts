/** The codes of `columns`: each has its texts in `texts/columns.ts`. */
export const COLUMNS_CODES = [
  'bad-columns',
  'columns-unsupported',
  'column-length',
  'column-type',
  'bad-offsets',
  'bad-places',
  'code-beyond-dictionary',
  'trace-mismatch',
  'no-such-row',
] as const;
export type ColumnsCode = (typeof COLUMNS_CODES)[number];
