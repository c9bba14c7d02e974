import { drawPlan, preparePlan } from 'evenhand/plan';
import type { Demand } from 'evenhand/register';
import { expect, it } from 'vitest';
import { cityInput, entropyOf } from './year.js';

/** The most windows of which no two share a day: the earliest end first, as textbooks have it. */
function mostApart(demands: readonly Demand[]): number {
  const byEnd = [...demands].sort((a, b) => (a.window.to < b.window.to ? -1 : 1));
  let [count, last] = [0, ''];
  for (const { window } of byEnd) {
    if (window.from <= last) continue;
    count++;
    last = window.to;
  }
  return count;
}

it('visits every firm under the cap as seldom as its windows allow, in the sample city', () => {
  const prepared = preparePlan(cityInput(4000));
  const plan = drawPlan(prepared, entropyOf(1));
  const demands = new Map(plan.demands.map((one) => [one.id, one]));
  let [firms, joint] = [0, 0];
  for (const { id } of prepared.standings.filter(({ capped }) => capped === true)) {
    const visits = plan.visits.filter(({ entity, counts }) => entity === id && counts);
    if (visits.length === 0) continue;
    firms++;
    const done = visits.flatMap((visit) => visit.demands.map((one) => demands.get(one) as Demand));
    if (done.length > visits.length) joint++;
    // Windows that are pairwise apart need a visit each: so many are needed, and so many there are.
    expect([id, visits.length]).toEqual([id, mostApart(done)]);
  }
  expect(firms).toBeGreaterThan(50);
  expect(joint).toBeGreaterThan(20);
  expect(plan.after).toBeLessThan(plan.before);
});
