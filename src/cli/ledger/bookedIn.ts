import type { Day } from '../../core/day.js';
import type { FixedVisit } from '../../visits/fixedVisit.js';
import { lapse } from '../../visits/ledger/expiry.js';
import { fixedFrom } from '../../visits/ledger/fixedFrom.js';
import { ledgerOf, visitsOf } from '../../visits/ledger/ledger.js';
import type { Desk } from '../io.js';
import { histories } from './histories.js';
import { usingLedger } from './openLedger.js';

/**
 * The visits of a ledger that a year's plan starts from, as they stand on its cut-off day: of that year,
 * and of the one before it, whose last visits a least gap can still reach.
 *
 * @throws what `usingLedger` throws
 */
export async function bookedIn(
  desk: Desk,
  file: string,
  { asOf, year }: { readonly asOf: Day; readonly year: number },
): Promise<FixedVisit[]> {
  return usingLedger(desk, file, false, async (opened) => {
    const booked: FixedVisit[] = [];
    for await (const [entity, history] of histories(await opened())) {
      const { ledger } = lapse(ledgerOf(history), entity, asOf);
      for (const visit of fixedFrom(visitsOf(ledger, entity))) {
        if (visit.day >= `${year - 1}-01-01`) booked.push(visit);
      }
    }
    return booked;
  });
}
