import { requireArgument } from '../core/argument.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import { admitTo } from '../visits/ledger/admitVisit.js';
import type { LedgerOptions } from '../visits/ledger/answered.js';
import type { LedgerEvent } from '../visits/ledger/event.js';
import {
  type GrowingHistory,
  grow,
  historyOfBearing,
  newHistory,
} from '../visits/ledger/history.js';
import type { Decision, VisitRequest } from '../visits/ledger/request.js';
import { canBeStored } from './canBeStored.js';
import { decideAllAndAppend } from './decideAllAndAppend.js';
import { type Decided, decideAndAppend } from './decideAndAppend.js';
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
  requireArgument('bookVisits', 'requests', requests, 'array');
  const answers = new Array<Decision>(requests.length);
  const byEntity = new Map<string, Own>();
  for (let place = 0; place < requests.length; place++) {
    const request = requests[place] as VisitRequest | Demand;
    if (!canBeStored(request)) {
      answers[place] = unread(request, caps, options);
      continue;
    }
    const own = byEntity.get(request.entity);
    if (own === undefined) {
      byEntity.set(request.entity, {
        places: [place],
        requests: [request],
        ids: [request.id],
      });
    } else {
      own.places.push(place);
      own.requests.push(request);
      own.ids.push(request.id);
    }
  }
  const asked = [...byEntity];
  const decided = await decideAllAndAppend(
    store,
    asked.map(([entity, own]) => ({
      entity,
      requests: own.ids,
      decide: (events: readonly LedgerEvent[]) =>
        admitAll(historyOfBearing(entity, events), own.requests, caps, options),
    })),
  );
  for (const [i, [, { places }]] of asked.entries()) {
    const decisions = decided[i] as readonly Decision[];
    for (let k = 0; k < places.length; k++) {
      answers[places[k] as number] = decisions[k] as Decision;
    }
  }
  return answers;
}

/** What a request is answered that nothing can stand in the ledger of. */
function unread(
  request: VisitRequest | Demand,
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): Decision {
  return admitTo(newHistory(''), request, caps, options).decision;
}

/** What is asked of one entity: the requests, their ids, and where they stand among all. */
interface Own {
  readonly places: number[];
  readonly requests: (VisitRequest | Demand)[];
  readonly ids: string[];
}

/** Asks for the visits of one entity, one after the other. */
function admitAll(
  history: GrowingHistory,
  requests: readonly (VisitRequest | Demand)[],
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): Decided<LedgerEvent, readonly Decision[]> {
  const [only] = requests;
  if (requests.length === 1 && only !== undefined) {
    const { events, decision } = admitTo(history, only, caps, options);
    return { events, decision: [decision] };
  }
  const events: LedgerEvent[] = [];
  const decision: Decision[] = [];
  for (const request of requests) {
    const answer = admitTo(history, request, caps, options);
    for (const event of answer.events) {
      grow(history, event, { hasGaps: false });
      events.push(event);
    }
    decision.push(answer.decision);
  }
  return { events, decision };
}
