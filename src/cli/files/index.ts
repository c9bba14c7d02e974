export { FILE_CODES, type FileCode } from './codes.js';
export { type Cell, csvText } from './csvText.js';
export type { ListedFile } from './manifest.js';
export { type BarStream, type ProgressBar, progressBar } from './progressBar.js';
export {
  type ReadRows,
  type ReadRowsOptions,
  type RowFormat,
  readRows,
  type StreamedRows,
  streamRows,
} from './readRows.js';
export { readText } from './readText.js';
export type { RawRow, RowTaker } from './rows.js';
export type { Encoding } from './strictText.js';
export type { FileContent, Write } from './writeContent.js';
export { writeFileWhole } from './writeFileWhole.js';
export { type WriteFolderOptions, writeFolderWhole } from './writeFolderWhole.js';
