import * as z from 'zod';
import { type Issue, warningAt } from '../core/issue.js';
import type { FileKind } from './columns.js';
import { type Found, unrepeated } from './found.js';
import { type OpenRow, openRows } from './openRows.js';
import { safeParsed } from './parsed.js';
import { placed, type RawRow } from './rawRow.js';

/** Reads one kind of file that has no columns beside its fields. */
export function readNouns<T extends { readonly id: string }>(
  kind: FileKind,
  rows: readonly RawRow[],
  schema: z.ZodType<T>,
  issues: Issue[],
  check: (noun: T) => readonly Issue[] = () => [],
): T[] {
  const warned = new Set<string>();
  const compiled = z.compile(schema);
  const found: Found<T>[] = [];
  for (const open of openRows(kind, rows, issues)) {
    for (const header in open.others) warnOfColumn(open.row, header, [header], warned, issues);
    found.push(foundIn(open.row, withDefaults(kind, open), compiled, issues, check));
  }
  return unrepeated(found, issues);
}

/** The noun of a row, with its faults placed; an error leaves the noun out. */
export function foundIn<T>(
  row: RawRow,
  value: Readonly<Record<string, unknown>>,
  schema: z.ZodType<T>,
  issues: Issue[],
  check: (noun: T) => readonly Issue[],
): Found<T> {
  const parsed = safeParsed(schema, value);
  const faults = parsed.ok ? check(parsed.value) : parsed.issues;
  for (const issue of faults) issues.push(placed(row, issue));
  const id = typeof value['id'] === 'string' ? value['id'] : undefined;
  const good = parsed.ok && faults.every(({ severity }) => severity === 'warning');
  return { row, path: [], id, key: id, noun: good ? parsed.value : undefined };
}

/** One warning a file and column that nothing is known of. */
export function warnOfColumn(
  row: RawRow,
  header: string,
  path: Issue['path'],
  warned: Set<string>,
  issues: Issue[],
): void {
  const mark = `${row.file}\u001f${header}`;
  if (warned.has(mark)) return;
  warned.add(mark);
  issues.push(placed(row, warningAt('unknown-column', path, { given: header })));
}

function withDefaults(kind: FileKind, { fields }: OpenRow): Readonly<Record<string, unknown>> {
  return kind === 'inspectors' ? { absences: [], recusals: [], ...fields } : fields;
}
