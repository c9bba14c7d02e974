import { addDays, type Day } from '../../core/day.js';
import { because } from './because.js';
import type { EntityLedger } from './history.js';
import type { LedgerVisit } from './ledgerVisit.js';
import type { Because } from './request.js';

/** Clocks of two platforms differ by this much at the most: a request sent before midnight may come after. */
const SKEW_DAYS = 1;

/**
 * The day an answer is entered under: the ledger never goes back. Without a today it is the last day of
 * the entity's ledger, or the first of the visit's window.
 *
 * @returns a refusal for a request that is dated before the ledger by more than clocks may differ
 */
export function ledgerDay(
  { events }: EntityLedger,
  { id, window }: Pick<LedgerVisit, 'id' | 'window'>,
  today: Day | undefined,
): Day | Because {
  const last = events.at(-1)?.at;
  if (last === undefined) return today ?? window.from;
  if (today === undefined) return last;
  if (today >= last) return today;
  if (today >= addDays(last, -SKEW_DAYS)) return last;
  return because('clock-behind', 'at', { id, given: today, expected: last });
}
