import type { Cap } from '../visits/cap.js';
import type { LedgerOptions } from '../visits/ledger/answered.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import { historyOfBearing, newHistory } from '../visits/ledger/history.js';
import { recordTo } from '../visits/ledger/recordVisit.js';
import type { Decision, VisitAct } from '../visits/ledger/request.js';
import { canBeStored } from './canBeStored.js';
import { decideAndAppend } from './decideAndAppend.js';
import type { LedgerStore } from './ledgerStore.js';

/**
 * Enters in a store's ledger what becomes of a booked visit: it is confirmed, begins, is over, or is off.
 *
 * As with `bookVisit` the decision is made on the entity's whole history and written before it is
 * answered, and the same act entered again is answered the same and entered once.
 *
 * @throws `outcome-unknown`: enter the same act again; `request-elsewhere`; `too-many-races`; what
 * `recordVisit` and the store throw
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { bookVisit, memoryLedger, recordInLedger } from 'evenhand/stores';
 *
 * const store = memoryLedger();
 * const ask = (lead: string) =>
 *   bookVisit(store, { id: `${lead}:1`, entity: 'E1', kind: 'census', day: '2026-06-01', lead, join: false }, twoInspections);
 * const tax = await ask('tax');
 * const off = { id: 'tax:1/off', entity: 'E1', visit: 'tax:1', by: 'tax', act: 'cancel', reason: 'closed that week' } as const;
 * const cancelled = await recordInLedger(store, off, twoInspections);
 * const fire = await ask('fire');
 * [tax.status, cancelled.status, fire.status]; // => ['admitted', 'recorded', 'admitted']
 * ```
 */
export function recordInLedger(
  store: LedgerStore<LedgerEvent>,
  act: VisitAct,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): Promise<Decision> {
  if (!canBeStored(act)) {
    return Promise.resolve(recordTo(newHistory(''), act, caps, options).decision);
  }
  return decideAndAppend(
    store,
    act.entity,
    (events) => recordTo(historyOfBearing(act.entity, events), act, caps, options),
    [act.id],
  );
}
