import { requireArgument } from '../core/argument.js';
import { isEvenhandError } from '../core/error.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import type { LedgerOptions } from '../visits/ledger/answered.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import type { Decision, VisitRequest } from '../visits/ledger/request.js';
import { type AskedTogether, bookTogether, bookVisit } from './bookVisit.js';
import { canBeStored } from './canBeStored.js';
import { requireStore } from './decideAndAppend.js';
import type { LedgerStore } from './ledgerStore.js';
import { rememberingLedger } from './rememberingLedger.js';

/** How a desk works: the options of the ledger, and how much goes together. */
export interface DeskOptions extends LedgerOptions {
  /** How many trips to the store may be under way at once; 4 where left out. */
  readonly trips?: number;
  /** How many requests one trip takes at the most; 500 where left out. */
  readonly most?: number;
  /** Of how many entities it remembers what it last knew; 10,000 where left out. */
  readonly remembers?: number;
}

/**
 * A desk of one program at which many may ask for visits at once: what is asked while a trip to the store
 * is under way goes together in the next, as `bookVisits` does it. An entity is never in two trips at once, so
 * the desk loses no race to itself.
 *
 * Each request is answered by itself, as `bookVisit` answers it, once it is written; nobody waits for others
 * to come. A request that is refused by the store (`request-elsewhere`) leaves the others alone.
 *
 * @returns the function to ask with
 * @throws what it returns throws as `bookVisit`
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { bookingDesk, memoryLedger } from 'evenhand/stores';
 *
 * const ask = bookingDesk(memoryLedger(), twoInspections);
 * const visit = { kind: 'census', day: '2026-06-01', lead: 'tax', join: false } as const;
 * const all = ['E1', 'E2', 'E1'].map((entity, i) => ask({ ...visit, entity, id: `tax:${i}` }));
 * (await Promise.all(all)).map(({ status }) => status); // => ['admitted', 'admitted', 'refused']
 * ```
 */
export function bookingDesk(
  store: LedgerStore<LedgerEvent>,
  caps: Cap | readonly Cap[],
  deskOptions: DeskOptions = {},
): (request: VisitRequest | Demand) => Promise<Decision> {
  requireStore('bookingDesk', store);
  requireArgument('bookingDesk', 'options', deskOptions, 'object');
  const { trips = 4, most = 500, remembers = 10_000, ...options } = deskOptions;
  const known = rememberingLedger(store, { entities: remembers });
  /** The entities of which something is asked. */
  const firms = new Map<string, Firm>();
  /** Those of them that are in no trip, whoever has waited longest first. */
  let ready: Firm[] = [];
  let underWay = 0;
  const carry = async (together: readonly Firm[]): Promise<void> => {
    try {
      const decided = await bookTogether(known, together, caps, options);
      for (let i = 0; i < together.length; i++) {
        const { away } = together[i] as Firm;
        const decisions = decided[i] as readonly Decision[];
        for (let k = 0; k < away.length; k++) away[k]?.answer(decisions[k] as Decision);
      }
    } catch (error) {
      // A fault of one request is nothing to the others; where the store failed, all are told.
      const isOfOne = isEvenhandError(error) && error.code !== 'outcome-unknown';
      const all = together.flatMap(({ away }) => away);
      for (const { request, answer } of all) {
        const alone = isOfOne && all.length > 1;
        const told = alone ? bookVisit(known, request, caps, options) : Promise.reject(error);
        answer(told);
        await told.catch(() => undefined);
      }
    }
  };
  const start = async (): Promise<void> => {
    underWay++;
    // What is asked in the same breath goes together.
    await undefined;
    while (ready.length > 0) {
      const together = take();
      await carry(together);
      for (const firm of together) back(firm);
    }
    underWay--;
  };
  const take = (): readonly Firm[] => {
    const together: Firm[] = [];
    for (let room = most; room > 0 && together.length < ready.length; ) {
      const firm = ready[together.length] as Firm;
      firm.away = firm.waiting.slice(0, room);
      firm.waiting = firm.waiting.slice(room);
      firm.requests = firm.away.map(({ request }) => request);
      room -= firm.away.length;
      together.push(firm);
    }
    ready = ready.slice(together.length);
    return together;
  };
  const back = (firm: Firm): void => {
    firm.away = NOBODY;
    if (firm.waiting.length > 0) ready.push(firm);
    else firms.delete(firm.entity);
  };
  return (request) => {
    // Nothing can stand in a ledger under its names: it is answered without a trip.
    if (!canBeStored(request)) return bookVisit(known, request, caps, options);
    return new Promise((answer) => {
      const { entity } = request;
      const one = { request, answer };
      const known = firms.get(entity);
      if (known === undefined) {
        const firm = { entity, waiting: [one], away: NOBODY, requests: [] };
        firms.set(entity, firm);
        ready.push(firm);
      } else if (known.waiting.length > 0) known.waiting.push(one);
      // It is in a trip, or would not be known.
      else known.waiting = [one];
      if (underWay < trips) void start();
    });
  };
}

/** What is asked of one entity: what waits for a trip, and what is in one. */
interface Firm extends AskedTogether {
  waiting: Waiting[];
  away: readonly Waiting[];
  requests: AskedTogether['requests'];
}

interface Waiting {
  readonly request: VisitRequest | Demand;
  readonly answer: (decision: Decision | Promise<Decision>) => void;
}

const NOBODY: readonly Waiting[] = [];
