import { sortedBy } from '../core/order.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import type { LedgerVisit } from '../visits/ledger/ledgerVisit.js';
import type { AuthorityBurden } from './burden.js';

type Counts = { -readonly [K in Exclude<keyof AuthorityBurden, 'authority'>]: number };

/** Adds up what each authority asked for, and what became of it. */
export function tallyAuthorities() {
  const found = new Map<string, Counts>();
  const of = (authority: string): Counts => {
    const known = found.get(authority) ?? {
      ...{ requests: 0, joined: 0, outside: 0, overridden: 0, refused: 0 },
    };
    found.set(authority, known);
    return known;
  };
  return {
    add(visits: readonly LedgerVisit[], refusals: readonly LedgerEvent[]): void {
      for (const { shares, counts, override } of visits) {
        shares.forEach(({ lead }, i) => {
          const own = of(lead);
          own.requests++;
          if (i > 0) own.joined++;
          if (!counts) own.outside++;
          if (i === 0 && override !== undefined) own.overridden++;
        });
      }
      for (const event of refusals) if ('by' in event) of(event.by).refused++;
    },
    done: (): AuthorityBurden[] =>
      sortedBy(found, ([authority]) => authority).map(([authority, counts]) => ({
        authority,
        ...counts,
      })),
  };
}
