import { compareTickets, type Ticketed } from '../ticket/compareTickets.js';
import { T52_RANGE, t52Hasher } from '../ticket/t52.js';
import { pairTicketHasher, ticketHasher } from '../ticket/ticket.js';
import { pairKeys } from './pairKeys.js';
import { keySorter } from './sortByKeys.js';

/** The visits by ascending ticket, equal tickets by id bytes. */
export function byTicket<T extends { readonly id: string }>(
  visitKey: string,
  visits: readonly T[],
): T[] {
  const keyOf = t52Hasher(visitKey);
  const ticketOf = ticketHasher(visitKey);
  const keys = Float64Array.from(visits, ({ id }) => keyOf(id));
  const ticketed = (v: number): Ticketed => {
    const { id } = visits[v] as T;
    return { id, ticket: ticketOf(id) };
  };
  const { sorted } = keySorter(visits.length, (a, b) => {
    const order = compareTickets(ticketed(a), ticketed(b));
    return order < 0 || (order === 0 && a < b);
  });
  const numbers = Int32Array.from(visits.keys());
  return Array.from(sorted(numbers, keys, visits.length, T52_RANGE), (v) => visits[v] as T);
}

/** So many of the candidates, or about as many, are put in order at first: teams are full sooner. */
const NEAR = 32;

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
  const near = new Int32Array(ids.length);
  const nearBits = new Float64Array(ids.length);
  const { sorted } = keySorter(ids.length, (a, b) => {
    const x = ticketOf(visit, ids[a] as string);
    const y = ticketOf(visit, ids[b] as string);
    return x === y ? a < b : x < y;
  });
  let visit = '';
  let count = 0;
  let order: Int32Array = added;
  /** How many were taken, and how many are in order; -1 as long as there are no tickets. */
  let taken = 0;
  let ordered = -1;
  return {
    setVisit(id) {
      visit = id;
      keys.setVisit(id);
      count = 0;
      ordered = -1;
    },
    add(inspector) {
      added[count++] = inspector;
    },
    addAll(list, from, to) {
      for (let at = from; at < to; at++) added[count + at - from] = list[at] as number;
      count += to - from;
    },
    take() {
      if (ordered < 0) {
        keys.of(added, count, firstBits);
        taken = 0;
        ordered = 0;
        if (count > 2 * NEAR) orderNear(T52_RANGE * (NEAR / count));
      }
      if (taken === ordered && ordered < count) {
        order = sorted(added, firstBits, count, T52_RANGE);
        ordered = count;
      }
      return taken < count ? (order[taken++] as number) : -1;
    },
  };

  /** Puts those in order whose tickets are below a limit. */
  function orderNear(limit: number): void {
    for (let n = 0; n < count; n++) {
      const bits = firstBits[n] as number;
      if (bits >= limit) continue;
      near[ordered] = added[n] as number;
      nearBits[ordered++] = bits;
    }
    order = sorted(near, nearBits, ordered, limit);
  }
}
