import { cityRecord, sampleCity } from 'evenhand/city';
import { addDays } from 'evenhand/core';
import {
  emptyRecord,
  joinEntries,
  projectRecord,
  recordAsOf,
  safeParseRecord,
} from 'evenhand/credit';
import { assess, parseProgramme } from 'evenhand/programme';
import type { Event } from 'evenhand/register';
import { exampleProgramme, examplePublication, exampleRecordRules } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';

const { register, asOf } = sampleCity({ entities: 1500, seed: 'records' });
const firms = register.entities.map((firm) => ({
  firm,
  record: cityRecord(firm, { asOf, seed: 'records' }),
}));
const question = { asOf, rules: exampleRecordRules, publication: [examplePublication] };

/** Events in an order of their own: those of a record have the matter's id. */
const shown = (events: readonly Event[]) =>
  events.map(({ id: _, ...event }) => JSON.stringify(event, Object.keys(event).sort())).sort();

describe('the record of a firm of the sample city', () => {
  it('gives the firm’s own events and lists, whatever was reported wrongly', () => {
    for (const { firm, record } of firms) {
      const { events, lists, view } = projectRecord(record, question);
      expect(view.issues).toEqual([]);
      expect([firm.id, shown(events)]).toEqual([firm.id, shown(firm.events)]);
      expect([firm.id, lists]).toEqual([firm.id, firm.lists]);
    }
  });

  it('gives the grade the register gives', () => {
    const programme = parseProgramme(exampleProgramme);
    for (const { firm, record } of firms.slice(0, 300)) {
      const { events, lists } = projectRecord(record, question);
      const one = assess(programme, { ...firm, events, lists }, { asOf });
      const other = assess(programme, firm, { asOf });
      expect([one.credit.grade, one.credit.score, one.risk.level]).toEqual([
        other.credit.grade,
        other.credit.score,
        other.risk.level,
      ]);
    }
  });

  it('has repairs, corrections, late reports, withdrawals, objections and two departments that differ', () => {
    const entries = firms.flatMap(({ record }) => record.entries);
    const kinds = new Set(entries.map(({ kind }) => kind));
    for (const kind of [
      'permit',
      'commitment-made',
      'deed',
      'repair',
      'correction',
      'withdrawal',
      'objection',
      'objection-decision',
    ]) {
      expect([...kinds]).toContain(kind);
    }
    expect(entries.filter(({ on, knownOn }) => addDays(on, 14) < knownOn).length).toBeGreaterThan(
      20,
    );
    const conflicts = firms.flatMap(({ record }) =>
      recordAsOf(record, { on: asOf }).matters.flatMap((one) => one.conflicts),
    );
    expect(conflicts.length).toBeGreaterThan(50);
    expect(entries.every(({ knownOn }) => knownOn <= asOf)).toBe(true);
  });

  it('is sound by itself, and the same for the same seed', () => {
    for (const { firm, record } of firms.slice(0, 200)) {
      expect(safeParseRecord(record).ok).toBe(true);
      expect(cityRecord(firm, { asOf, seed: 'records' })).toEqual(record);
      expect(joinEntries(emptyRecord(firm.id), [...record.entries].reverse()).record).toEqual(
        record,
      );
    }
    const other = firms.map(({ firm }) => cityRecord(firm, { asOf, seed: 'others' }));
    expect(other.map((record) => record.entries.length)).not.toEqual(
      firms.map(({ record }) => record.entries.length),
    );
  });

  it('was once answered otherwise where a mistake stood on it', () => {
    const changed = firms.filter(({ record }) => {
      const [correction] = record.entries.filter(({ kind }) => kind === 'correction');
      if (correction === undefined) return false;
      const before = addDays(correction.knownOn, -1);
      const at = (known: string) =>
        shown(projectRecord(record, { ...question, asOf: before, known }).events);
      return JSON.stringify(at(before)) !== JSON.stringify(at(asOf));
    });
    expect(changed.length).toBeGreaterThan(10);
  });
});
