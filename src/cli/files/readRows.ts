import { basename } from 'node:path';
import { isEvenhandError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { FileCode } from './codes.js';
import { fileBytes } from './fileBytes.js';
import { csvReader } from './readCsv.js';
import { jsonReader, ndjsonReader } from './readJson.js';
import { readParquet } from './readParquet.js';
import { type Found, fileError, type RawRow, type RowReader } from './rows.js';
import { BadBytes, type Encoding, strictText } from './strictText.js';

/** How a file holds its rows. */
export type RowFormat = 'csv' | 'ndjson' | 'json' | 'parquet';

/** The formats that are text. */
type TextFormat = Exclude<RowFormat, 'parquet'>;

/** What the user said about a file, and who wants to know how far reading is. */
export interface ReadRowsOptions {
  readonly encoding?: Encoding | 'auto';
  readonly format?: RowFormat | 'auto';
  readonly onProgress?: (bytes: number, total: number) => void;
}

/** A file's rows and everything that was wrong with it. */
export interface ReadRows {
  readonly rows: readonly RawRow[];
  readonly issues: readonly Issue[];
  readonly encoding: Encoding;
  readonly format: RowFormat;
}

const READERS = { csv: csvReader, ndjson: ndjsonReader, json: jsonReader } satisfies Record<
  TextFormat,
  (file: string, found: Found) => RowReader
>;

const FORMATS: Readonly<Record<string, RowFormat>> = {
  parquet: 'parquet',
  csv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'json',
};

const GZIP_FAULTS: readonly string[] = ['truncated-file', 'damaged-gzip'] satisfies FileCode[];

/**
 * The rows of a CSV, NDJSON or JSON file, plain or gzipped, or of a Parquet file, with everything that is
 * wrong with it.
 *
 * Left to itself the encoding is UTF-8 if the whole file is, else GB 18030 if the whole file is; a
 * byte order mark decides at once, and UTF-16 is refused. The format follows the file's name, else
 * its first character. CSV values are text; an error sets its row aside and the others go on. A file
 * in the wrong encoding gives no rows at all.
 *
 * @param options.onProgress - told the bytes read so far and in all; starts again if GB 18030 is tried
 * @throws `no-such-file` | `is-a-folder` | `not-readable`; for Parquet also `duckdb-missing`
 */
export async function readRows(path: string, options: ReadRowsOptions = {}): Promise<ReadRows> {
  const told = options.encoding ?? 'auto';
  const { format = 'auto' } = options;
  if ((format === 'auto' ? formatOfName(basename(path)) : format) === 'parquet') {
    return { ...(await readParquet(path)), encoding: 'utf-8', format: 'parquet' };
  }
  try {
    return await readAs(path, told === 'auto' ? 'utf-8' : told, options);
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    if (told !== 'auto') return unreadable(path, told, error, options);
    if (error.fault.isCertain) return unreadable(path, 'utf-8', error, options);
  }
  try {
    return await readAs(path, 'gb18030', options);
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    return unreadable(path, 'gb18030', error, options);
  }
}

async function readAs(
  path: string,
  encoding: Encoding,
  { format: told = 'auto', onProgress }: ReadRowsOptions,
): Promise<ReadRows> {
  const file = basename(path);
  const found: Found = { rows: [], issues: [] };
  let format = (told === 'auto' ? formatOfName(file) : told) as TextFormat | undefined;
  let reader: RowReader | undefined;
  let head = '';
  try {
    for await (const text of strictText(fileBytes(path, file, onProgress), encoding)) {
      if (reader === undefined) {
        head += text;
        format ??= formatOfText(head);
        if (format === undefined) continue;
        reader = READERS[format](file, found);
        if (!reader.take(head)) break;
      } else if (!reader.take(text)) break;
    }
    format ??= 'csv';
    (reader ?? READERS[format](file, found)).end();
  } catch (error) {
    // A damaged gzip file still gave the rows before its fault.
    if (!isEvenhandError(error) || !GZIP_FAULTS.includes(error.code)) throw error;
    found.issues.push(...error.issues);
  }
  return { ...found, encoding, format: format ?? 'csv' };
}

function unreadable(
  path: string,
  encoding: Encoding,
  { fault: { kind, given, offset, row, isCertain } }: BadBytes,
  { encoding: told = 'auto', format = 'auto' }: ReadRowsOptions,
): ReadRows {
  const file = basename(path);
  const isDamaged = told === 'auto' && encoding === 'utf-8' && kind === 'byte';
  const code =
    isCertain && kind === 'cut' ? 'truncated-file' : isDamaged ? 'damaged-text' : 'wrong-encoding';
  const expected = told === 'auto' && !isDamaged ? 'utf-8, gb18030' : encoding;
  return {
    rows: [],
    issues: [fileError(code, file, row, { given, offset, expected })],
    encoding,
    format: format === 'auto' ? (formatOfName(file) ?? 'csv') : format,
  };
}

function formatOfName(file: string): RowFormat | undefined {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

/** The format by the first character, undefined where there is none yet. */
function formatOfText(text: string): TextFormat | undefined {
  switch (text.trimStart()[0]) {
    case undefined:
      return undefined;
    case '{':
      return 'ndjson';
    case '[':
      return 'json';
    default:
      return 'csv';
  }
}
