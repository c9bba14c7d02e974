import { type Day, type DayRange, dayOf } from '../core/day.js';
import { compareBytes, sortedBy } from '../core/order.js';
import type { Demand, Visit } from '../register/nouns.js';
import type { Due, Stop } from './due.js';

/**
 * A visit with its day: the first on which all it does is open. `window` are the days it can move to.
 *
 * A visit beyond the cap is there for the legal duties in `because` and counts all the same.
 */
export interface PlannedVisit extends Visit {
  readonly day: Day;
  readonly window: DayRange;
  readonly counts: boolean;
  readonly beyondCap?: true;
  readonly reason?: 'duty-over-cap';
  readonly because?: readonly string[];
}

/** A visit without the number that its identifier may need. */
export type UnnumberedVisit = Omit<PlannedVisit, 'id'>;

/**
 * The visit of one stop. It is led by the authority of the heaviest demand, in a census visit of the
 * heaviest census demand; of equals the demand with the first identifier.
 */
export function visitOf({ site, kind, dues }: Stop): UnnumberedVisit {
  const sorted = sortedBy(dues, (due) => due.demand.id);
  const from = Math.max(...sorted.map((due) => due.from));
  const to = Math.min(...sorted.map((due) => due.to));
  const leading = sorted
    .map((due) => due.demand)
    .filter((demand) => kind !== 'census' || demand.kind === 'census')
    .reduce((a, b) => (b.weight > a.weight ? b : a));
  const partners = new Set(sorted.map((due) => due.demand.authority));
  partners.delete(leading.authority);
  return {
    entity: leading.entity,
    ...(site === undefined ? {} : { site }),
    kind,
    day: dayOf(from),
    window: { from: dayOf(from), to: dayOf(to) },
    lead: leading.authority,
    partners: [...partners].sort(compareBytes),
    demands: sorted.map((due) => due.demand.id),
    counts: true,
  };
}

/** The visit of a for-cause demand: alone, outside the cap, with its evidence. */
export function forCauseVisit({ demand }: Due): UnnumberedVisit {
  return {
    entity: demand.entity,
    ...(demand.site === undefined ? {} : { site: demand.site }),
    kind: 'for-cause',
    day: demand.window.from,
    window: demand.window,
    lead: demand.authority,
    partners: [],
    demands: [demand.id],
    counts: false,
    evidence: demand.evidence as NonNullable<Demand['evidence']>,
  };
}

/**
 * One entity's visits by day, each with its identifier: `entity['@'site]'/'kind['#'n]`, where `n`
 * counts the visits of that kind at that place by day and is left out for the first.
 */
export function numbered(visits: readonly UnnumberedVisit[]): PlannedVisit[] {
  const counts = new Map<string, number>();
  const byDay = [...visits].sort(
    (a, b) =>
      compareBytes(a.day, b.day) ||
      compareBytes(a.site ?? '', b.site ?? '') ||
      compareBytes(a.demands[0] as string, b.demands[0] as string),
  );
  return byDay.map((visit) => {
    const place = visit.site === undefined ? visit.entity : `${visit.entity}@${visit.site}`;
    const name = `${place}/${visit.kind}`;
    const n = (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    return { id: n === 1 ? name : `${name}#${n}`, ...visit };
  });
}
