import { workingCalendar } from 'evenhand/calendar';
import {
  amendPlan,
  type NoticeB,
  noticeA,
  noticeB,
  noticeBMarkdown,
  parseNoticeB,
  verifyAmendments,
  verifyDraw,
} from 'evenhand/notice';
import { drawPlan, type Plan, type PlanInput, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import { chinaWorkingDays, exampleProgramme, exampleVisitRules } from 'evenhand/schemes';
import type { VisitRules } from 'evenhand/visits';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/calendar/workingDays.js';
import { periodsOf } from '../../src/plan/levelDays.js';
import { AUTHORITIES, firms, INSPECTORS, ITEMS, inspector, task, town } from './town.js';
import { cityInput, ENTROPY, entropyOf, SOURCES } from './year.js';

const working = workingCalendar([chinaWorkingDays]);

/** The example programme with working days and visit rules. */
const programmeWith = (rules: VisitRules) =>
  parseProgramme({
    ...exampleProgramme,
    documents: [...exampleProgramme.documents, chinaWorkingDays, rules],
    roles: { ...exampleProgramme.roles, calendars: [chinaWorkingDays.id], visitRules: rules.id },
  });

const inYear = (input: PlanInput, rules: VisitRules = exampleVisitRules): PlanInput => ({
  ...input,
  programme: programmeWith(rules),
});

const months = (plan: Plan): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { day, kind } of plan.visits) {
    if (kind === 'for-cause') continue;
    counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  }
  return counts;
};

describe('the sample city with working days, quiet days and levelling', () => {
  const input = inYear(cityInput(1500));
  const prepared = preparePlan(input);
  const plan = drawPlan(prepared, ENTROPY);
  const [a, b] = [noticeA(prepared), noticeB(plan)];

  it('visits on open days of the windows alone', () => {
    expect(plan.visits.length).toBeGreaterThan(60);
    for (const { day, window, district } of plan.visits) {
      expect(window.from <= day && day <= window.to).toBe(true);
      expect(isWorkingDay(working, day)).toBe(true);
      expect(day.slice(5) <= '01-10').toBe(false);
      if (district === '110105') expect('2026-06-08' <= day && day <= '2026-06-12').toBe(false);
    }
  });

  it('is more level, by the squares of its loads, than days by ticket alone', () => {
    const { levelling: _, ...unlevelled } = exampleVisitRules;
    const before = drawPlan(preparePlan(inYear(cityInput(1500), unlevelled)), ENTROPY);
    const squares = (one: Plan): number => {
      const teams = new Map<string, number>();
      for (const { lead, district, day, kind } of one.visits) {
        if (kind === 'for-cause') continue;
        const name = `${lead} ${district} ${day.slice(0, 7)}`;
        teams.set(name, (teams.get(name) ?? 0) + 1);
      }
      return [...teams.values()].reduce((sum, n) => sum + n * n, 0);
    };
    expect(squares(plan)).toBeLessThan(squares(before));
    expect(before.visits.map(({ id }) => id)).toEqual(plan.visits.map(({ id }) => id));
    expect(before.levelling).toBeUndefined();
  });

  it('tells the load of every authority, district and month, and they add up', () => {
    const { loads = [], witnesses = [] } = plan.levelling ?? {};
    expect(witnesses).toEqual([]);
    const total = loads.reduce((sum, { load }) => sum + load, 0);
    expect(total).toBe(plan.visits.filter(({ kind }) => kind !== 'for-cause').length);
    const counted = months(plan);
    for (const { id } of periodsOf(2026, 'month')) {
      const told = loads
        .filter(({ period }) => period === id)
        .reduce((sum, one) => sum + one.load, 0);
      expect([id, told]).toEqual([id, counted.get(id) ?? 0]);
    }
  });

  it('is verified from the notices alone, which carry calendar and rules', () => {
    expect(a.calendars?.map(({ id }) => id)).toEqual(['china-working-days']);
    expect(a.visitRules?.id).toBe('example-visit-rules');
    expect(Object.keys(b.keys)).toContain('level');
    expect(parseNoticeB(JSON.parse(JSON.stringify(b)))).toEqual(b);
    expect(verifyDraw(a, b)).toMatchObject({ ok: true });
    expect(verifyDraw(a, b).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each<[string, (notice: NoticeB) => Partial<NoticeB>, string]>([
    ['a day moved inside its window', ({ visits }) => ({ visits: moved(visits) }), 'day'],
    [
      'a load changed',
      ({ levelling }) => ({
        levelling: { witnesses: [], loads: (levelling?.loads ?? []).slice(1) },
      }),
      'B.levelling',
    ],
    ['no levelling told', () => ({ levelling: { witnesses: [], loads: [] } }), 'B.levelling'],
    [
      'a firm moved to another district',
      ({ districts = {} }) => ({
        districts: Object.fromEntries(Object.entries(districts).map(([id]) => [id, '999999'])),
      }),
      'B.visits',
    ],
  ])('is found out: %s', (_, change, field) => {
    const checks = verifyDraw(a, { ...b, ...change(b) }).checks.filter(({ ok }) => !ok);
    const visits = checks.find(({ check }) => check === 'visits');
    expect(visits?.field).toContain(field);
  });

  it('is told on the page of notice B', () => {
    expect(noticeBMarkdown(b, 'en')).toContain('How visits lie on the year');
    expect(noticeBMarkdown(b, 'zh')).toContain('均衡安排');
  });

  it('is amended under the same rules', () => {
    const [drawn] = b.samples.flatMap(({ task: name, strata }) =>
      strata.flatMap(({ selected, substitutes }) =>
        substitutes.length > 0 ? selected.map(({ id }) => ({ task: name, entity: id })) : [],
      ),
    );
    const act = {
      kind: 'strike',
      reason: 'closed',
      ...(drawn as { task: string; entity: string }),
    } as const;
    const first = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
    expect(verifyAmendments(a, b, [first])).toEqual({ ok: true });
    for (const { day } of first.visits) expect(isWorkingDay(working, day)).toBe(true);
  });
});

/** The first visit that can be on another working day of its window, there. */
function moved(visits: NoticeB['visits']): NoticeB['visits'] {
  let isMoved = false;
  return visits.map((visit) => {
    if (isMoved || visit.window.from === visit.day || !isWorkingDay(working, visit.window.from))
      return visit;
    isMoved = true;
    return { ...visit, day: visit.window.from };
  });
}

describe('limits by period', () => {
  const spring = task('spring', {
    quota: { all: 'law' },
    window: { from: '2026-03-01', to: '2026-04-30' },
  });
  const inputOf = (limits: NonNullable<VisitRules['levelling']>['limits']): PlanInput => ({
    programme: programmeWith({
      ...exampleVisitRules,
      levelling: { per: 'month', limits: limits ?? [], cite: 'example' },
    }),
    register: {
      entities: firms(9, 'low', 'B'),
      inspectors: [...INSPECTORS, inspector('M9', 'market')],
      authorities: AUTHORITIES,
      items: ITEMS,
    },
    tasks: [spring],
    year: 2026,
    asOf: '2025-12-31',
    drawId: 'EX-2026-001',
    sources: SOURCES,
  });

  it('are kept where they can be', () => {
    const plan = drawPlan(preparePlan(inputOf([{ authority: 'market', visits: 5 }])), ENTROPY);
    expect([...months(plan)].sort()).toEqual(
      [
        ['2026-03', 5],
        ['2026-04', 4],
      ].sort(),
    );
    expect(plan.levelling?.loads.map(({ period, load, limit }) => [period, load, limit])).toEqual([
      ['2026-03', expect.any(Number), 5],
      ['2026-04', expect.any(Number), 5],
    ]);
  });

  it('that are too low are proven so: the days stay those of the tickets, and the notice says it', () => {
    const prepared = preparePlan(inputOf([{ district: '110105', visits: 4 }]));
    const plan = drawPlan(prepared, ENTROPY);
    expect(plan.levelling).toEqual({
      loads: [],
      witnesses: [
        {
          authority: 'market',
          district: '110105',
          periods: ['2026-03', '2026-04'],
          visits: plan.visits.map(({ id }) => id),
          needed: 9,
          capacity: 8,
          missing: 1,
        },
      ],
    });
    expect(plan.visits).toHaveLength(9);
    const [a, b] = [noticeA(prepared), noticeB(plan)];
    expect(verifyDraw(a, b).ok).toBe(true);
    expect(noticeBMarkdown(b, 'en')).toContain('2026-03, 2026-04');
    const hidden = { ...b, levelling: { loads: [], witnesses: [] } };
    expect(verifyDraw(a, hidden).checks.find(({ check }) => check === 'visits')?.field).toBe(
      'B.levelling.witnesses[0]',
    );
  });

  it('take the first that fits, and none elsewhere', () => {
    const limits = [
      { authority: 'fire', visits: 0 },
      { authority: 'market', district: '110105', visits: 5 },
      { visits: 0 },
    ];
    const plan = drawPlan(preparePlan(inputOf(limits)), entropyOf(3));
    expect(plan.levelling?.witnesses).toEqual([]);
    expect(plan.levelling?.loads.every(({ load }) => load <= 5)).toBe(true);
  });
});

describe('who leads, and the order of the checklist', () => {
  it('follow the rules instead of the tasks', () => {
    const rules: VisitRules = {
      ...exampleVisitRules,
      lead: { rules: [{ authorities: ['fire'] }], cite: 'example' },
      checklist: { order: ['key-first'], cite: 'example' },
    };
    const prepared = preparePlan(inYear(town, rules));
    const plan = drawPlan(prepared, ENTROPY);
    const withFire = plan.visits.filter(({ lead, partners }) =>
      [lead, ...partners].includes('fire'),
    );
    expect(withFire.length).toBeGreaterThan(3);
    for (const { lead, kind } of withFire) if (kind === 'spot-check') expect(lead).toBe('fire');
    const both = plan.visits.filter(({ items }) => items.includes('scales') && items.length > 1);
    expect(both.length).toBeGreaterThan(0);
    for (const { items } of both) expect(items[0]).toBe('scales');
    expect(verifyDraw(noticeA(prepared), noticeB(plan)).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('a year without a published calendar', () => {
  it('is refused before the draw, also where only a cause reaches into it', () => {
    const of = (more: Partial<PlanInput>) => () => preparePlan({ ...inYear(town), ...more });
    expect(of({})).not.toThrow();
    const [cause] = town.causes ?? [];
    if (cause === undefined) throw new Error('no cause');
    const late = { ...cause, window: { from: '2026-12-20', to: '2027-01-10' } };
    expect(of({ causes: [late] })).toThrow(
      expect.objectContaining({ code: 'year-without-calendar' }),
    );
    const tasks = [task('t', { window: { from: '2027-03-01', to: '2027-03-31' } })];
    expect(of({ year: 2027, asOf: '2026-12-31', tasks, causes: [] })).toThrow(
      expect.objectContaining({ code: 'year-without-calendar' }),
    );
  });
});

describe('periods', () => {
  it('are the months and the quarters of a year, whole and in order', () => {
    const days = (year: number, per: 'month' | 'quarter') =>
      periodsOf(year, per).map(({ id, from, to }) => `${id} ${from} ${to}`);
    expect(days(2028, 'month').slice(0, 3)).toEqual([
      '2028-01 2028-01-01 2028-01-31',
      '2028-02 2028-02-01 2028-02-29',
      '2028-03 2028-03-01 2028-03-31',
    ]);
    expect(days(2026, 'month')[1]).toBe('2026-02 2026-02-01 2026-02-28');
    expect(days(2026, 'quarter')).toEqual([
      '2026-Q1 2026-01-01 2026-03-31',
      '2026-Q2 2026-04-01 2026-06-30',
      '2026-Q3 2026-07-01 2026-09-30',
      '2026-Q4 2026-10-01 2026-12-31',
    ]);
  });
});
