import type { LedgerVisit } from '../visits/ledger/ledgerVisit.js';
import type { MonthBurden } from './burden.js';

/** Adds up the visits of a year by the month of their day: twelve months, also those without any. */
export function tallyMonths(year: number) {
  const months = Array.from({ length: 12 }, (_, i) => ({
    month: `${year}-${String(i + 1).padStart(2, '0')}`,
    visits: { census: 0, 'spot-check': 0, 'for-cause': 0 },
    outside: 0,
  }));
  return {
    add({ day, kind, counts }: LedgerVisit): void {
      const month = months.find((one) => day.startsWith(one.month));
      if (month === undefined) return;
      month.visits[kind]++;
      if (!counts) month.outside++;
    },
    done: (): readonly MonthBurden[] => months,
  };
}
