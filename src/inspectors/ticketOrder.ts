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
  /** Adds the candidates `from` to `to - 1` of a list. */
  readonly addAll: (list: Uint16Array | Int32Array, from: number, to: number) => void;
  /** The next of those added, -1 if none is left. */
  readonly take: () => number;
}

/** Candidates that are put in order at first; nearly every team is full before they run out. */
const AT_FIRST = 24;
const ALL_KEYS = 2 ** 52;

/**
 * The order of candidates: by the first 52 bits of their tickets, where these tie by all 256, then
 * by id bytes.
 *
 * Tickets are spread evenly, so those below a small share of all keys are the first few; only these
 * are put in order, and the next, twice as many, once they are taken.
 *
 * @param ids - the inspectors by number, in the order of id bytes
 */
export function pairOrder(pairKey: string, ids: readonly string[]): PairOrder {
  const keys = pairKeys(pairKey, ids);
  const ticketOf = pairTicketHasher(pairKey);
  const added = new Int32Array(ids.length);
  const firstBits = new Float64Array(ids.length);
  let count = 0;
  /** How many of those added are not in the queue yet: the ones from `limit` on. */
  let waiting = 0;
  let limit = 0;
  let step = 0;
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
      waiting = 0;
      limit = 0;
    },
    add(inspector) {
      added[count++] = inspector;
    },
    addAll(list, from, to) {
      for (let at = from; at < to; at++) added[count + at - from] = list[at] as number;
      count += to - from;
    },
    take() {
      if (limit === 0 && count > 0) {
        keys.of(added, count, firstBits);
        waiting = count;
        step = ALL_KEYS * (AT_FIRST / count);
      }
      for (;;) {
        const candidate = queue.take();
        if (candidate >= 0 || waiting === 0) return candidate;
        fill();
      }
    },
  };

  /** Puts the next candidates into the queue. */
  function fill(): void {
    const from = limit;
    limit += step;
    step *= 2;
    queue.clear();
    for (let i = 0; i < count; i++) {
      const key = firstBits[i] as number;
      if (key < from || key >= limit) continue;
      queue.add(added[i] as number, key);
      waiting--;
    }
  }
}
