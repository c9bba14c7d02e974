import { type Day, dayNumber, isDay, noSuchDay } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { FixedVisit } from './fixedVisit.js';

/** A visit that is there already, with its day's number. */
export interface FixedStop {
  readonly visit: FixedVisit;
  readonly day: number;
}

/**
 * The visits that count and are there already, by entity and day. For-cause visits stand outside.
 *
 * @param asOf - what is earlier can no longer be joined
 * @throws `no-such-day`, `repeated-fixed-visit`
 */
export function fixedStops(
  visits: readonly FixedVisit[],
  asOf: Day | undefined,
): ReadonlyMap<string, readonly FixedStop[]> {
  const seen = new Set<string>();
  const stops = new Map<string, FixedStop[]>();
  for (const visit of visits) {
    if (!isDay(visit.day)) throw noSuchDay(visit.day, 'day');
    if (seen.has(visit.id)) {
      throw mistake(
        'repeated-fixed-visit',
        `the visit \`${visit.id}\` is given twice among those that are there already (expected once)`,
        { id: visit.id },
      );
    }
    seen.add(visit.id);
    if (visit.kind === 'for-cause') continue;
    const isOpen = visit.isOpen && (asOf === undefined || visit.day >= asOf);
    const stop = { visit: { ...visit, isOpen }, day: dayNumber(visit.day) };
    const own = stops.get(visit.entity);
    if (own === undefined) stops.set(visit.entity, [stop]);
    else own.push(stop);
  }
  for (const own of stops.values()) {
    own.sort((a, b) => a.day - b.day || (a.visit.id < b.visit.id ? -1 : 1));
  }
  return stops;
}
