import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import type { FileCode } from './codes.js';

/**
 * One row of a file before anything is known of its meaning.
 *
 * `file` is the base name. `row` is what an editor shows: the line of a CSV record (its first, where
 * a cell has line breaks; the header is row 1) or of an NDJSON object; in a JSON list the place from 1.
 */
export interface RawRow {
  readonly file: string;
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Takes the rows of a file one by one: a list of them, or who wants them as they come. */
export interface RowTaker {
  readonly push: (row: RawRow) => unknown;
  readonly length: number;
}

/** What has been found in a file; readers add to it. */
export interface Found {
  readonly rows: RawRow[];
  readonly issues: Issue[];
}

/** The same of a file whose rows need not be held. */
export interface Reading {
  readonly rows: RowTaker;
  readonly issues: Issue[];
}

/** Takes a file's text block by block. */
export interface RowReader {
  /** Takes whole lines, line breaks as `\n`; only a file's last may lack one. False: read no more. */
  take(text: string): boolean;
  /** Says that the file has ended. */
  end(): void;
}

/** An error in a file, with the row where it is known. */
export function fileError(
  code: FileCode,
  file: string,
  row?: number,
  params: Issue['params'] = {},
): Issue {
  return { ...errorAt(code, [], { file, ...params }), file, ...(row !== undefined && { row }) };
}

/** A warning about a file as a whole. */
export function fileWarning(code: FileCode, file: string): Issue {
  return { ...warningAt(code, [], { file }), file };
}

/** A record's cells by the names of their columns. */
export function valuesOf(
  header: readonly string[],
  record: readonly string[],
): Record<string, string> {
  const values: Record<string, string> = {};
  for (let i = 0; i < header.length; i++) {
    const name = header[i] as string;
    const value = record[i] as string;
    // Assigned, it would be no cell but what all objects are made from.
    if (name === '__proto__') Object.defineProperty(values, name, { ...OWN, value });
    else values[name] = value;
  }
  return values;
}

const OWN = { configurable: true, enumerable: true, writable: true } as const;

/** The beginning of a value, short enough for a message. */
export function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed()}…`;
}
