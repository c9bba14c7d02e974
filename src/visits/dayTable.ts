import { requireArgument } from '../core/argument.js';
import { type Day, dayOf } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Demand } from '../register/nouns.js';
import { bestVisits } from './bestVisits.js';
import type { Cap } from './cap.js';
import type { Due } from './due.js';
import { problemOf } from './entityVisits.js';
import { connectedYears, entityRules, type JointVisitOptions, opened } from './mergeVisits.js';
import { plannedVisits } from './plannedVisits.js';
import { readDemands } from './readDemands.js';
import type { VisitPlan } from './visitProblem.js';
import { yearCap, yearCaps } from './yearCap.js';

/** What an entity's visits achieve, the first field first. */
export interface PlanWorth {
  readonly duties: number;
  readonly weight: number;
  readonly demands: number;
  readonly visits: number;
}

/** The best that can be had with a demand done on a day; left out where it can't be done then at all. */
export interface DayRow {
  readonly day: Day;
  readonly best?: PlanWorth;
}

/**
 * The exhausted table of days: why a demand is deferred. For every day it could be done on, the best
 * that any plan achieves which does it then; none is better than what was chosen.
 *
 * It is computed when somebody asks, from the same input as the merge; whoever doubts a row plans the
 * entity's demands again with this one on that day alone.
 *
 * @param demands - all that were merged; those of other entities change nothing
 * @param id - the demand
 * @throws `unknown-demand` where it is not among those that can be planned, and what `mergeVisits` throws
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { dayTable } from 'evenhand/visits';
 *
 * const check = { entity: 'E1', authority: 'fire', item: 'exits', kind: 'spot-check', cause: 'draw', duty: false } as const;
 * const on = (id: string, day: string, weight: number) => ({ ...check, id, weight, window: { from: day, to: day } });
 * const { chosen, rows } = dayTable([on('a', '2026-03-02', 2), on('b', '2026-03-03', 1)], twoInspections, 'b');
 * chosen.weight; // => 2
 * rows.map(({ day, best }) => [day, best?.weight]); // => [['2026-03-03', 1]]
 * ```
 */
export function dayTable(
  demands: readonly Demand[],
  cap: Cap,
  id: string,
  options: JointVisitOptions = {},
): { readonly chosen: PlanWorth; readonly rows: readonly DayRow[] } {
  requireArgument('dayTable', 'demands', demands, 'array');
  requireArgument('dayTable', 'cap', cap, 'object', 'parseCap(…)');
  requireArgument('dayTable', 'options', options, 'object');
  const read = yearCap(cap);
  const { entities } = readDemands(demands, read, options.calendar?.years);
  const dues = entities.map(([, own]) => own).find((own) => own.some(isIt)) ?? [];
  function isIt({ demand }: Due): boolean {
    return demand.id === id && demand.cause !== 'for-cause';
  }
  const due = dues.find(isIt);
  if (due === undefined) {
    throw mistake(
      'unknown-demand',
      `no demand \`${id}\` can be planned among those given (expected the id of one that counts)`,
      { id },
    );
  }
  const { eligible = () => true } = options;
  const own = yearCaps(cap)(eligible(due.demand.entity));
  const rules = entityRules(() => own, options)(due.demand.entity);
  const { open } = opened(dues, rules);
  const part = connectedYears(open, rules).find(({ group }) => group.some(isIt));
  if (part === undefined) return { chosen: worthOf(undefined), rows: [] };
  const { years, group } = part;
  const { plan, beyond } = plannedVisits(problemOf(group, years, rules), rules.cap);
  const asked = group.find(isIt) as Due;
  const rows: DayRow[] = [];
  for (let day = asked.from; day <= asked.to; day++) {
    if (rules.opensAt?.(asked.demand.site).isOpen(day) === false) continue;
    const must: Due = { ...asked, from: day, to: day };
    const pinned = group.map((one) => (one === asked ? must : one));
    const best = bestVisits({ ...problemOf(pinned, years, rules), must }, beyond);
    rows.push({ day: dayOf(day), ...(best === undefined ? {} : { best: worthOf(best) }) });
  }
  return { chosen: worthOf(plan), rows };
}

function worthOf(plan: VisitPlan | undefined): PlanWorth {
  const { duties = 0, weight = 0, done = 0, visits = 0 } = plan ?? {};
  return { duties, weight, demands: done, visits };
}
