import type { Demand } from '../../register/nouns.js';
import type { MergedVisits } from '../../visits/mergeVisits.js';
import type { PlannedVisit } from '../../visits/visit.js';
import type { YearCap } from '../../visits/yearCap.js';
import { differs, type Finding, firstFinding } from './law.js';

/** Every demand stands in exactly one visit, or is deferred, or is refused. */
export function isAccountedFor(
  demands: readonly Demand[],
  visits: readonly Pick<PlannedVisit, 'demands'>[],
  { deferred, refused }: Pick<MergedVisits, 'deferred' | 'refused'>,
): Finding {
  const found = [
    ...visits.flatMap((visit) => visit.demands),
    ...deferred.map(({ demand }) => demand),
    ...refused.map(({ demand }) => demand),
  ];
  return differs(demands.map(({ id }) => id).sort(), found.sort());
}

/**
 * No year of a protected entity has more visits of a kind than the cap, but for marked visits that
 * are there for a legal duty, where duties go first.
 */
export function isUnderCap(
  demands: readonly Demand[],
  visits: readonly PlannedVisit[],
  capOf: (entity: string) => YearCap | undefined,
): Finding {
  const duties = new Set(demands.filter(({ duty }) => duty).map(({ id }) => id));
  const counts = new Map<string, number>();
  return firstFinding(visits, (visit) => {
    const { id, entity, kind, day, counts: isCounted, beyondCap, because } = visit;
    if (kind === 'for-cause') {
      return isCounted || visit.evidence === undefined
        ? `for-cause visit \`${id}\` counts, or has no evidence`
        : undefined;
    }
    if (!isCounted) return `visit \`${id}\` does not count`;
    const cap = capOf(entity);
    if (cap === undefined) return undefined;
    if (beyondCap === true) {
      const isLawful =
        cap.precedence === 'duty-over-cap' &&
        because !== undefined &&
        because.length > 0 &&
        because.every((one) => duties.has(one) && visit.demands.includes(one));
      return isLawful ? undefined : `visit \`${id}\` is beyond the cap without a legal duty`;
    }
    const slot = `${entity} ${day.slice(0, 4)} ${kind}`;
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    const year = `${entity} ${day.slice(0, 4)}`;
    const all = (counts.get(year) ?? 0) + 1;
    counts.set(year, all);
    return count <= cap.visits[kind] && all <= (cap.visits.total ?? all)
      ? undefined
      : `visit \`${id}\` is one too many`;
  });
}

/** Every visit lies inside the windows of all it does, at one entity and site. */
export function isInWindow(
  visits: readonly PlannedVisit[],
  demandOf: (id: string) => Demand | undefined,
): Finding {
  return firstFinding(visits, (visit) =>
    firstFinding(visit.demands, (id) => {
      const demand = demandOf(id);
      if (demand === undefined) return `visit \`${visit.id}\` does \`${id}\`, which nobody demands`;
      const { window, entity, site } = demand;
      if (visit.day < window.from || window.to < visit.day) {
        return `visit \`${visit.id}\` is on \`${visit.day}\`, outside the window of \`${id}\``;
      }
      return entity === visit.entity && site === visit.site
        ? undefined
        : `visit \`${visit.id}\` is elsewhere than \`${id}\``;
    }),
  );
}
