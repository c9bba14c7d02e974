import { emptyRecord, joinEntries, projectRecord, recordAsOf } from 'evenhand/credit';
import type { Inspection, InspectionAct } from 'evenhand/inspection';
import { findingEntries, ledgerActsOf, ledgerDifferences } from 'evenhand/programme';
import { exampleRecordRules, twoInspections } from 'evenhand/schemes';
import { admitVisit, emptyLedger, type Ledger, recordVisit, visitsOf } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import { act, answers, conclusion, opened, scan, visitAfter } from '../inspection/visit.js';

const rules = exampleRecordRules;
const entriesOf = (inspection: Inspection) =>
  findingEntries(inspection, { jurisdiction: '110000' });
const order = (measure: string, id: string, items = ['exits', 'gas'], more = {}) =>
  act(id, { act: 'order', measure, items, ...more } as never);
const concluded = visitAfter([scan, ...answers, conclusion]);

describe('what a visit found, on the credit record', () => {
  it('is one finding for each result with an event, with the duties that are not met', () => {
    const entries = entriesOf(concluded);
    expect(entries).toMatchObject([
      {
        id: 'v/v:to-correct',
        kind: 'finding',
        event: 'finding-minor',
        on: '2026-02-09',
        basis: ['law-b 28', 'law-c 3'],
        source: { department: 'market', reference: 'v:to-correct' },
      },
    ]);
    const { record, aside } = joinEntries(emptyRecord('JC-000123'), entries);
    expect(aside).toEqual([]);
    const { events } = projectRecord(record, { asOf: '2026-03-01', known: '2026-03-01', rules });
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([['finding-minor', '2026-02-09']]);
  });

  it('is put right once every item of it is, and not before', () => {
    const guided = visitAfter(
      [order('guide', 'g1', ['exits']), order('guide', 'g2', ['gas'])],
      concluded,
    );
    const done = (id: string, at: string): InspectionAct =>
      act(`d-${id}`, { act: 'report-done', followUp: id, evidence: [], at, by: 'firm' });
    const half = visitAfter([done('g1', '2026-02-20')], guided);
    expect(entriesOf(half)).toHaveLength(1);
    const whole = visitAfter([done('g2', '2026-03-01')], half);
    const { record, aside } = joinEntries(emptyRecord('JC-000123'), entriesOf(whole));
    expect(aside).toEqual([]);
    const [matter] = recordAsOf(record, { on: '2026-03-02', known: '2026-03-02', rules }).matters;
    expect(matter?.deeds).toEqual({ 'duty-done': '2026-03-01' });
  });

  it('is nothing before the legal office has agreed', () => {
    const serious = { ...conclusion, results: [{ code: 'serious' }] } as typeof conclusion;
    expect(entriesOf(visitAfter([scan, ...answers, serious]))).toEqual([]);
  });

  it('is one more finding where the re-check finds nothing put right', () => {
    const failed = visitAfter(
      [
        order('correct', 'fix', ['gas'], { due: '2026-02-13' }),
        act('r', {
          act: 'recheck',
          followUp: 'fix',
          outcome: 'not-corrected',
          evidence: [],
          at: '2026-02-24',
        }),
      ],
      concluded,
      { working: { calendars: [], years: [2026], isOpen: () => true } },
    );
    const entries = entriesOf(failed);
    expect(entries.map(({ id, on }) => [id, on])).toEqual([
      ['v/v:to-correct', '2026-02-09'],
      ['v/fix', '2026-02-24'],
    ]);
  });
});

describe('the ledger and the acts of a visit', () => {
  const book = (): Ledger =>
    admitVisit(
      emptyLedger,
      {
        id: 'v',
        entity: 'JC-000123',
        kind: 'census',
        day: '2026-02-09',
        lead: 'market',
        partners: ['fire'],
      },
      twoInspections,
    ).ledger;
  const enter = (ledger: Ledger, inspection: Inspection): Ledger =>
    ledgerActsOf(inspection).reduce((now, one) => {
      const { ledger: next, decision } = recordVisit(now, one, twoInspections);
      expect(decision.status).toBe('recorded');
      return next;
    }, ledger);

  it('agree at every step, and enter nothing twice', () => {
    const visits = [opened(), visitAfter([scan]), concluded];
    let ledger = book();
    for (const visit of visits) {
      ledger = enter(ledger, visit);
      expect(ledgerDifferences(visit, ledger)).toEqual([]);
    }
    expect(visitsOf(ledger, 'JC-000123')).toMatchObject([
      { state: 'done', outcome: 'to-correct', day: '2026-02-09', days: 1 },
    ]);
    const off = visitAfter([act('off', { act: 'call-off', reason: 'storm', by: 'market' })]);
    const cancelled = enter(book(), off);
    expect(ledgerDifferences(off, cancelled)).toEqual([]);
  });

  it('are found to differ, field by field', () => {
    const differences = (visit: Inspection, ledger: Ledger) =>
      ledgerDifferences(visit, ledger).map(({ code, path }) => [code, ...path]);
    expect(differences(concluded, emptyLedger)).toEqual([['visit-not-in-ledger', 'visit']]);
    expect(differences(concluded, book())).toEqual([['ledger-differs', 'state']]);
    const clean = enter(book(), concluded);
    const other = { ...concluded.conclusion, results: [{ code: 'serious' }], on: '2026-02-10' };
    const told = { ...concluded, startedOn: '2026-02-08', conclusion: other } as Inspection;
    expect(differences(told, clean)).toEqual([
      ['ledger-differs', 'day'],
      ['ledger-differs', 'outcome'],
      ['ledger-differs', 'days'],
    ]);
  });
});
