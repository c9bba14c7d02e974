import { compareTickets } from '../ticket/compareTickets.js';
import { pairTicketHasher, ticketHasher } from '../ticket/ticket.js';
import { pairKeys } from './pairKeys.js';
import { newTicketQueue } from './ticketQueue.js';

/** The visits by ascending ticket, equal tickets by id bytes. */
export function byTicket<T extends { readonly id: string }>(
  visitKey: string,
  visits: readonly T[],
): T[] {
  const ticketOf = ticketHasher(visitKey);
  return visits
    .map((visit) => ({ visit, id: visit.id, ticket: ticketOf(visit.id) }))
    .sort(compareTickets)
    .map(({ visit }) => visit);
}

/** Candidates of one visit after another, by ascending pair ticket. */
export interface PairOrder {
  readonly setVisit: (id: string) => void;
  /** Adds a candidate, each once; all are added before the first is taken. */
  readonly add: (inspector: number) => void;
  /** The next of those added, -1 if none is left. */
  readonly take: () => number;
}

/**
 * The order of candidates: by the first 52 bits of their tickets, where these tie by all 256, then
 * by id bytes.
 *
 * @param ids - the inspectors by number, in the order of id bytes
 */
export function pairOrder(pairKey: string, ids: readonly string[]): PairOrder {
  const keys = pairKeys(pairKey, ids);
  const ticketOf = pairTicketHasher(pairKey);
  const added = new Int32Array(ids.length);
  const firstBits = new Float64Array(ids.length);
  let count = 0;
  let visit = '';
  const queue = newTicketQueue(ids.length, (a, b) => {
    const x = ticketOf(visit, ids[a] as string);
    const y = ticketOf(visit, ids[b] as string);
    return x === y ? a < b : x < y;
  });
  return {
    setVisit(id) {
      visit = id;
      keys.setVisit(id);
      queue.clear();
      count = 0;
    },
    add(inspector) {
      added[count++] = inspector;
    },
    take() {
      if (count > 0) {
        keys.of(added, count, firstBits);
        for (let i = 0; i < count; i++) queue.add(added[i] as number, firstBits[i] as number);
        count = 0;
      }
      return queue.take();
    },
  };
}
