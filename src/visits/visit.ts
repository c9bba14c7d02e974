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
 * The visit of one stop. Where no rule names its lead, it is led by the authority of the heaviest
 * demand, in a census visit of the heaviest census demand; of equals the demand with the first
 * identifier.
 *
 * @param freedom - the days it can be on beside all other visits
 */
export function visitOf(
  { site, kind, dues }: Stop,
  lead: string | undefined,
  freedom: { readonly from: number; readonly to: number },
): UnnumberedVisit {
  const sorted = dues.length === 1 ? dues : sortedBy(dues, (due) => due.demand.id);
  const leading = sorted
    .map((due) => due.demand)
    .filter((demand) => kind !== 'census' || demand.kind === 'census')
    .reduce((a, b) => (b.weight > a.weight ? b : a));
  const from = Math.max(freedom.from, ...sorted.map((due) => due.from));
  const to = Math.min(freedom.to, ...sorted.map((due) => due.to));
  const partners = new Set(sorted.map((due) => due.demand.authority));
  partners.delete(lead ?? leading.authority);
  return {
    entity: leading.entity,
    ...(site === undefined ? {} : { site }),
    kind,
    day: dayOf(from),
    window: { from: dayOf(from), to: dayOf(to) },
    lead: lead ?? leading.authority,
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
 *
 * @param taken - identifiers of visits that are there already: their numbers are passed over
 */
export function numbered(
  visits: readonly UnnumberedVisit[],
  taken: ReadonlySet<string> = NONE,
): PlannedVisit[] {
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
    let n = (counts.get(name) ?? 0) + 1;
    while (taken.has(nth(name, n))) n++;
    counts.set(name, n);
    return { id: nth(name, n), ...visit };
  });
}

const NONE: ReadonlySet<string> = new Set();

const nth = (name: string, n: number): string => (n === 1 ? name : `${name}#${n}`);
