import { emptyRecord, type FactEntry, joinEntries, type StepEntry } from 'evenhand/credit';

const base = { entity: 'A', jurisdiction: '110000', basis: [] } as const;
const source = { department: 'market', reference: 'No. 1' };

/** A report of a penalty, known on its day. */
export function penalty(id: string, on: string, more: Partial<FactEntry> = {}): FactEntry {
  return {
    ...base,
    id,
    kind: 'penalty',
    severity: 'general',
    on,
    knownOn: on,
    source: { department: 'market', reference: `No. ${id}` },
    ...more,
  };
}

/** Something done about a report, known on its day. */
export function step(
  kind: StepEntry['kind'],
  id: string,
  refers: string,
  on: string,
  more: Partial<StepEntry> = {},
): StepEntry {
  return { ...base, id, kind, refers, on, knownOn: on, source, ...more };
}

/** A record of reports, all of them sound. */
export function recordOf(...entries: readonly unknown[]) {
  const { record, aside } = joinEntries(emptyRecord('A'), entries);
  if (aside.length > 0) throw new Error(JSON.stringify(aside));
  return record;
}
