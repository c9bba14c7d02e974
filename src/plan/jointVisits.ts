import type { Day } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import type { Demand, Task } from '../register/nouns.js';
import { ticketHasher } from '../ticket/ticket.js';
import { checklistOf } from '../visits/checklistOf.js';
import { type MergedVisits, mergeVisits } from '../visits/mergeVisits.js';
import { type Arranged, arranged } from './arranging.js';
import { demandsOf } from './demandsOf.js';
import { leadOf } from './leadOf.js';
import { levelDays } from './levelDays.js';
import type { DeskCheck, PlanVisit, TaskSample } from './plan.js';
import type { Prepared, Standing } from './prepared.js';
import { standingsOf } from './standingsOf.js';
import { TEAM } from './teamSize.js';

/** What was drawn as joint visits, each with its day. */
export function jointVisits(
  prepared: Prepared,
  samples: readonly TaskSample[],
  keys: Readonly<Record<string, string>>,
) {
  const standings = standingsOf(prepared, samples);
  const { demands, desk } = allDue(prepared, samples, standings);
  const days = arranged(prepared);
  const all = mergedFor(prepared, days, demands, standings);
  const unplaced = plannedVisits(prepared, all, demands, standings);
  const ticketOf = ticketHasher(keys['visit'] as string);
  const levelled = levelDays(unplaced, prepared.year, days, ticketOf, keys['level']);
  const { visits: _, outside: __, ...merged } = all;
  return {
    demands,
    desk,
    merged,
    visits: unplaced.map((visit) => ({ ...visit, day: levelled.days.get(visit.id) as Day })),
    ...(levelled.levelling === undefined ? {} : { levelling: levelled.levelling }),
  };
}

/** What all tasks make due, and the for-cause demands that were known before. */
export function allDue(
  { tasks, items, causes }: Prepared,
  samples: readonly TaskSample[],
  standings: ReadonlyMap<string, Standing>,
): { readonly demands: Demand[]; readonly desk: DeskCheck[] } {
  const authorities = new Map(items.map(({ id, authority }) => [id, authority]));
  const due = tasks.map(({ task, certain, strata }, i) =>
    demandsOf(
      { ...task, strata },
      {
        certain,
        strata: (samples[i]?.strata ?? []).map(({ stratum: code, takeAll, selected }) => ({
          code,
          takeAll: takeAll.map((id) => ({ id })),
          selected,
        })),
      },
      (item) => authorities.get(item) as string,
      (entity) => standings.get(entity)?.weight as number,
    ),
  );
  return {
    demands: [...due.flatMap((one) => one.demands), ...causes],
    desk: due.flatMap((one) => one.desk),
  };
}

/** The joint visits of what is due, by the programme's cap, calendars and rules. */
export function mergedFor(
  { cap, items, booked }: Pick<Prepared, 'cap' | 'items' | 'booked'>,
  { options }: Arranged,
  demands: readonly Demand[],
  standings: ReadonlyMap<string, Standing>,
): MergedVisits {
  const ranks = new Map(items.map(({ id, rank }) => [id, rank]));
  return mergeVisits(demands, cap, {
    ...options,
    eligible: (entity) => standings.get(entity)?.capped ?? false,
    districtOf: (entity, site) => districtOf({ site }, standings.get(entity)),
    rankOf: (item) => ranks.get(item),
    ...(booked === undefined ? {} : { fixed: booked }),
  });
}

/** The visits of what was merged, each with its lead, place, checklist and team size. */
export function plannedVisits(
  prepared: Prepared,
  merged: MergedVisits,
  demands: readonly Demand[],
  standings: ReadonlyMap<string, Standing>,
): PlanVisit[] {
  const byId = new Map(demands.map((demand) => [demand.id, demand]));
  const known = new Map(prepared.tasks.map(({ task }) => [task.id, task]));
  const { lead, checklist } = prepared.visitRules ?? {};
  const ranks = new Map(prepared.items.map(({ id, rank }) => [id, rank]));
  return [...merged.visits, ...merged.outside].map((visit): PlanVisit => {
    const own = visit.demands.map((id) => byId.get(id) as Demand);
    const from = own.map((demand) => ({ task: taskOf(demand, known) }));
    const tasks = distinct(from.map(({ task }) => task));
    const district = districtOf(visit, standings.get(visit.entity));
    const led = lead === undefined ? { ...visit, ...leadOf(visit, from, known) } : visit;
    return {
      ...led,
      ...(district === undefined ? {} : { district }),
      tasks,
      items:
        checklist === undefined
          ? distinct(own.map(({ item }) => item))
          : checklistOf(led, own, checklist.order, (item) => ranks.get(item)).map(
              ({ item }) => item,
            ),
      teamSize: Math.max(TEAM, ...tasks.map((task) => known.get(task)?.teamSize ?? TEAM)),
    };
  });
}

/** The task a demand came from; a for-cause demand comes from none. */
function taskOf({ id, cause }: Demand, tasks: ReadonlyMap<string, Task>): string | undefined {
  const task = id.slice(0, id.indexOf('/'));
  return cause !== 'for-cause' && tasks.has(task) ? task : undefined;
}

function districtOf(
  visit: { readonly site?: string | undefined },
  standing: Standing | undefined,
): string | undefined {
  const site = standing?.sites?.find(({ id }) => id === visit.site);
  return site?.district ?? standing?.district;
}

function distinct(list: readonly (string | undefined)[]): string[] {
  return sortedBy(new Set(list.filter((one) => one !== undefined)), (one) => one);
}
