import type { Day } from '../../core/day.js';
import type { LedgerEvent } from './event.js';
import { type Ledger, lastSeq, visitsOf, withEvent } from './ledger.js';
import type { LedgerVisit } from './ledgerVisit.js';

/** Lets lapse what nobody confirmed in time: a reservation after its day, a planned visit after its window. */
export function lapse(
  ledger: Ledger,
  entity: string,
  at: Day,
): { readonly ledger: Ledger; readonly events: readonly LedgerEvent[] } {
  let now = ledger;
  const events: LedgerEvent[] = [];
  for (const visit of visitsOf(ledger, entity)) {
    const last = lastDayOf(visit);
    if (last === undefined || at <= last) continue;
    const seq = lastSeq(now, entity) + 1;
    const event: LedgerEvent = { entity, seq, type: 'expired', at, visit: visit.id };
    now = withEvent(now, event);
    events.push(event);
  }
  return { ledger: now, events };
}

/** The last day on which a visit can still be confirmed; undefined where it need not be. */
export function lastDayOf({ state, until, window }: LedgerVisit): Day | undefined {
  if (state === 'reserved') return until;
  return state === 'planned' ? window.to : undefined;
}
