import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { COLUMNS, type Column, type FileKind } from './columns.js';
import { placed, type RawRow } from './rawRow.js';
import { readCell } from './readCell.js';

/** A row whose headers are understood: fields in the noun's shape, and the columns beside them. */
export interface OpenRow {
  readonly row: RawRow;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly others: Readonly<Record<string, unknown>>;
  /** The entity of an event, which is no field of the event itself. */
  readonly owner: unknown;
}

/**
 * Reads the headers of one kind of file. A row with an object or an array among its values has the
 * noun's own shape; every other row is flat, as a table's is.
 *
 * A column that no row of a file has is one issue, and no row of that file is opened. Headers are
 * looked through first and rows opened one by one, so that nothing is kept of a row but its noun.
 */
export function* openRows(
  kind: FileKind,
  rows: readonly RawRow[],
  issues: Issue[],
): Generator<OpenRow, void> {
  const headers = headersSeen(kind);
  for (const row of rows) headers.see(row);
  const incomplete = headers.incomplete(issues);
  const open = rowOpener(kind, issues);
  for (const row of rows) if (!incomplete.has(row.file)) yield open(row);
}

/** Opens rows of a kind one by one; a column that stands twice is told once a file. */
export function rowOpener(kind: FileKind, issues: Issue[]): (row: RawRow) => OpenRow {
  const fieldOfHeader = new Map(
    COLUMNS[kind].flatMap(({ field, headers }) =>
      [field, ...headers].map((header) => [header, field]),
    ),
  );
  const warned = new Set<string>();
  return (row) =>
    isFlat(row) ? flatRow(kind, row, fieldOfHeader, warned, issues) : nounRow(kind, row);
}

/** The headers that rows of a kind were seen to have, file by file. */
export function headersSeen(kind: FileKind): {
  see(row: RawRow): void;
  /** The files without a column that must stand; each such column becomes an issue. */
  incomplete(issues: Issue[]): ReadonlySet<string>;
} {
  const files = new Map<string, Set<string>>();
  return {
    see({ file, values }) {
      const headers = files.get(file) ?? new Set();
      files.set(file, headers);
      for (const header in values) headers.add(header);
    },
    incomplete: (issues) => incompleteFiles(COLUMNS[kind], files, issues),
  };
}

function isFlat({ values }: RawRow): boolean {
  for (const header in values) {
    if (typeof values[header] === 'object' && values[header] !== null) return false;
  }
  return true;
}

function flatRow(
  kind: FileKind,
  row: RawRow,
  fieldOfHeader: ReadonlyMap<string, string>,
  warned: Set<string>,
  issues: Issue[],
): OpenRow {
  const fields: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  let owner: unknown;
  for (const header in row.values) {
    const cell = row.values[header];
    const field = fieldOfHeader.get(header);
    if (field === undefined) {
      if (header !== '__proto__') others[header] = cell;
      continue;
    }
    const value = readCell(kind, field, cell);
    if (value === undefined) continue;
    const taken = field === 'entity' ? owner : fields[field];
    if (taken !== undefined) {
      warnOfRepeat(row, header, field, warned, issues);
    } else if (field === 'entity') {
      owner = value;
    } else {
      fields[field] = value;
    }
  }
  return { row, fields, others, owner };
}

function warnOfRepeat(
  row: RawRow,
  header: string,
  field: string,
  warned: Set<string>,
  issues: Issue[],
): void {
  const mark = `${row.file}\u001f${header}`;
  if (warned.has(mark)) return;
  warned.add(mark);
  issues.push(placed(row, warningAt('repeated-column', [field], { given: header, field })));
}

/** A noun's facts, or an event's values, stand apart as a table's further columns do. */
function nounRow(kind: FileKind, row: RawRow): OpenRow {
  const fields = Object.fromEntries(
    Object.entries(row.values).filter(([, value]) => value !== null && value !== undefined),
  );
  if (kind === 'entities' && isRecord(fields['facts'])) {
    const { facts, ...rest } = fields;
    return { row, fields: rest, others: fields['facts'], owner: undefined };
  }
  if (kind !== 'events') return { row, fields, others: {}, owner: undefined };
  const { entity, ...event } = fields;
  return { row, ...openEvent(event), owner: entity };
}

/** An event with its values apart, where they are values at all. */
export function openEvent(
  event: Readonly<Record<string, unknown>>,
): Pick<OpenRow, 'fields' | 'others'> {
  const { values, ...fields } = event;
  return isRecord(values) ? { fields, others: values } : { fields: event, others: {} };
}

/** Whether a value is an object with names, no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function incompleteFiles(
  columns: readonly Column[],
  files: ReadonlyMap<string, ReadonlySet<string>>,
  issues: Issue[],
): Set<string> {
  const incomplete = new Set<string>();
  for (const [file, seen] of files) {
    for (const { field, headers, required } of columns) {
      if (!required || [field, ...headers].some((header) => seen.has(header))) continue;
      incomplete.add(file);
      const params = { given: field, expected: [field, ...headers] };
      issues.push({ ...errorAt('missing-column', [field], params), file });
    }
  }
  return incomplete;
}
