import type { Day } from '../../core/day.js';
import type { LedgerEvent } from './event.js';
import { type EntityLedger, lastSeqIn, withNext } from './history.js';
import { historyIn, type Ledger, withHistory } from './ledger.js';
import type { LedgerVisit } from './ledgerVisit.js';

/** Lets lapse what nobody confirmed in time: a reservation after its day, a planned visit after its window. */
export function lapse(
  ledger: Ledger,
  entity: string,
  at: Day,
): { readonly ledger: Ledger; readonly events: readonly LedgerEvent[] } {
  const { open, lapsed } = lapseIn(historyIn(ledger, entity), at);
  return {
    ledger: lapsed.length === 0 ? ledger : withHistory(ledger, open, lapsed),
    events: lapsed,
  };
}

/** As `lapse`, in one entity's history. */
export function lapseIn(
  history: EntityLedger,
  at: Day,
): { readonly open: EntityLedger; readonly lapsed: readonly LedgerEvent[] } {
  let lapsed: LedgerEvent[] | undefined;
  for (const visit of history.visits) {
    const last = lastDayOf(visit);
    if (last === undefined || at <= last) continue;
    lapsed ??= [];
    const { entity } = history;
    const seq = lastSeqIn(history) + lapsed.length + 1;
    const event: LedgerEvent = { entity, seq, type: 'expired', at, visit: visit.id };
    lapsed.push(event);
  }
  return lapsed === undefined
    ? { open: history, lapsed: NOTHING }
    : { open: withNext(history, lapsed), lapsed };
}

const NOTHING: readonly LedgerEvent[] = [];

/** The last day on which a visit can still be confirmed; undefined where it need not be. */
export function lastDayOf({ state, until, window }: LedgerVisit): Day | undefined {
  if (state === 'reserved') return until;
  return state === 'planned' ? window.to : undefined;
}
