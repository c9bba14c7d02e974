import { compareTickets } from '../ticket/compareTickets.js';
import { T52_RANGE } from '../ticket/t52.js';
import { pairTicketHasher, ticketHasher } from '../ticket/ticket.js';
import { pairKeys } from './pairKeys.js';
import { keySorter } from './sortByKeys.js';

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
  const { sorted } = keySorter(ids.length, T52_RANGE, (a, b) => {
    const x = ticketOf(visit, ids[a] as string);
    const y = ticketOf(visit, ids[b] as string);
    return x === y ? a < b : x < y;
  });
  let visit = '';
  let count = 0;
  let order: Int32Array = added;
  /** How many were taken; -1 as long as they are not in order. */
  let taken = -1;
  return {
    setVisit(id) {
      visit = id;
      keys.setVisit(id);
      count = 0;
      taken = -1;
    },
    add(inspector) {
      added[count++] = inspector;
    },
    addAll(list, from, to) {
      for (let at = from; at < to; at++) added[count + at - from] = list[at] as number;
      count += to - from;
    },
    take() {
      if (taken < 0) {
        keys.of(added, count, firstBits);
        order = sorted(added, firstBits, count);
        taken = 0;
      }
      return taken < count ? (order[taken++] as number) : -1;
    },
  };
}
