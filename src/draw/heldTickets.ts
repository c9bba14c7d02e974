import { type Sha256State, stateHex } from '../core/sha256.js';
import type { Keyed } from './drawOrder.js';
import { compareKeyed } from './drawOrder.js';
import { smallestFirst } from './smallestFirst.js';

/** The units of a stratum that can still be listed, while it is read. */
export interface HeldTickets {
  /**
   * Keeps a unit whose ticket is the eight words from `at`.
   *
   * @returns the greatest key that can still be among the smallest: who asks first whether a unit's
   * key is above it spares the call for nearly every unit
   */
  readonly add: (key: number, id: string, tickets: Sha256State, at: number) => number;
  /** The smallest in draw order, at most as many as are needed. */
  readonly ordered: () => Keyed[];
}

/** Words of a ticket. */
const WORDS = 8;

/**
 * The `needed` smallest tickets of those added, in memory O(needed).
 *
 * Holds half as many again before it throws away what lies above the `needed`-th key, which from then
 * on is the limit: nearly every unit of a long stratum is refused by one comparison of numbers. Keys
 * equal to the limit stay, so a tie at 52 bits is left to the whole order. Tickets stay words until
 * they are listed.
 */
export function heldTickets(needed: number): HeldTickets {
  const room = needed + Math.max(64, needed >> 1);
  let keys = new Float64Array(64);
  let words = new Int32Array(64 * WORDS);
  const ids: string[] = [];
  let limit = Number.POSITIVE_INFINITY;

  const grow = (): void => {
    const size = Math.min(2 * keys.length, Math.max(room, ids.length + 1));
    const [moreKeys, moreWords] = [new Float64Array(size), new Int32Array(size * WORDS)];
    moreKeys.set(keys);
    moreWords.set(words);
    keys = moreKeys;
    words = moreWords;
  };
  const prune = (): void => {
    limit = smallestFirst(keys.slice(0, ids.length), ids.length, needed);
    let kept = 0;
    for (let i = 0; i < ids.length; i++) {
      const key = keys[i] as number;
      if (key > limit) continue;
      keys[kept] = key;
      ids[kept] = ids[i] as string;
      for (let n = 0; n < WORDS; n++) words[kept * WORDS + n] = words[i * WORDS + n] as number;
      kept++;
    }
    ids.length = kept;
  };

  return {
    add(key, id, tickets, at) {
      if (key > limit) return limit;
      if (ids.length === room) prune();
      if (ids.length === keys.length) grow();
      keys[ids.length] = key;
      const to = ids.length * WORDS;
      for (let n = 0; n < WORDS; n++) words[to + n] = tickets[at + n] as number;
      ids.push(id);
      return limit;
    },
    ordered() {
      // A ticket in full takes longer to write than to hash, so none is that can't be listed.
      if (ids.length > needed) prune();
      const all = ids.map((id, i): Keyed => {
        const ticket = stateHex(words, i * WORDS);
        return { key: keys[i] as number, id, ticket };
      });
      return all.sort(compareKeyed).slice(0, needed);
    },
  };
}
