import { basename } from 'node:path';
import { isEvenhandError } from '../../core/error.js';
import type { Issue } from '../../core/issue.js';
import type { FileCode } from './codes.js';
import { fileBytes } from './fileBytes.js';
import { csvReader } from './readCsv.js';
import { jsonReader, ndjsonReader } from './readJson.js';
import { streamParquet } from './readParquet.js';
import { fileError, type RawRow, type Reading, type RowReader, type RowTaker } from './rows.js';
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

/** What is known of a file whose rows have gone to their taker. */
export type StreamedRows = Omit<ReadRows, 'rows'>;

/** A file's rows and everything that was wrong with it. */
export interface ReadRows {
  readonly rows: readonly RawRow[];
  readonly issues: readonly Issue[];
  readonly encoding: Encoding;
  readonly format: RowFormat;
}

const READERS = { csv: csvReader, ndjson: ndjsonReader, json: jsonReader } satisfies Record<
  TextFormat,
  (file: string, found: Reading) => RowReader
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
  let rows: RawRow[] = [];
  const found = await streamRows(path, options, () => {
    rows = [];
    return rows;
  });
  return { ...found, rows };
}

/**
 * `readRows` of a file too long to hold: each row goes to a taker.
 *
 * @param begin - gives the taker; called again where the rows so far do not count, since their
 * encoding was not the file's
 * @throws `no-such-file` | `is-a-folder` | `not-readable`; for Parquet also `duckdb-missing`
 */
export async function streamRows(
  path: string,
  options: ReadRowsOptions,
  begin: () => RowTaker,
): Promise<StreamedRows> {
  const told = options.encoding ?? 'auto';
  const { format = 'auto' } = options;
  if ((format === 'auto' ? formatOfName(basename(path)) : format) === 'parquet') {
    const issues = await streamParquet(path, begin);
    return { issues, encoding: 'utf-8', format: 'parquet' };
  }
  const given = (encoding: Encoding): Promise<StreamedRows> =>
    readAs(path, encoding, options, begin());
  const refused = (encoding: Encoding, error: BadBytes): StreamedRows => {
    begin();
    return unreadable(path, encoding, error, options);
  };
  try {
    return await given(told === 'auto' ? 'utf-8' : told);
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    if (told !== 'auto') return refused(told, error);
    if (error.fault.isCertain) return refused('utf-8', error);
  }
  try {
    return await given('gb18030');
  } catch (error) {
    if (!(error instanceof BadBytes)) throw error;
    return refused('gb18030', error);
  }
}

async function readAs(
  path: string,
  encoding: Encoding,
  { format: told = 'auto', onProgress }: ReadRowsOptions,
  rows: RowTaker,
): Promise<StreamedRows> {
  const file = basename(path);
  const found: Reading = { rows, issues: [] };
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
  return { issues: found.issues, encoding, format: format ?? 'csv' };
}

function unreadable(
  path: string,
  encoding: Encoding,
  { fault: { kind, given, offset, row, isCertain } }: BadBytes,
  { encoding: told = 'auto', format = 'auto' }: ReadRowsOptions,
): StreamedRows {
  const file = basename(path);
  const isDamaged = told === 'auto' && encoding === 'utf-8' && kind === 'byte';
  const code =
    isCertain && kind === 'cut' ? 'truncated-file' : isDamaged ? 'damaged-text' : 'wrong-encoding';
  const expected = told === 'auto' && !isDamaged ? 'utf-8, gb18030' : encoding;
  return {
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
