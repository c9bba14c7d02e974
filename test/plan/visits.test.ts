import { checkWitness } from 'evenhand/inspectors';
import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
import { drawPlan, type Plan, type PlanInput, preparePlan } from 'evenhand/plan';
import { ticket } from 'evenhand/ticket';
import { describe, expect, it } from 'vitest';
import { eligibleInspectors } from '../../src/inspectors/eligibleInspectors.js';
import { arranged } from '../../src/plan/arranging.js';
import { visitDay } from '../../src/plan/visitDay.js';
import { firm, firms, inspector, task, town, townInput } from './town.js';
import { cityInput, ENTROPY, entropyOf, frameOf } from './year.js';

const planOf = (input: PlanInput, n = 0): Plan => drawPlan(preparePlan(input), entropyOf(n));

describe('the cap', () => {
  it('is never exceeded for an entity it protects, over many draws', () => {
    const prepared = preparePlan(town);
    const isProtected = new Map(prepared.standings.map(({ id, capped }) => [id, capped]));
    let tight = 0;
    for (let n = 0; n < 25; n++) {
      const kinds = new Map<string, number>();
      const plan = drawPlan(prepared, entropyOf(n));
      for (const { entity, kind, counts, beyondCap } of plan.visits) {
        if (!counts || isProtected.get(entity) !== true || beyondCap) continue;
        kinds.set(`${entity} ${kind}`, (kinds.get(`${entity} ${kind}`) ?? 0) + 1);
      }
      expect(Math.max(...kinds.values())).toBe(1);
      tight += plan.deferred.length;
    }
    expect(tight).toBeGreaterThan(0);
  });

  it('does not hold for-cause visits, which keep their evidence and count for nothing', () => {
    const { visits, before, after } = drawPlan(preparePlan(town), ENTROPY);
    const outside = visits.filter(({ kind }) => kind === 'for-cause');
    expect(outside.map(({ id, counts, evidence }) => [id, counts, evidence?.reference])).toEqual([
      ['low-B-003/for-cause', false, '12345-2026-0417'],
      ['low-B-003/for-cause#2', false, '12345-2026-0417'],
    ]);
    expect(after).toBe(visits.length - outside.length);
    expect(after).toBeLessThan(before);
  });

  it('yields to a duty in the open, and every demand is visited, at the desk or deferred', () => {
    const early = { from: '2026-01-05', to: '2026-01-30' };
    const rows = firms(6, 'low', 'B');
    const quota = { all: 'law' };
    const plan = planOf(
      townInput(rows, [
        task('a', { quota, duty: true }),
        task('b', { quota, duty: true, window: early }),
      ]),
    );
    expect(plan.visits.filter(({ beyondCap }) => beyondCap)).toHaveLength(6);
    expect(plan.deferred).toEqual([]);
    const done = plan.visits.flatMap(({ demands }) => demands);
    expect(done.toSorted()).toEqual(plan.demands.map(({ id }) => id).toSorted());
  });
});

it('checks at the desk who is drawn in a cell that is not checked on the premises', () => {
  const plan = planOf(
    townInput(firms(20, 'low', 'A'), [task('half', { quota: { ratio: '1/2', rule: 'at-least' } })]),
  );
  expect(plan.visits).toEqual([]);
  expect(plan.desk).toHaveLength(10);
  expect(new Set(plan.desk.map(({ method }) => method))).toEqual(new Set(['off-site']));
});

it('checks the items of the rank its cell asks for, all where the task has none of it', () => {
  const quota = { total: 1 };
  const items = (row: ReturnType<typeof firm>, own: string[]) =>
    planOf(townInput([row], [task('t', { quota, items: own })])).visits[0]?.items;
  expect(items(firm('E', 'low', 'B'), ['goods', 'scales'])).toEqual(['goods']);
  expect(items(firm('E', 'low', 'B'), ['scales'])).toEqual(['scales']);
  expect(items(firm('E', 'low', 'D'), ['goods', 'scales'])).toEqual(['goods', 'scales']);
});

const { choices } = arranged({ asOf: '2025-12-31' });
const dayIn = (window: { from: string; to: string }, one: string) =>
  visitDay(choices(window, undefined), one);

describe('the day of a visit', () => {
  const window = { from: '2026-03-02', to: '2026-03-15' };
  const tickets = Array.from({ length: 5000 }, (_, i) =>
    ticket('ab'.repeat(32), `E${i}/spot-check`),
  );

  it('is a weekday inside its window', () => {
    for (const { day, window: own } of planOf(cityInput(400)).visits) {
      expect(own.from <= day && day <= own.to).toBe(true);
      expect(new Date(day).getUTCDay() % 6).not.toBe(0);
    }
  });

  it('is each weekday about as often (chi-square over 5,000 tickets)', () => {
    const counts = new Map<string, number>();
    for (const one of tickets) {
      const day = dayIn(window, one);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([
      ...['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((d) => `2026-03-${d}`),
    ]);
    const expected = tickets.length / counts.size;
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: 27.88 is passed once in a thousand.
    expect(chi).toBeLessThan(27.88);
  });

  it('is any day of a window that has no weekday, before and after 1970', () => {
    const weekend = { from: '2026-03-07', to: '2026-03-08' };
    expect(new Set(tickets.slice(0, 50).map((one) => dayIn(weekend, one))).size).toBe(2);
    expect(dayIn({ from: '1969-12-27', to: '1969-12-29' }, tickets[0] as string)).toBe(
      '1969-12-29',
    );
  });

  it('hangs on its own ticket alone: more entities move no other visit of the same name', () => {
    const rows = firms(4, 'low', 'B');
    const quota = { all: 'law' };
    const few = planOf(townInput(rows, [task('t', { quota })]));
    const many = planOf(townInput([...rows, ...firms(9, 'high', 'B')], [task('t', { quota })]));
    const days = new Map(many.visits.map(({ id, day }) => [id, day]));
    for (const { id, day } of few.visits) expect(days.get(id)).toBe(day);
    expect(few.visits).toHaveLength(4);
  });
});

describe('a plan whose staff does not suffice', () => {
  const inspectors = [
    inspector('M1', 'market', { capacity: 3 }),
    inspector('M2', 'market', { capacity: 1, lead: false }),
  ];
  const input = townInput(firms(4, 'low', 'B'), [task('t', { quota: { all: 'law' } })], {
    inspectors,
  });
  const prepared = preparePlan(input);
  const plan = drawPlan(prepared, ENTROPY);

  it('has no teams but a witness that recounts', () => {
    expect(plan.staffing.status).toBe('infeasible');
    expect(plan.visits.every(({ members }) => members === undefined)).toBe(true);
    const staffing = {
      inspectors,
      visits: plan.visits.map((visit) => ({
        id: visit.id,
        size: visit.teamSize,
        eligible: eligibleInspectors({
          visit,
          items: prepared.items.filter(({ id }) => visit.items.includes(id)),
          day: visit.day,
          inspectors,
        }).eligible,
      })),
    };
    expect(
      plan.staffing.status === 'infeasible' && checkWitness(staffing, plan.staffing.witness),
    ).toBe(true);
  });

  it('is published and verified with its witness, and forged teams are found', () => {
    const [a, b] = [noticeA(prepared), noticeB(plan)];
    expect(b.witness?.missing).toBeGreaterThan(0);
    expect(b.loads).toEqual([]);
    expect(verifyDraw(a, b, { frame: frameOf(prepared) }).ok).toBe(true);
    const [first, ...rest] = b.visits;
    const staffed = {
      ...b,
      visits: [{ ...(first as (typeof b.visits)[number]), members: ['M1', 'M2'] }, ...rest],
    };
    const teams = verifyDraw(a, staffed).checks.find(({ check }) => check === 'teams');
    expect(teams?.field).toBe('B.visits[0].members');
    const loads = [{ inspector: 'M1', load: 1, low: 1, high: 1 }];
    const loaded = verifyDraw(a, { ...b, loads }).checks.find(({ check }) => check === 'teams');
    expect(loaded?.field).toBe('B.loads[0]');
  });
});

it('sends an inspector neither where he is recused nor when he is absent', () => {
  const prepared = preparePlan(town);
  const staff = new Map(prepared.inspectors.map((one) => [one.id, one]));
  for (let n = 0; n < 10; n++) {
    for (const { entity, day, members = [] } of drawPlan(prepared, entropyOf(n)).visits) {
      for (const id of members) {
        const { recusals = [], absences = [] } = staff.get(id) ?? {};
        expect(recusals.map((one) => one.entity)).not.toContain(entity);
        expect(absences.some(({ from, to }) => from <= day && day <= to)).toBe(false);
      }
    }
  }
});
