import { CsvError, parse } from 'csv-parse/sync';
import type { Issue } from '../../core/issue.js';
import { excerpt, fileError, fileWarning, type Reading, type RowReader, valuesOf } from './rows.js';
import { lineBreaks } from './strictText.js';

const OPTIONS = { record_delimiter: '\n', relax_column_count: true };

/** Records are parsed some hundreds at a time, so that a fault costs little to go around. */
const BLOCK = 1 << 13;

/** A record above a million characters is no record: a quote was opened and never closed. */
const LONGEST = 1 << 20;

/**
 * Reads the records of a CSV file (RFC 4180, comma, header first), each as text by column name.
 *
 * A row that is not well-formed becomes an issue and is set aside; blank lines are passed over. The
 * row after a stray quote is found again, since reading resumes at the line after the bad record's first.
 * A last row that has too few cells and no line break is where a file was cut short.
 *
 * @param block - how many characters are parsed at once, at least
 */
export function csvReader(file: string, found: Reading, block = BLOCK): RowReader {
  let header: readonly string[] | undefined;
  let isOpen = true;
  let pending = '';
  let row = 1;
  let size = block;
  let isCut = false;
  let short: Issue | undefined;

  function takeRecord(record: readonly string[]): void {
    if (!isOpen || (record.length === 1 && record[0] === '')) return;
    short = undefined;
    if (record.some((cell) => cell.includes('\0'))) {
      found.issues.push(fileError('nul-byte', file, row));
      if (header === undefined) isOpen = false;
    } else if (header === undefined) {
      const faults = headerFaults(record, file, row);
      found.issues.push(...faults);
      header = record;
      isOpen = faults.length === 0;
    } else if (record.length !== header.length) {
      const params = { given: record.length, expected: header.length };
      const fault = fileError('column-count', file, row, params);
      found.issues.push(fault);
      if (record.length < header.length) short = fault;
    } else {
      found.rows.push({ file, row, values: valuesOf(header, record) });
    }
  }

  function readPending(isLast: boolean): void {
    while (isOpen && pending !== '' && (isLast || pending.length >= size)) {
      const text = wholeLines(pending, size);
      const isPlain = !text.includes('"');
      const { records, stoppedBy } = isPlain ? plainRecords(text) : recordsOf(text);
      let lines = 0;
      for (const record of records) {
        takeRecord(record);
        const taken = isPlain ? 1 : 1 + record.reduce((sum, cell) => sum + lineBreaks(cell), 0);
        lines += taken;
        row += taken;
      }
      pending = stoppedBy ? afterLines(pending, lines) : pending.slice(text.length);
      const isStuck = stoppedBy === 'open-quote' && lines === 0;
      if (stoppedBy === 'stray-quote' || (isStuck && text.length > LONGEST)) {
        const given = excerpt(wholeLines(pending.slice(0, 61), 1).trimEnd());
        found.issues.push(fileError('bad-quotes', file, row, { given }));
        pending = afterLines(pending, 1);
        row++;
        size = block;
      } else if (isStuck && isLast && text === pending) {
        found.issues.push(fileError('truncated-file', file, row));
        pending = '';
      } else size = isStuck ? size * 2 : block;
    }
  }

  return {
    take(text) {
      pending += text;
      if (text !== '') isCut = !text.endsWith('\n');
      readPending(false);
      return isOpen;
    },
    end() {
      readPending(true);
      if (isCut && short !== undefined && found.issues.at(-1) === short) {
        found.issues.splice(-1, 1, fileError('truncated-file', file, short.row));
      }
      if (found.rows.length > 0 || found.issues.length > 0) return;
      found.issues.push(
        header === undefined ? fileError('empty-file', file) : fileWarning('no-rows', file),
      );
    },
  };
}

/** The records of a text without a quote are its lines, and their cells stand between commas. */
function plainRecords(text: string): {
  records: readonly (readonly string[])[];
  stoppedBy?: undefined;
} {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return { records: lines.map((line) => line.split(',')) };
}

/** The records of a text up to its end or its first fault; a blank line is one of one empty cell. */
function recordsOf(text: string): {
  records: readonly (readonly string[])[];
  stoppedBy?: 'open-quote' | 'stray-quote';
} {
  try {
    return { records: parse(text, OPTIONS) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const to = Number(error['records']);
    return {
      records: to > 0 ? parse(text, { ...OPTIONS, to }) : [],
      stoppedBy: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote',
    };
  }
}

/** What stands between the columns of tables that are no comma-separated CSV. */
const OTHER_SEPARATOR = /[;\t|\uff0c\uff1b]/;

function headerFaults(header: readonly string[], file: string, row: number) {
  const [other] = header.length === 1 ? (OTHER_SEPARATOR.exec(header[0] as string) ?? []) : [];
  if (other !== undefined) {
    return [fileError('wrong-separator', file, row, { given: other === '\t' ? 'TAB' : other })];
  }
  return header.flatMap((name, i) => {
    if (name.trim() === '') return [fileError('empty-header', file, row, { column: i + 1 })];
    const first = header.indexOf(name);
    if (first === i) return [];
    const params = { name: excerpt(name), first: first + 1, column: i + 1 };
    return [fileError('repeated-header', file, row, params)];
  });
}

/** Whole lines of at least `size` characters, or all there is. */
function wholeLines(text: string, size: number): string {
  const end = text.indexOf('\n', size - 1) + 1;
  return end > 0 ? text.slice(0, end) : text;
}

function afterLines(text: string, lines: number): string {
  let at = 0;
  for (let i = 0; i < lines; i++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return '';
    at = end + 1;
  }
  return text.slice(at);
}
