import type { Day } from '../../core/day.js';
import type { Arranged } from '../../plan/arranging.js';
import { visitDay } from '../../plan/visitDay.js';
import type { AmendedVisit } from './amendment.js';

/** A visit keeps its day as long as its window holds it; else its ticket gives a new one. */
export function keptDay(
  before: Pick<AmendedVisit, 'day'> | undefined,
  { window, district }: Pick<AmendedVisit, 'window' | 'district'>,
  ticket: string,
  { choices }: Arranged,
): Day {
  const day = before?.day;
  if (day !== undefined && window.from <= day && day <= window.to) return day;
  return visitDay(choices(window, district), ticket);
}
