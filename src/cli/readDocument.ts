import { basename } from 'node:path';
import { errorAt, type Issue } from '../core/issue.js';
import { safeParseDocumentText } from '../document/jsonText.js';
import type { Parsed } from '../register/parsed.js';
import { placed, type RawRow } from '../register/rawRow.js';
import { readRows } from './files/readRows.js';
import { readText } from './files/readText.js';

/** A value out of a file, as far as there is one, and what is wrong with it. */
export interface FromFile<T> {
  readonly value?: T;
  readonly issues: readonly Issue[];
}

/** A JSON document's value; a repeated key is an issue. */
export async function readDocument(path: string): Promise<FromFile<unknown>> {
  const text = await readText(path);
  if (text.trim() === '') return inFile(path, [{ ...EMPTY, params: { file: basename(path) } }]);
  const parsed = safeParseDocumentText(text);
  return parsed.ok ? { value: parsed.value, issues: [] } : inFile(path, parsed.issues);
}

const EMPTY = { code: 'empty-file', severity: 'error', path: [] } as const;

/**
 * The rows of a JSON list or NDJSON file. A table of another format holds no objects, and is refused as a whole
 * instead of cell by cell.
 */
export async function readObjects(
  path: string,
): Promise<{ readonly rows: readonly RawRow[]; readonly issues: readonly Issue[] }> {
  const { rows, issues, format } = await readRows(path);
  if (
    format === 'json' ||
    format === 'ndjson' ||
    issues.some(({ code }) => code === 'empty-file')
  ) {
    return { rows, issues };
  }
  const file = basename(path);
  const params = { file, given: format.toUpperCase() };
  return { rows: [], issues: [{ ...errorAt('not-a-list', [], params), file }] };
}

/** The nouns of a JSON list or NDJSON file, each parsed by itself. */
export async function readList<T>(
  path: string,
  parse: (value: unknown) => Parsed<T>,
): Promise<{ readonly value: readonly T[]; readonly issues: readonly Issue[] }> {
  const { rows, issues: faults } = await readObjects(path);
  const value: T[] = [];
  const issues = [...faults];
  for (const row of rows) {
    const parsed = parse(row.values);
    if (parsed.ok) value.push(parsed.value);
    else issues.push(...parsed.issues.map((issue) => placed(row, issue)));
  }
  return { value, issues };
}

/** The issues with the name of the file they stand in. */
export function inFile(path: string, issues: readonly Issue[]): FromFile<never> {
  return { issues: issues.map((issue) => ({ ...issue, file: basename(path) })) };
}
