import {
  amendPlan,
  type NoticeVisit,
  noticeB,
  type PlanAct,
  type PlanAmendment,
  planAsAmended,
  planNow,
} from 'evenhand/notice';
import { drawPlan, type Plan, type Prepared, preparePlan } from 'evenhand/plan';
import { describe, expect, it } from 'vitest';
import { town } from '../plan/town.js';
import { town as weighed } from '../plan/weighed.js';
import { cityInput, ENTROPY } from '../plan/year.js';
import { codeOf } from '../ticket/codeOf.js';

const reason = 'closed since the cut-off';
const years: readonly (readonly [string, Prepared])[] = [
  ['a town', preparePlan(town)],
  ['a city', preparePlan(cityInput(300))],
  ['a draw by weight', weighed.prepared],
];

/** A strike, an absence and a top-up, one after another. */
function amendedYear(prepared: Prepared) {
  const plan = drawPlan(prepared, ENTROPY);
  const b = noticeB(plan);
  const amendments: PlanAmendment[] = [];
  const amend = (act: PlanAct) =>
    amendments.push(amendPlan({ prepared, noticeB: b, amendments }, act));
  const { task, strata } = b.samples.find((one) =>
    one.strata.some(({ selected, substitutes }) => selected.length > 0 && substitutes.length > 0),
  ) as (typeof b.samples)[number];
  const stratum = strata.find(({ selected, substitutes }) => selected[0] && substitutes[0]);
  amend({ kind: 'strike', task, entity: stratum?.selected[0]?.id as string, reason });
  const inspector = planNow(b, amendments).visits.find(({ leader }) => leader)?.leader as string;
  amend({ kind: 'absence', inspector, from: '2026-01-01', to: '2026-12-31' });
  const total = strata.reduce(
    (sum, { selected, takeAll = [] }) => sum + selected.length + takeAll.length,
    1,
  );
  amend({ kind: 'top-up', task, total, reason });
  return { plan, b, amendments, inspector };
}

const counted = ({ visits }: Pick<Plan, 'visits'>) => {
  const loads = new Map<string, number>();
  for (const { members = [] } of visits)
    for (const id of members) loads.set(id, (loads.get(id) ?? 0) + 1);
  return loads;
};

describe.each(years)('%s as amended', (_, prepared) => {
  const { plan, b, amendments, inspector } = amendedYear(prepared);

  it('is the plan that was drawn, where nothing was amended', () => {
    expect(planAsAmended(prepared, b, [])).toEqual(plan);
  });

  it('has the visits, days, teams and deferrals that the notices give', () => {
    for (let n = 1; n <= amendments.length; n++) {
      const list = amendments.slice(0, n);
      const [one, now] = [planAsAmended(prepared, b, list), planNow(b, list)];
      const shown = ({
        id,
        day,
        members,
        leader,
      }: Pick<NoticeVisit, 'id' | 'day' | 'members' | 'leader'>) => [...[id, day, members, leader]];
      expect(one.visits.map(shown)).toEqual(now.visits.map(shown));
      const due = one.visits.map(({ demands }) => demands.length);
      expect(due).toEqual(now.visits.map(({ demands }) => demands.length));
      const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(sorted(one.desk.map(({ task, entity }) => ({ task, entity })))).toEqual(
        sorted(now.desk),
      );
      expect(one.deferred).toHaveLength(now.deferred.length);
      expect(noticeB(one).samples).toEqual(now.samples);
    }
  });

  it('counts loads by the teams as they stand', () => {
    const now = planAsAmended(prepared, b, amendments);
    if (now.staffing.status === 'infeasible') throw new Error('no teams');
    const loads = counted(now);
    expect(loads.has(inspector)).toBe(false);
    const before = counted(plan);
    const drawn = plan.staffing.status === 'assigned' ? plan.staffing.loads : [];
    for (const { inspector: id, load } of now.staffing.loads) {
      const was = drawn.find((one) => one.inspector === id)?.load ?? 0;
      expect(load - was).toBe((loads.get(id) ?? 0) - (before.get(id) ?? 0));
    }
  });

  it('is refused where an amendment lacks a visit that follows', () => {
    const [first] = amendments;
    if (first === undefined || first.visits.length === 0) return;
    const hidden = { ...first, visits: [] };
    expect(codeOf(() => planAsAmended(prepared, b, [hidden]))).toBe('amendments-differ');
  });
});
