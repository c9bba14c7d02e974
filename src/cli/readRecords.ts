import { stat } from 'node:fs/promises';
import type { Issue } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import { type CreditRecord, emptyRecord, joinEntries } from '../credit/record/creditRecord.js';
import { placed, type RawRow } from '../register/rawRow.js';
import { entryOfRow } from './entryRows.js';
import { type ReadRowsOptions, readRows } from './files/readRows.js';

/** The records a file holds, by entity, and the rows that are no entries. */
export interface ReadRecords {
  readonly records: ReadonlyMap<string, CreditRecord>;
  readonly issues: readonly Issue[];
  readonly aside: readonly { readonly row: RawRow; readonly issues: readonly Issue[] }[];
  readonly added: number;
  readonly repeated: number;
}

/**
 * Reads entries into records, each entity's into its own; a row that is wrong is set aside whole.
 *
 * @param before - records the entries are added to; they stay as they are
 */
export async function readRecords(
  path: string,
  encoding: NonNullable<ReadRowsOptions['encoding']>,
  before: ReadonlyMap<string, CreditRecord> = new Map(),
): Promise<ReadRecords> {
  const { rows, issues: faults } = await readRows(path, { encoding });
  const byEntity = new Map<string, { readonly row: RawRow; readonly entry: unknown }[]>();
  for (const row of rows) {
    const entry = entryOfRow(row);
    const owner = String((entry as { entity?: unknown }).entity ?? '');
    const own = byEntity.get(owner);
    if (own === undefined) byEntity.set(owner, [{ row, entry }]);
    else own.push({ row, entry });
  }
  const records = new Map(before);
  const issues: Issue[] = [...faults];
  const aside: { row: RawRow; issues: readonly Issue[] }[] = [];
  let added = 0;
  let repeated = 0;
  for (const [entity, found] of byEntity) {
    const record = records.get(entity) ?? emptyRecord(entity);
    const joined = joinEntries(
      record,
      found.map(({ entry }) => entry),
    );
    added += joined.added;
    repeated += joined.repeated;
    if (joined.record.entries.length > 0) records.set(entity, joined.record);
    for (const one of joined.aside) {
      const row = found.find(({ entry }) => entry === one.entry)?.row as RawRow;
      const own = one.issues.map(({ path: [, ...rest], ...issue }) =>
        placed(row, { ...issue, path: rest }),
      );
      aside.push({ row, issues: own });
      issues.push(...own);
    }
    issues.push(...joined.issues.filter(({ severity }) => severity === 'warning'));
  }
  return { records, issues, aside, added, repeated };
}

/** The same, with no records where there is no file yet. */
export async function readRecordsIfThere(
  path: string,
  encoding: NonNullable<ReadRowsOptions['encoding']>,
): Promise<ReadRecords | undefined> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? readRecords(path, encoding) : undefined;
}

/** Records as a file: an entry a line, entity by entity, each in the order of its record. */
export function recordLines(records: ReadonlyMap<string, CreditRecord>): string {
  const lines = sortedBy(records.values(), ({ entity }) => entity).flatMap(({ entries }) =>
    entries.map((entry) => JSON.stringify(entry)),
  );
  return lines.map((line) => `${line}\n`).join('');
}
