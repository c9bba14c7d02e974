import type { LedgerVisit } from './ledgerVisit.js';
import type { Asked } from './readRequest.js';
import { bothOf, isOpen } from './visitAfter.js';

/**
 * The booked visits that could do what is asked, the earliest first: at the same place, made in the same
 * way, on a day of the window that is not over, counted, not begun, and a census visit where a census is asked for.
 */
export function joinable(
  { visit, request, today }: Asked,
  others: readonly LedgerVisit[],
): readonly LedgerVisit[] {
  const { join } = request;
  if (join === false || visit.state === 'reserved' || visit.kind === 'for-cause') return [];
  return others
    .filter(
      (host) =>
        (join === undefined || join === host.id) &&
        isOpen(host.state) &&
        host.counts &&
        host.site === visit.site &&
        host.method === visit.method &&
        (today === undefined || today <= host.day) &&
        visit.window.from <= host.day &&
        host.day <= visit.window.to &&
        (host.kind === 'census' || host.kind === visit.kind),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The visit with what is asked done on it too. It lasts as long as the longest part. */
export function joined(host: LedgerVisit, { visit }: Asked): LedgerVisit {
  return {
    ...host,
    days: Math.max(host.days, visit.days),
    window: bothOf(host.window, visit.window),
    shares: [...host.shares, ...visit.shares],
  };
}
