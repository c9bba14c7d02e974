import { requireArgument } from '../core/argument.js';
import type { Day, DayRange } from '../core/day.js';
import { sortedBy } from '../core/order.js';
import { demandId } from '../plan/demandsOf.js';
import type { Plan } from '../plan/plan.js';
import type { Condition } from '../register/condition.js';
import type { Visit } from '../register/nouns.js';

/** How a demand came to be: drawn among all (不定向), drawn within a condition (定向), or certain. */
export const WAYS = ['untargeted', 'targeted', 'certain', 'for-cause', 'unplanned'] as const;
export type Way = (typeof WAYS)[number];

/** A demand that a plan promised: what is to be checked where and when, and how it came to be. */
export interface PromisedDemand {
  readonly id: string;
  readonly entity: string;
  readonly item: string;
  readonly task: string;
  readonly way: 'untargeted' | 'targeted' | 'certain';
  /** The stratum it was drawn out of, by its public code; none where it is certain. */
  readonly stratum?: string;
  /** Why it is certain. */
  readonly reason?: string;
  readonly window: DayRange;
}

/** A visit that a plan promised. */
export interface PromisedVisit {
  readonly id: string;
  readonly entity: string;
  readonly kind: Visit['kind'];
  readonly day: Day;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly demands: readonly string[];
}

/** A stratum of a task: how many there are, and how many were drawn. */
export interface PromisedStratum {
  readonly task: string;
  readonly code: string;
  readonly size: number;
  readonly drawn: number;
}

/**
 * What a plan promised, as its published notices say it: the yardstick of oversight, which nobody moves
 * by checking more.
 */
export interface Promised {
  readonly drawId: string;
  readonly year: number;
  readonly strata: readonly PromisedStratum[];
  /** By id. */
  readonly demands: readonly PromisedDemand[];
  readonly visits: readonly PromisedVisit[];
  /** Demands that the cap deferred, with the reason. */
  readonly deferred: readonly { readonly demand: string; readonly reason: string }[];
}

/** What of notice A a promise is read from; a `NoticeA` has it. */
export interface Announced {
  readonly drawId: string;
  readonly year: number;
  readonly tasks: readonly {
    readonly id: string;
    readonly targeted: boolean;
    readonly window: DayRange;
    readonly strata: readonly {
      readonly code: string;
      readonly method: string;
      readonly items: readonly string[];
    }[];
  }[];
}

/** What of notice B a promise is read from; a `NoticeB` has it. */
export interface Drawn {
  readonly samples: readonly {
    readonly task: string;
    readonly strata: readonly {
      readonly code: string;
      readonly size: number;
      /** Those whom a draw by weight took for certain. */
      readonly takeAll?: readonly { readonly id: string }[];
      readonly selected: readonly { readonly id: string }[];
    }[];
    readonly certain: readonly {
      readonly id: string;
      readonly reason: string;
      readonly items: readonly string[];
    }[];
  }[];
  readonly visits: readonly {
    readonly id: string;
    readonly entity: string;
    readonly kind: Visit['kind'];
    readonly day: Day;
    readonly lead: string;
    readonly partners: readonly string[];
    readonly demands: readonly { readonly task?: string; readonly item: string }[];
  }[];
  readonly deferred: readonly {
    readonly task: string;
    readonly item: string;
    readonly entity: string;
    readonly reason: string;
  }[];
}

/**
 * What the published notices of a year promised.
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { noticeA, noticeB } from 'evenhand/notice';
 * import { promisedIn } from 'evenhand/oversight';
 * import { planYear } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme, year, asOf } = sampleCity({ entities: 200, seed: 'doc' });
 * const sources = [{ label: 'dice', bits: 132 }];
 * const input = { programme: parseProgramme(programme), register, tasks, year, asOf, drawId: 'EX-1', sources };
 * const plan = planYear(input, [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9' }]);
 * promisedIn(noticeA(plan.prepared), noticeB(plan)).visits.length === plan.visits.length; // => true
 * ```
 */
export function promisedIn(announced: Announced, drawn: Drawn): Promised {
  requireArgument('promisedIn', 'announced', announced, { tasks: 'array' });
  requireArgument('promisedIn', 'drawn', drawn, {
    samples: 'array',
    visits: 'array',
    deferred: 'array',
  });
  const samples = new Map(drawn.samples.map((one) => [one.task, one]));
  const demands: PromisedDemand[] = [];
  const strata: PromisedStratum[] = [];
  for (const task of announced.tasks) {
    const sample = samples.get(task.id);
    const add = (
      entity: string,
      item: string,
      more: Pick<PromisedDemand, 'way'> & Partial<PromisedDemand>,
    ) =>
      demands.push({
        id: demandId(task.id, item, entity),
        ...{ entity, item, task: task.id, ...more, window: task.window },
      });
    for (const { id, reason, items } of sample?.certain ?? []) {
      for (const item of items) add(id, item, { way: 'certain', reason });
    }
    const methods = new Map(task.strata.map((one) => [one.code, one]));
    for (const { code, size, takeAll = [], selected } of sample?.strata ?? []) {
      const own = [...takeAll, ...selected];
      strata.push({ task: task.id, code, size, drawn: own.length });
      const { method, items = [] } = methods.get(code) ?? {};
      if (method !== 'on-site') continue;
      const way = task.targeted ? 'targeted' : 'untargeted';
      for (const { id } of own) for (const item of items) add(id, item, { way, stratum: code });
    }
  }
  return {
    drawId: announced.drawId,
    year: announced.year,
    strata: sortedBy(strata, ({ task, code }) => `${task}/${code}`),
    demands: sortedBy(demands, ({ id }) => id),
    visits: drawn.visits.map(({ id, entity, kind, day, lead, partners, demands: own }) => ({
      ...{ id, entity, kind, day, lead, partners },
      demands: own.flatMap(({ task, item }) =>
        task === undefined ? [] : [demandId(task, item, entity)],
      ),
    })),
    deferred: drawn.deferred.map(({ task, item, entity, reason }) => ({
      ...{ demand: demandId(task, item, entity), reason },
    })),
  };
}

/** The same of a plan in memory. */
export function promisedBy(plan: Plan): Promised {
  requireArgument(
    'promisedBy',
    'plan',
    plan,
    { prepared: 'object', samples: 'array', visits: 'array', deferred: 'array', demands: 'array' },
    'drawPlan(…)',
  );
  const { prepared, samples, visits, deferred } = plan;
  const isAll = (scope: Condition): boolean => 'all' in scope && scope.all.length === 0;
  const known = new Map(plan.demands.map((one) => [one.id, one]));
  return promisedIn(
    {
      ...{ drawId: prepared.drawId, year: prepared.year },
      tasks: prepared.tasks.map(({ task, strata }) => ({
        ...{ id: task.id, targeted: !isAll(task.scope), window: task.window, strata },
      })),
    },
    {
      samples: samples.map(({ task, strata }, i) => ({
        task,
        strata: strata.map(({ stratum, size, takeAll, selected }) => ({
          ...{ code: stratum, size, selected },
          takeAll: takeAll.map((id) => ({ id })),
        })),
        certain: prepared.tasks[i]?.certain ?? [],
      })),
      visits: visits.map(({ demands, ...visit }) => ({
        ...visit,
        demands: demands.map((id) => partsOf(id, known.get(id)?.item)),
      })),
      deferred: deferred.map(({ demand, entity, reason }) => {
        const item = known.get(demand)?.item ?? '';
        return { ...partsOf(demand, item), task: partsOf(demand, item).task ?? '', entity, reason };
      }),
    },
  );
}

/** The task and the item of a demand's name; a for-cause demand is of no task. */
function partsOf(id: string, item = ''): { readonly task?: string; readonly item: string } {
  const at = id.indexOf('/');
  return at > 0 && id.startsWith(`${item}/`, at + 1) ? { task: id.slice(0, at), item } : { item };
}
