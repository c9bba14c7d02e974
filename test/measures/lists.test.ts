import { addDays, type Day } from 'evenhand/core';
import {
  checkListRules,
  type ListRules,
  listChanges,
  listRulesSchema,
  listStandings,
  listsByRule,
  measuresJsonSchemas,
  parseListRules,
} from 'evenhand/measures';
import type { Event, Fact } from 'evenhand/register';
import { exampleLists, marketLists2014, marketLists2021 } from 'evenhand/schemes';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectPlainData } from '../schemes/documents.js';
import { codeOf } from '../ticket/codeOf.js';

const event = (kind: string, on: Day, more: Partial<Event> = {}): Event => ({
  id: `${kind}-${on}`,
  kind,
  on,
  source: 'example',
  ...more,
});
const firm = (
  events: readonly Event[],
  facts: Record<string, Fact> = {},
  lists: string[] = [],
) => ({
  facts,
  lists,
  events,
});
const standing = (rules: ListRules, list: string, events: readonly Event[], asOf: Day) =>
  listStandings(rules, firm(events), asOf).find((one) => one.list === list);

describe('the documents', () => {
  it.each([
    ['exampleLists', exampleLists],
    ['marketLists2014', marketLists2014],
    ['marketLists2021', marketLists2021],
  ])('%s is plain data without a finding', (_, document) => {
    expectPlainData(document, listRulesSchema);
    expect(checkListRules(document)).toEqual([]);
    expect(parseListRules(document)).toEqual(document);
  });

  it('are refused where an escalation leads nowhere, or nobody can apply in time', () => {
    const [abnormal, serious, ...others] = exampleLists.lists;
    if (abnormal === undefined || serious === undefined) throw new Error('no lists');
    const found = (lists: readonly unknown[]) =>
      checkListRules({ ...exampleLists, lists } as ListRules).map(({ code }) => code);
    expect(found([abnormal, ...others])).toEqual(['unknown-list']);
    expect(found([serious, ...others])).toEqual(['unknown-list']);
    expect(found([abnormal, abnormal, serious, ...others])).toEqual(['repeated-name']);
    const late = { ...serious, exit: { ...serious.exit, applyAfter: { years: 3 } } };
    expect(found([abnormal, late])).toEqual(['apply-after-term']);
    const ever = { ...serious, exit: { cite: 'example' } };
    expect(found([abnormal, ever])).toEqual(['list-without-exit']);
    expect(codeOf(() => parseListRules({ ...exampleLists, lists: [] }))).toBe('bad-document');
    expect(Object.keys(measuresJsonSchemas())).toEqual(['lists', 'measures']);
  });
});

// 「履行义务后移出;满3年仍未履行相关义务的,列入严重违法失信企业名单;自被列入之日起满5年移出」
describe('abnormal operations, three years, serious dishonesty, five years', () => {
  const entry = event('no-contact', '2016-02-29');
  const states = (days: readonly Day[], more: Partial<Event> = {}) =>
    days.map((day) => listsByRule(marketLists2014, firm([{ ...entry, ...more }]), day));

  it.each([
    ['the day before', '2016-02-28', []],
    ['the day of entry', '2016-02-29', ['abnormal-operations']],
    ['the last day of the three years', '2019-02-28', ['abnormal-operations']],
    ['the day after', '2019-03-01', ['abnormal-operations', 'serious-dishonesty']],
    ['the last day of the five', '2024-03-01', ['abnormal-operations', 'serious-dishonesty']],
    ['the day after them', '2024-03-02', ['abnormal-operations']],
  ])('%s', (_, day, expected) => {
    expect(states([day])).toEqual([expected]);
  });

  it('leaves on the day the duty is done, and never goes further if that is in time', () => {
    expect(
      states(['2019-02-27', '2019-02-28', '2019-03-01'], { repairedOn: '2019-02-28' }),
    ).toEqual([['abnormal-operations'], [], []]);
    expect(states(['2019-03-01', '2019-03-02'], { repairedOn: '2019-03-01' })).toEqual([
      ['serious-dishonesty'],
      ['serious-dishonesty'],
    ]);
  });

  it('tells the day it goes further, and from when the firm is told: sixty days before', () => {
    expect(
      standing(marketLists2014, 'abnormal-operations', [entry], '2018-12-01')?.escalates,
    ).toEqual({
      to: 'serious-dishonesty',
      on: '2019-03-01',
      warnFrom: '2018-12-31',
    });
  });
});

describe('leaving on application', () => {
  const entry = event('serious-dishonesty-decided', '2024-02-29');
  const leave = (on: Day) => event('list-leave', on, { values: { list: 'serious-dishonesty' } });
  const at = (day: Day, ...more: Event[]) =>
    standing(marketLists2021, 'serious-dishonesty', [entry, ...more], day);

  it('is possible on the day after the year, and refused before, with that day', () => {
    expect(at('2024-03-01')).toMatchObject({
      since: '2024-02-29',
      until: '2027-02-28',
      mayApplyFrom: '2025-03-01',
    });
    const early = at('2025-06-01', leave('2025-02-28'));
    expect([
      early?.state,
      early?.issues.map(({ code, params }) => [code, params['expected']]),
    ]).toEqual(['on', [['leave-too-early', '2025-03-01']]]);
    expect(at('2025-06-01', leave('2025-03-01'))?.state).toBe('off');
    expect(at('2025-03-01', leave('2025-03-02'))?.state).toBe('on');
  });

  it('is not needed after three years', () => {
    expect(['2027-02-28', '2027-03-01'].map((day) => at(day)?.state)).toEqual(['on', 'off']);
  });
});

describe('notice to the firm, and time to object', () => {
  const ground = event('dishonesty-alleged', '2026-01-05');
  const notice = event('list-notice', '2026-01-16', { values: { ground: ground.id } });
  const objection = (on: Day, more: Record<string, Fact> = {}) =>
    event('list-objection', on, { values: { ground: ground.id, ...more } });
  const at = (day: Day, ...more: Event[]) =>
    standing(exampleLists, 'serious-dishonesty', [ground, ...more], day);

  it('waits for the notice, then for the last day to object, and begins on the day after', () => {
    expect(at('2026-06-01')?.state).toBe('to-notify');
    expect(at('2026-01-31', notice)).toMatchObject({
      state: 'may-object',
      lastDayToObject: '2026-01-31',
    });
    expect(at('2026-02-01', notice)).toMatchObject({
      state: 'on',
      since: '2026-02-01',
      until: '2029-02-01',
    });
  });

  it('waits while an objection of the last day is open, and not for one a day later', () => {
    expect(at('2026-03-31', notice, objection('2026-01-31'))?.state).toBe('objected');
    expect(at('2026-03-31', notice, objection('2026-02-01'))?.state).toBe('on');
  });

  it('never begins if the objection is upheld, and on the day of the decision if it is rejected', () => {
    const decided = (outcome: string, decidedOn: Day) =>
      objection('2026-01-20', { outcome, decidedOn });
    expect(at('2026-06-01', notice, decided('upheld', '2026-02-10'))?.state).toBe('off');
    expect(at('2026-02-09', notice, decided('rejected', '2026-02-10'))?.state).toBe('objected');
    expect(at('2026-02-10', notice, decided('rejected', '2026-02-10'))?.since).toBe('2026-02-10');
    expect(at('2026-01-25', notice, decided('rejected', '2026-01-24'))).toMatchObject({
      state: 'may-object',
    });
    expect(at('2026-02-01', notice, decided('rejected', '2026-01-24'))?.since).toBe('2026-02-01');
  });
});

describe('lists that follow from a condition', () => {
  const good = { creditGrade: 'A', riskLevel: 'low' };

  it('hold on every day the condition does, and end with it', () => {
    const penalty = event('penalty-general', '2026-03-15');
    const names = (day: Day, events: Event[] = [penalty]) =>
      listsByRule(exampleLists, firm(events, good), day);
    expect(names('2026-03-14')).toContain('do-not-disturb');
    expect(names('2026-03-15')).not.toContain('do-not-disturb');
    expect(names('2026-05-02', [{ ...penalty, repairedOn: '2026-05-02' }])).toContain(
      'do-not-disturb',
    );
    expect(names('2028-03-14')).not.toContain('do-not-disturb');
    expect(names('2028-03-15')).toContain('do-not-disturb');
  });

  it('are unknown, never off, where a fact is missing', () => {
    const states = listStandings(exampleLists, firm([]), '2026-03-15').map(
      ({ list, state }) => `${list} ${state}`,
    );
    expect(states).toContain('do-not-disturb unknown');
    expect(listChanges(exampleLists, firm([], {}, ['do-not-disturb']), '2026-03-15')).toEqual([]);
  });

  it('tell what a record lacks and has too much', () => {
    const one = firm([event('list-abnormal', '2026-01-31')], { ...good, hazardous: false }, [
      'serious-dishonesty',
    ]);
    expect(
      listChanges(exampleLists, one, '2026-03-15').map(({ list, change }) => `${change} ${list}`),
    ).toEqual(['enter abnormal-operations', 'leave serious-dishonesty', 'enter do-not-disturb']);
  });
});

describe('against a slow second version', () => {
  // Day by day: on a list from the day of entry, until the day before it is left.
  it('agrees on every day', () => {
    const day = fc.nat(1500).map((n) => addDays('2016-01-01', n));
    fc.assert(
      fc.property(
        day,
        fc.option(fc.nat(1500), { nil: undefined }),
        fc.nat(4000),
        (on, done, later) => {
          const repairedOn = done === undefined ? undefined : addDays(on, done);
          const entry = event('no-contact', on, repairedOn === undefined ? {} : { repairedOn });
          const asOf = addDays(on, later);
          const anniversary = (years: number) => {
            const [y, m, d] = on.split('-') as [string, string, string];
            const moved = `${Number(y) + years}-${m}-${d}`;
            return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved
              ? moved
              : `${Number(y) + years}-02-28`;
          };
          const isDone = (by: Day) => repairedOn !== undefined && repairedOn <= by;
          const expected = [];
          if (!isDone(asOf)) expected.push('abnormal-operations');
          const serious = addDays(anniversary(3), 1);
          const fiveLater = `${Number(serious.slice(0, 4)) + 5}${serious.slice(4)}`;
          if (!isDone(anniversary(3)) && asOf > anniversary(3) && asOf <= fiveLater) {
            expected.push('serious-dishonesty');
          }
          expect(listsByRule(marketLists2014, firm([entry]), asOf)).toEqual(expected);
        },
      ),
    );
  });
});
