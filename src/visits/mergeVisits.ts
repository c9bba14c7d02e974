import { sortedBy } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from './cap.js';
import type { Deferred } from './deferred.js';
import type { Due } from './due.js';
import { groupedBy } from './groupedBy.js';
import { type Refused, readDemands } from './readDemands.js';
import { forCauseVisit, numbered, type PlannedVisit } from './visit.js';
import { type YearCap, yearCap } from './yearCap.js';
import { yearVisits } from './yearVisits.js';

export type { Refused };

/** The version of the method: it moves only when an answer can differ. */
export const JOINT_VISITS_METHOD = 'joint-visits/1';

/** Every demand stands in one visit of `visits` or `outside`, or is deferred, or is refused. */
export interface MergedVisits {
  readonly method: typeof JOINT_VISITS_METHOD;
  /** The visits that count, by entity and day. */
  readonly visits: readonly PlannedVisit[];
  /** The for-cause visits, which do not count, by entity and day. */
  readonly outside: readonly PlannedVisit[];
  readonly deferred: readonly Deferred[];
  readonly refused: readonly Refused[];
  /** Visits that would count if each authority went on its own: one a site, authority, kind and window. */
  readonly before: number;
  /** Visits that count now. */
  readonly after: number;
}

/**
 * The joint visits that do the most of what is due with the fewest entries on the premises, under
 * the cap (进一次门、查多事).
 *
 * For each entity and calendar year, exactly and in this order: all legal duties, the heaviest set of
 * demands, the most demands, the fewest visits, the earliest days. A demand is done by the first
 * visit that can do it; two demands of one item go into one visit where the windows allow. The cap
 * counts an entity's visits at all its sites. For-cause demands are visits of their own beside the
 * cap, and nothing else is done on them.
 *
 * @param demands - in any order; the answer is the same. Windows lie in one calendar year
 * @param cap - what an eligible entity bears in a year: `yearCap` says which caps can be planned by
 * @param options.eligible - whether the cap protects an entity, all by default; others are merged
 * into the fewest visits
 * @returns also what is deferred, with the proof, and what is refused: `repeated-demand`, `bad-id`,
 * `authority-missing`, `entity-with-at-sign`, `bad-demand-weight`, `no-such-day`, `window-inverted`,
 * `window-crosses-years`, `evidence-missing`, `cause-not-listed`
 * @throws `bad-cap`, `cap-not-plannable`, `cap-not-in-force`
 *
 * @source 京政发〔2021〕24号, 自贸试验区: 最多查两次; described in docs/visits.md.
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { mergeVisits } from 'evenhand/visits';
 *
 * const check = { entity: 'E1', cause: 'draw', weight: 1, duty: false } as const;
 * const { visits } = mergeVisits(
 *   [
 *     { ...check, id: 'fire', authority: 'fire', item: 'exits', kind: 'spot-check',
 *       window: { from: '2026-03-01', to: '2026-06-30' } },
 *     { ...check, id: 'food', authority: 'food', item: 'kitchen', kind: 'spot-check',
 *       window: { from: '2026-05-01', to: '2026-09-30' } },
 *     { ...check, id: 'tax', authority: 'tax', item: 'invoices', kind: 'census',
 *       window: { from: '2026-06-01', to: '2026-12-31' } },
 *   ],
 *   twoInspections,
 * );
 * visits.map((visit) => [visit.id, visit.day, visit.lead]); // => [['E1/census', '2026-06-01', 'tax']]
 * ```
 */
export function mergeVisits(
  demands: readonly Demand[],
  cap: Cap,
  options: { readonly eligible?: (entity: string) => boolean } = {},
): MergedVisits {
  return mergeUnder(demands, yearCap(cap), options);
}

/** As `mergeVisits`, under a cap that is read already. */
export function mergeUnder(
  demands: readonly Demand[],
  cap: YearCap,
  options: { readonly eligible?: (entity: string) => boolean } = {},
): MergedVisits {
  const { eligible = () => true } = options;
  const { entities, refused } = readDemands(demands, cap);
  const visits: PlannedVisit[] = [];
  const outside: PlannedVisit[] = [];
  const deferred: Deferred[] = [];
  let before = 0;
  for (const [entity, dues] of entities) {
    const counted = dues.filter((due) => due.demand.cause !== 'for-cause');
    const planned = years(counted).map((year) =>
      yearVisits(year, eligible(entity) ? cap : undefined),
    );
    visits.push(...numbered(planned.flatMap((year) => year.visits)));
    for (const year of planned) {
      deferred.push(...year.deferred);
      before += year.before;
    }
    const forCause = dues.filter((due) => due.demand.cause === 'for-cause');
    outside.push(...numbered(forCause.map(forCauseVisit)));
  }
  return {
    method: JOINT_VISITS_METHOD,
    visits,
    outside,
    deferred: sortedBy(deferred, (one) => one.demand),
    refused,
    before,
    after: visits.length,
  };
}

/** What is due in each calendar year, the first year first. */
function years(dues: readonly Due[]): Due[][] {
  const found = groupedBy(dues, (due) => due.demand.window.from.slice(0, 4));
  return sortedBy(found, ([year]) => year).map(([, group]) => group);
}
