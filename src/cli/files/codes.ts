import type { fileTexts } from '../../texts/files.js';

/** The codes of the file edge. A code without its texts in `texts/files.ts` does not compile. */
export const FILE_CODES = [
  'no-such-file',
  'is-a-folder',
  'not-readable',
  'wrong-encoding',
  'damaged-text',
  'damaged-gzip',
  'truncated-file',
  'empty-file',
  'no-rows',
  'wrong-separator',
  'empty-header',
  'repeated-header',
  'column-count',
  'bad-quotes',
  'nul-byte',
  'bad-json',
  'duckdb-missing',
  'damaged-parquet',
  'float-column',
  'number-id',
  'nested-column',
  'not-a-list',
  'not-an-object',
  'folder-exists',
  'not-a-folder',
  'not-our-folder',
  'folder-in-use',
  'bad-file-name',
  'cannot-write',
  'old-folder-aside',
] as const satisfies readonly (keyof typeof fileTexts)[];

/** A code of the file edge. */
export type FileCode = (typeof FILE_CODES)[number];
