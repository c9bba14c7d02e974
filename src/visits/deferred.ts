import { sortedBy } from '../core/order.js';
import type { VisitsCode } from './codes.js';
import { disjointWindows } from './disjointWindows.js';
import { canDo, cannotShare, type Due } from './due.js';
import { groupedBy } from './groupedBy.js';
import type { VisitProblem } from './visitProblem.js';

/** A demand there is no room for, with the proof. */
export interface Deferred {
  readonly demand: string;
  readonly entity: string;
  /**
   * `cap-reached`: with the demands in `because` no two of these can share a visit, and they are one
   * more than the cap has visits for them. `heavier-set-chosen`: all of `because` is done instead,
   * and no set with this demand is better. `gap-kept`: the same, under a cap that asks for time between
   * visits; `dayTable` tries every day. `cap-over-duty`: either, for a legal duty that yields.
   * `no-open-day`: no day of its window is open to a visit.
   */
  readonly reason: Extract<
    VisitsCode,
    'cap-reached' | 'heavier-set-chosen' | 'gap-kept' | 'cap-over-duty' | 'no-open-day'
  >;
  readonly because: readonly string[];
  /** The visits that are there already and fill the cap too. */
  readonly fixed?: readonly string[];
}

/**
 * Why one demand is deferred.
 *
 * @param done - what is done
 * @param all - what could be done, done or not: no more visits than there are census demands among it
 * can be census visits
 */
export function deferred(
  due: Due,
  done: readonly Due[],
  all: readonly Due[],
  problem: VisitProblem,
): Deferred {
  const { id, entity, kind, duty } = due.demand;
  const years = problem.years.filter(({ first, last }) => due.from <= last && first <= due.to);
  const [from = 0, to = 0] = [years[0]?.first, years.at(-1)?.last];
  const isCensus = kind === 'census';
  const census = all.filter(
    (one) => one.demand.kind === 'census' && one.from <= to && from <= one.to,
  ).length;
  const room = Math.min(
    years.reduce((sum, { most }) => {
      const total = most.total ?? Number.POSITIVE_INFINITY;
      const both = isCensus ? most.census : most.census + most['spot-check'];
      return sum + Math.min(both, total);
    }, 0),
    isCensus
      ? Number.POSITIVE_INFINITY
      : census + years.reduce((sum, { most }) => sum + most['spot-check'], 0),
  );
  const open = problem.fixed.filter(({ visit }) => visit.isOpen);
  const rivals = apart(
    due,
    done.filter(
      (other) =>
        from <= other.from &&
        other.to <= to &&
        (!isCensus || other.demand.kind === 'census') &&
        !open.some(
          ({ visit, day }) =>
            visit.site === other.demand.site &&
            canDo({ day, kind: visit.kind === 'census' ? 'census' : 'spot-check' }, other),
        ),
    ),
  );
  const proven = rivals.length >= room;
  const otherwise = problem.after === undefined ? 'heavier-set-chosen' : 'gap-kept';
  const fixed = problem.fixed.filter(({ day }) => from <= day && day <= to);
  return {
    demand: id,
    entity,
    reason: duty ? 'cap-over-duty' : proven ? 'cap-reached' : otherwise,
    because: sortedBy(
      (proven ? rivals.slice(0, room) : done).map((other) => other.demand.id),
      (other) => other,
    ),
    ...(fixed.length === 0 ? {} : { fixed: fixed.map(({ visit }) => visit.id) }),
  };
}

/** The most demands of which no two can share a visit, with this one or with each other. */
function apart(due: Due, others: readonly Due[]): Due[] {
  const sites = groupedBy(
    others.filter((other) => cannotShare(due, other)),
    (other) => other.demand.site,
  );
  return [...sites.values()].flatMap((site) => disjointWindows(site));
}
