import { readUtf8, writeUtf8 } from '../core/utf8.js';
import { compareKeyed, type Keyed } from './drawOrder.js';
import { smallestFirst } from './smallestFirst.js';

/** The units of a stratum that can still be listed, while it is read. */
export interface HeldTickets {
  /**
   * Keeps a unit.
   *
   * @returns the greatest key that can still be among the smallest: who asks first whether a unit's
   * key is above it spares the call for nearly every unit
   */
  readonly add: (key: number, id: string) => number;
  /** The smallest in draw order, at most as many as are needed. */
  readonly ordered: () => Keyed[];
}

/** Units there is room for at first. */
const FEW = 16;

/**
 * The `needed` smallest tickets of those added, in memory O(needed).
 *
 * Holds half as many again before it throws away what lies above the `needed`-th key, which from then
 * on is the limit: nearly every unit of a long stratum is refused by one comparison of numbers. Keys
 * equal to the limit stay, so a tie at 52 bits is left to the whole order.
 *
 * Of a unit only its key and the bytes of its id stay: a text would keep alive what it was cut from,
 * and be moved about by the collector of garbage. Its ticket is hashed again once it is listed.
 *
 * @param ticketOf - the ticket of an id, whose first 52 bits its key comes from
 */
export function heldTickets(needed: number, ticketOf: (id: string) => string): HeldTickets {
  const room = needed + Math.max(64, needed >> 1);
  let keys = new Float64Array(FEW);
  let lengths = new Uint16Array(FEW);
  let bytes = new Uint8Array(32 * FEW);
  let count = 0;
  /** Where the bytes of the last id end. */
  let end = 0;
  let limit = Number.POSITIVE_INFINITY;

  const grow = (): void => {
    const size = Math.min(2 * count, Math.max(room, count + 1));
    const [moreKeys, moreLengths] = [new Float64Array(size), new Uint16Array(size)];
    moreKeys.set(keys);
    moreLengths.set(lengths);
    keys = moreKeys;
    lengths = moreLengths;
  };
  const growBytes = (least: number): void => {
    const more = new Uint8Array(Math.max(2 * bytes.length, least));
    more.set(bytes);
    bytes = more;
  };
  const prune = (): void => {
    limit = smallestFirst(keys.slice(0, count), count, needed);
    let kept = 0;
    let to = 0;
    for (let i = 0, from = 0; i < count; i++) {
      const key = keys[i] as number;
      const length = lengths[i] as number;
      if (key <= limit) {
        keys[kept] = key;
        lengths[kept++] = length;
        for (let n = 0; n < length; n++) bytes[to + n] = bytes[from + n] as number;
        to += length;
      }
      from += length;
    }
    count = kept;
    end = to;
  };

  return {
    add(key, id) {
      if (key > limit) return limit;
      if (count === room) prune();
      if (count === keys.length) grow();
      if (end + 3 * id.length > bytes.length) growBytes(end + 3 * id.length);
      const next = writeUtf8(id, bytes, end);
      keys[count] = key;
      lengths[count++] = next - end;
      end = next;
      return limit;
    },
    ordered() {
      // A ticket in full takes longer to write than to hash, so none is that can't be listed.
      if (count > needed) prune();
      const all: Keyed[] = [];
      for (let i = 0, from = 0; i < count; i++) {
        const id = readUtf8(bytes, from, from + (lengths[i] as number));
        all.push({ key: keys[i] as number, id, ticket: ticketOf(id) });
        from += lengths[i] as number;
      }
      return all.sort(compareKeyed).slice(0, needed);
    },
  };
}
