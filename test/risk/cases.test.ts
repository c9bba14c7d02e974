import { workingCalendar } from 'evenhand/calendar';
import type { Entity } from 'evenhand/register';
import {
  advanceCase,
  CASE_STATES,
  type CaseStep,
  caseDemand,
  caseEvent,
  openCase,
  overdueCases,
  type Signal,
  type WarningCase,
  type WarningRules,
  watch,
} from 'evenhand/risk';
import { chinaWorkingDays, exampleWarnings as rules, twoInspections } from 'evenhand/schemes';
import { arbitraryDay } from 'evenhand/testing';
import { admitVisit, emptyLedger } from 'evenhand/visits';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const firm: Entity = {
  id: '示例企业00017',
  facts: {},
  lists: [],
  events: [1, 2, 3].map((n) => ({
    id: `c${n}`,
    kind: 'complaint',
    on: `2026-01-0${n}`,
    source: 'test',
  })),
};
const signalOf = (of: WarningRules = rules): Signal =>
  watch(of, [firm], { asOf: '2026-01-31' }).signals[0] as Signal;
const opened = openCase(rules, signalOf()) as WarningCase;
const begin = (on: string, method: 'off-site' | 'on-site'): CaseStep => ({
  do: 'begin',
  on,
  method,
  by: 'JC-000123',
});
const open = (on: string): CaseStep => ({
  do: 'result',
  on,
  outcome: 'inconclusive',
  evidence: ['call-17'],
});
const founded = (on: string, finding = 'minor'): CaseStep => ({
  do: 'result',
  on,
  outcome: 'founded',
  finding,
  evidence: ['photo-3'],
});
const dispose = (on: string, disposal: string): CaseStep => ({
  do: 'dispose',
  on,
  disposal,
  reference: '示例令改〔2026〕3号',
});
/** The case after steps that must all be taken. */
const caseAfter = (...steps: CaseStep[]): WarningCase =>
  steps.reduce((one, step) => {
    const next = advanceCase(rules, one, step);
    expect(next.issues).toEqual([]);
    return next.case;
  }, opened);
const refused = (one: WarningCase, step: CaseStep): string[] => {
  const next = advanceCase(rules, one, step);
  expect(next.case).toBe(one);
  return next.issues.map(({ code }) => code);
};

describe('a case', () => {
  it('goes from the signal by a look from afar and a visit to a finding, a disposal and an event', () => {
    expect([opened.state, opened.due, caseDemand(rules, opened)]).toEqual([
      'to-check',
      '2026-02-07',
      undefined,
    ]);
    const begun = caseAfter(begin('2026-02-02', 'off-site'));
    expect([begun.state, begun.due, caseDemand(rules, begun)]).toEqual([
      'checking',
      '2026-02-17',
      undefined,
    ]);
    const unclear = caseAfter(begin('2026-02-02', 'off-site'), open('2026-02-10'));
    expect([unclear.state, unclear.due]).toEqual(['to-check', '2026-02-17']);
    expect(caseDemand(rules, unclear)).toEqual({
      id: `${opened.id}#market-registration`,
      entity: firm.id,
      authority: 'market',
      item: 'market-registration',
      kind: 'spot-check',
      cause: 'for-cause',
      window: { from: '2026-02-10', to: '2026-02-17' },
      weight: 1,
      duty: false,
      evidence: { cause: 'monitoring', reference: opened.id },
    });
    const there = [
      begin('2026-02-02', 'off-site'),
      open('2026-02-10'),
      begin('2026-02-12', 'on-site'),
      founded('2026-02-12'),
    ];
    const found = caseAfter(...there);
    expect([found.state, found.due, found.finding]).toEqual(['to-dispose', '2026-03-14', 'minor']);
    expect(caseEvent(rules, found)).toBeUndefined();
    const closed = caseAfter(...there, dispose('2026-02-20', 'corrected'));
    expect([closed.state, closed.due]).toEqual(['closed', undefined]);
    expect(caseDemand(rules, closed)).toBeUndefined();
    expect(caseEvent(rules, closed)).toEqual({
      id: `${opened.id}#corrected`,
      kind: 'finding-minor',
      on: '2026-02-20',
      values: { rule: 'complaints', finding: 'minor', reference: '示例令改〔2026〕3号' },
      source: opened.id,
    });
    // Advice is no event, and neither is a signal without ground.
    expect(caseEvent(rules, caseAfter(...there, dispose('2026-02-20', 'advised')))).toBeUndefined();
    const unfounded: CaseStep = {
      do: 'result',
      on: '2026-02-03',
      outcome: 'unfounded',
      evidence: ['x'],
    };
    const nothing = caseAfter(begin('2026-02-02', 'off-site'), unfounded);
    expect([nothing.state, caseEvent(rules, nothing)]).toEqual(['closed', undefined]);
  });

  it('asks for a visit that a full cap lets through, with its evidence', () => {
    const demand = caseDemand(
      rules,
      caseAfter(begin('2026-02-02', 'off-site'), open('2026-02-10')),
    );
    const visit = {
      id: `${firm.id}/for-cause`,
      entity: firm.id,
      kind: 'spot-check' as const,
      window: { from: '2026-02-10', to: '2026-02-17' },
      lead: 'market',
      partners: [],
      demands: [demand?.id as string],
    };
    const counted = admitVisit(
      emptyLedger,
      { ...visit, window: { from: '2026-01-05', to: '2026-01-10' } },
      twoInspections,
    );
    const second = admitVisit(
      counted.ledger,
      { ...visit, id: `${firm.id}/spot-check#2` },
      twoInspections,
    );
    expect(second.decision.status).toBe('refused');
    const { evidence } = demand as { evidence: NonNullable<(typeof demand & object)['evidence']> };
    const byCause = admitVisit(
      counted.ledger,
      { ...visit, id: `${firm.id}/spot-check#2`, evidence },
      twoInspections,
    );
    expect(byCause.decision).toMatchObject({ status: 'admitted', counts: false });
  });

  it('is not opened for a signal that only alerts', () => {
    const alerts: WarningRules = {
      ...rules,
      rules: rules.rules.map((rule) => ({ ...rule, asks: [{ do: 'alert', to: ['market'] }] })),
    };
    expect(openCase(alerts, signalOf(alerts))).toBeUndefined();
  });

  it('counts in working days over Spring Festival, and is refused where no calendar is published', () => {
    const working = workingCalendar([chinaWorkingDays]);
    const days: WarningRules = {
      ...rules,
      handling: { ...rules.handling, begin: { workingDays: 10 } },
    };
    const signal = signalOf(days);
    // 2026: off from 15 to 23 February, 14 and 28 February are worked.
    expect(openCase(days, signal, { working })?.due).toBe('2026-02-13');
    expect(refusal(() => openCase(days, signal))[0]).toBe('calendar-needed');
    const late = { ...days, handling: { ...days.handling, begin: { workingDays: 300 } } };
    expect(refusal(() => openCase(late, signalOf(late), { working }))[0]).toBe(
      'year-without-calendar',
    );
  });

  it('refuses, by name, and stays as it was', () => {
    const begun = caseAfter(begin('2026-02-02', 'off-site'));
    const onSite = caseAfter(
      begin('2026-02-02', 'off-site'),
      open('2026-02-03'),
      begin('2026-02-04', 'on-site'),
    );
    const found = caseAfter(begin('2026-02-02', 'off-site'), founded('2026-02-03'));
    expect(refused(opened, begin('2026-02-02', 'on-site'))).toEqual(['method-out-of-turn']);
    expect(refused(opened, founded('2026-02-02'))).toEqual(['step-out-of-turn']);
    expect(refused(opened, begin('2026-01-30', 'off-site'))).toEqual(['step-back-in-time']);
    expect(refused(begun, founded('2026-02-01'))).toEqual(['step-back-in-time']);
    expect(refused(begun, founded('2026-02-03', 'gossip'))).toEqual(['unknown-finding']);
    expect(refused(begun, { ...open('2026-02-03'), evidence: [] } as CaseStep)).toEqual([
      'evidence-missing',
    ]);
    expect(refused(onSite, open('2026-02-05'))).toEqual(['no-further-method']);
    expect(refused(found, dispose('2026-02-05', 'case-filed'))).toEqual([
      'disposal-not-for-finding',
    ]);
    expect(refused(found, begin('2026-02-05', 'on-site'))).toEqual(['step-out-of-turn']);
    const other: WarningRules = { ...rules, version: '2027' };
    expect(refusal(() => advanceCase(other, opened, begin('2026-02-02', 'off-site')))[0]).toBe(
      'other-document',
    );
    expect(refusal(() => openCase(other, signalOf()))[0]).toBe('other-document');
  });

  it('is overdue the day after its step was due, the longest first', () => {
    const begun = caseAfter(begin('2026-02-02', 'off-site'));
    expect(overdueCases([begun, opened], '2026-02-07')).toEqual([]);
    expect(overdueCases([begun, opened], '2026-02-08')).toEqual([opened]);
    expect(overdueCases([begun, opened], '2026-02-18')).toEqual([opened, begun]);
  });

  it('whatever is tried in whatever order, never skips a stage, goes back in time or visits before its turn', () => {
    const day = arbitraryDay({ from: '2026-01-25', to: '2026-03-15' });
    const step: fc.Arbitrary<CaseStep> = fc.oneof(
      fc
        .tuple(day, fc.constantFrom('off-site' as const, 'on-site' as const))
        .map(([on, m]) => begin(on, m)),
      day.map(open),
      day.map((on): CaseStep => ({ do: 'result', on, outcome: 'unfounded', evidence: ['x'] })),
      fc.tuple(day, fc.constantFrom('minor', 'serious', 'gossip')).map(([on, f]) => founded(on, f)),
      fc
        .tuple(day, fc.constantFrom('corrected', 'case-filed', 'advised'))
        .map(([on, d]) => dispose(on, d)),
    );
    let closed = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let one = opened;
        for (const next of [...steps].sort((a, b) => (a.on < b.on ? -1 : 1))) {
          one = advanceCase(rules, one, next).case;
        }
        const taken = one.steps;
        expect(CASE_STATES).toContain(one.state);
        // The words of the steps form the pattern of the loop.
        const words = taken
          .map((s) => (s.do === 'result' ? s.outcome : s.do === 'begin' ? s.method : s.do))
          .join(' ');
        expect(words).toMatch(
          /^(?:off-site(?: (?:unfounded|founded(?: dispose)?|inconclusive(?: on-site(?: unfounded| founded(?: dispose)?)?)?))?)?$/,
        );
        expect(taken.map(({ on }) => on)).toEqual([...taken.map(({ on }) => on)].sort());
        expect(caseEvent(rules, one) !== undefined).toBe(
          one.state === 'closed' && one.finding !== undefined && one.disposal !== 'advised',
        );
        if (one.state === 'closed') closed++;
      }),
      { numRuns: 300 },
    );
    expect(closed).toBeGreaterThan(10);
  });
});
