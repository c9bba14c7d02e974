import { addDays } from 'evenhand/core';
import {
  checkKeyRules,
  type KeyInput,
  keyCoverage,
  keyDemands,
  lotteryIssues,
  safeParseKeyRules,
} from 'evenhand/risk';
import { exampleKeySupervision as rules } from 'evenhand/schemes';
import { arbitraryDay } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../schemes/documents.js';

const year = { from: '2026-01-01', to: '2026-12-31' };
const A = '示例企业00017';
const object = { entity: A, since: '2025-06-01' };
const visit = (item: string, on: string, id = `v-${on}`) => ({ entity: A, item, on, visit: id });
const report = (input: Partial<KeyInput>, asOf = '2027-01-01') =>
  keyCoverage(rules, { objects: [object], done: [], ...input }, year, { asOf });
const lines = (input: Partial<KeyInput>, asOf?: string) =>
  report(input, asOf).lines.map(({ item, window, state, why = '' }) =>
    [item, window.from, window.to, state, why].join(' ').trim(),
  );

describe('key supervision', () => {
  it('asks for every item of every listed object in every period, as a duty off the list', () => {
    const demands = keyDemands(rules, [object], year);
    expect(demands.map(({ item, window }) => [item, window.from, window.to].join(' '))).toEqual([
      'emergency-production 2026-01-01 2026-12-31',
      'fire-crowd 2026-01-01 2026-06-30',
      'fire-crowd 2026-07-01 2026-12-31',
    ]);
    expect(demands.every(({ cause, duty }) => cause === 'list' && duty)).toBe(true);
    expect(new Set(demands.map(({ id }) => id)).size).toBe(3);
  });

  it('is full where each was covered in its period, by which visit', () => {
    const done = [
      visit('emergency-production', '2026-02-01'),
      visit('fire-crowd', '2026-06-30'),
      visit('fire-crowd', '2026-07-01'),
      visit('fire-crowd', '2026-07-02'),
    ];
    const full = report({ done });
    expect([full.isFull, full.counts, full.objects]).toEqual([
      true,
      { covered: 3, excused: 0, due: 0, missing: 0 },
      1,
    ]);
    expect(full.lines.map(({ visit: by }) => by)).toEqual([
      'v-2026-02-01',
      'v-2026-06-30',
      'v-2026-07-01',
    ]);
  });

  it('says what is missing and why, what is due, and what is excused', () => {
    expect(lines({ done: [visit('fire-crowd', '2026-03-01')] }, '2026-12-31')).toEqual([
      'emergency-production 2026-01-01 2026-12-31 due',
      'fire-crowd 2026-01-01 2026-06-30 covered',
      'fire-crowd 2026-07-01 2026-12-31 due',
    ]);
    expect(
      lines({ done: [visit('fire-crowd', '2026-03-01')] }).filter((line) =>
        line.includes('missing'),
      ),
    ).toEqual([
      'emergency-production 2026-01-01 2026-12-31 missing no-visit',
      'fire-crowd 2026-07-01 2026-12-31 missing no-visit',
    ]);
    const excuse = {
      entity: A,
      reason: 'closed',
      reference: '示例停业-1',
      from: '2026-06-01',
      to: '2027-06-01',
    };
    const excused = report({ excuses: [excuse] });
    expect(excused.lines.map(({ state }) => state)).toEqual(['missing', 'missing', 'excused']);
    expect([excused.isFull, excused.lines[2]?.excuse]).toEqual([
      false,
      { reason: 'closed', reference: '示例停业-1' },
    ]);
    // Open on one day of the period, it could have been covered.
    expect(report({ excuses: [{ ...excuse, from: '2026-07-02' }] }).lines[2]?.state).toBe(
      'missing',
    );
    const unknown = report({ excuses: [{ ...excuse, reason: 'busy' }] });
    expect([unknown.counts.excused, unknown.issues[0]?.code]).toEqual([0, 'unknown-excuse']);
  });

  it('covers an object while it is listed, and not by a visit before', () => {
    const objects = [{ entity: A, since: '2026-03-10', until: '2026-05-20' }];
    expect(lines({ objects, done: [visit('fire-crowd', '2026-03-09')] })).toEqual([
      'emergency-production 2026-03-10 2026-05-20 missing no-visit',
      'fire-crowd 2026-03-10 2026-05-20 missing not-while-listed',
    ]);
  });

  it('knows no visit after the day of the report', () => {
    const done = [visit('fire-crowd', '2026-06-30')];
    expect(lines({ done }, '2026-06-29')[1]).toMatch(/due$/);
    expect(lines({ done }, '2026-06-30')[1]).toMatch(/covered$/);
  });

  it('is outside the lottery', () => {
    const issues = lotteryIssues(
      [object, { entity: 'B', since: '2026-01-01', until: '2026-01-31' }],
      ['C', 'B', A],
      '2026-02-01',
    );
    expect(issues.map(({ code, params }) => [code, params['given']])).toEqual([
      ['key-in-lottery', A],
    ]);
  });

  it('is refused for a span that ends before it begins', () => {
    expect(
      refusal(() => keyDemands(rules, [object], { from: '2026-12-31', to: '2026-01-01' }))[0],
    ).toBe('span-inverted');
  });

  it('has a receipt of its input, and is sound as a document', () => {
    expect(report({}).input).not.toBe(
      report({ objects: [{ ...object, since: '2025-06-02' }] }).input,
    );
    expect(safeParseKeyRules(rules)).toEqual({ ok: true, value: rules, issues: [] });
    const twice = {
      ...rules,
      cover: [...rules.cover, rules.cover[0] as (typeof rules.cover)[number]],
      excuses: [...rules.excuses, ...rules.excuses.slice(0, 1)],
    };
    expect(checkKeyRules(twice).map(({ path }) => path.join('.'))).toEqual([
      'cover.2.item',
      'excuses.2.id',
    ]);
  });

  it('finds what looking at every day finds', () => {
    const day = arbitraryDay({ from: '2025-11-01', to: '2027-02-01' });
    const objects = fc.array(
      fc
        .tuple(
          fc.constantFrom('A', 'B'),
          day,
          fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
        )
        .map(([entity, since, length]) => ({
          entity,
          since,
          ...(length === undefined ? {} : { until: addDays(since, length) }),
        })),
      { maxLength: 3 },
    );
    const done = fc.array(
      fc.record({
        entity: fc.constantFrom('A', 'B'),
        item: fc.constantFrom('fire-crowd', 'emergency-production'),
        on: day,
        visit: fc.constantFrom('v1', 'v2'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(objects, done, day, (listed, visits, asOf) => {
        const found = keyCoverage(rules, { objects: listed, done: visits }, year, { asOf });
        let at = 0;
        const ordered = [...listed].sort((a, b) =>
          a.entity + a.since < b.entity + b.since
            ? -1
            : a.entity + a.since > b.entity + b.since
              ? 1
              : 0,
        );
        for (const { entity, since, until } of ordered) {
          for (const [item, months] of [
            ['emergency-production', 12],
            ['fire-crowd', 6],
          ] as const) {
            for (const half of months === 12 ? ['01'] : ['01', '07']) {
              const last = half === '01' && months === 6 ? '2026-06-30' : '2026-12-31';
              const days: string[] = [];
              for (let one = `2026-${half}-01`; one <= last; one = addDays(one, 1)) {
                if (one >= since && (until === undefined || one <= until)) days.push(one);
              }
              if (days.length === 0) continue;
              const isCovered = days.some(
                (one) =>
                  one <= asOf &&
                  visits.some((v) => v.entity === entity && v.item === item && v.on === one),
              );
              const expected = isCovered
                ? 'covered'
                : asOf <= (days.at(-1) as string)
                  ? 'due'
                  : 'missing';
              const line = found.lines[at++];
              expect([line?.entity, line?.item, line?.state]).toEqual([entity, item, expected]);
            }
          }
        }
        expect(found.lines.length).toBe(at);
        expect(found.isFull).toBe(found.lines.every(({ state }) => state !== 'missing'));
      }),
    );
  });
});
