import { requireArgument } from '../core/argument.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import { admitTo } from '../visits/ledger/admitVisit.js';
import type { LedgerOptions } from '../visits/ledger/answered.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import {
  type EntityLedger,
  grow,
  growing,
  historyOfBearing,
  newHistory,
} from '../visits/ledger/history.js';
import type { Decision, VisitRequest } from '../visits/ledger/request.js';
import { canBeStored } from './canBeStored.js';
import { type Decided, decideAndAppend, requireStore } from './decideAndAppend.js';
import { decideEach } from './decideEach.js';
import type { LedgerStore } from './ledgerStore.js';

/**
 * Asks for a visit in a store's ledger: `admitVisit` on the entity's whole history, written before it is
 * answered. However many platforms ask at once, no cap is passed.
 *
 * The same request asked again, after an error or by mistake, is answered the same and booked once.
 *
 * @throws `outcome-unknown`: ask again with the same request; `request-elsewhere`; `too-many-races`; what
 * `admitVisit` and the store throw
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { bookVisit, memoryLedger } from 'evenhand/stores';
 *
 * const store = memoryLedger();
 * const ask = (lead: string, day: string) =>
 *   bookVisit(store, { id: `${lead}:1`, entity: 'E1', kind: 'census', day, lead }, twoInspections);
 * const both = await Promise.all([ask('tax', '2026-06-01'), ask('fire', '2026-09-01')]);
 * both.map(({ status }) => status); // => ['admitted', 'refused']
 * ```
 */
export function bookVisit(
  store: LedgerStore<LedgerEvent>,
  request: VisitRequest | Demand,
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): Promise<Decision> {
  if (!canBeStored(request)) return Promise.resolve(unread(request, caps, options));
  return decideAndAppend(
    store,
    request.entity,
    (events) => admitTo(historyOfBearing(request.entity, events), request, caps, options),
    [request.id],
  );
}

/**
 * Asks for many visits with few trips. The requests of one entity are decided in the order given; the
 * decisions stand in the order of the requests.
 *
 * Entities are written by themselves: after an error some may be booked, so ask for all of them again.
 *
 * @throws as `bookVisit`
 */
export async function bookVisits(
  store: LedgerStore<LedgerEvent>,
  requests: readonly (VisitRequest | Demand)[],
  caps: Cap | readonly Cap[],
  options: LedgerOptions = {},
): Promise<readonly Decision[]> {
  requireStore('bookVisits', store);
  requireArgument('bookVisits', 'requests', requests, 'array');
  const answers = new Array<Decision>(requests.length);
  const byEntity = new Map<string, Own>();
  for (let place = 0; place < requests.length; place++) {
    const request = requests[place] as VisitRequest | Demand;
    if (!canBeStored(request)) {
      answers[place] = unread(request, caps, options);
      continue;
    }
    const { entity } = request;
    const own = byEntity.get(entity);
    if (own === undefined) byEntity.set(entity, { entity, requests: [request], places: [place] });
    else {
      own.requests.push(request);
      own.places.push(place);
    }
  }
  const asked = [...byEntity.values()];
  const decided = await bookTogether(store, asked, caps, options);
  for (let i = 0; i < asked.length; i++) {
    const { places } = asked[i] as Own;
    const decisions = decided[i] as readonly Decision[];
    for (let k = 0; k < places.length; k++) {
      answers[places[k] as number] = decisions[k] as Decision;
    }
  }
  return answers;
}

/** What is asked of one entity, in its order. */
export interface AskedTogether {
  readonly entity: string;
  readonly requests: readonly (VisitRequest | Demand)[];
}

/** As `bookVisits`, where each entity stands once and all of it can be stored: the decisions stand by entity. */
export function bookTogether(
  store: LedgerStore<LedgerEvent>,
  asked: readonly AskedTogether[],
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): Promise<readonly (readonly Decision[])[]> {
  return decideEach(
    store,
    asked.map(({ entity, requests }) => ({
      entity,
      requests: requests.map(({ id }) => id),
      decide: (events) => admitAll(historyOfBearing(entity, events), requests, caps, options),
    })),
  );
}

/** What a request is answered that nothing can stand in the ledger of. */
function unread(
  request: VisitRequest | Demand,
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): Decision {
  return admitTo(newHistory(''), request, caps, options).decision;
}

/** And where it stands among all that is asked. */
interface Own extends AskedTogether {
  readonly requests: (VisitRequest | Demand)[];
  readonly places: number[];
}

/** Asks for the visits of one entity, one after the other. */
function admitAll(
  known: EntityLedger,
  requests: readonly (VisitRequest | Demand)[],
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): Decided<LedgerEvent, readonly Decision[]> {
  const [only] = requests;
  if (requests.length === 1 && only !== undefined) {
    const { events, decision } = admitTo(known, only, caps, options);
    return { events, decision: [decision] };
  }
  const history = growing(known);
  const before = history.events.length;
  const decision = requests.map((request) => {
    const answer = admitTo(history, request, caps, options);
    for (const event of answer.events) grow(history, event, { hasGaps: false });
    return answer.decision;
  });
  return { events: history.events.slice(before), decision };
}
