import { readUtf8, writeUtf8 } from '../core/utf8.js';
import { byKey } from './byKey.js';
import { byStratum, keysOf } from './byStratum.js';
import { lowerLimits, lowerLimitsNearly } from './lowerLimits.js';

/** The units that can be listed. */
export interface Listed {
  /** In no promised order. */
  readonly ids: readonly string[];
  /** The key of each id. */
  readonly keys: Float64Array;
  /** Of each stratum the smallest in draw order, at most as many as it needs: where they stand in `ids`. */
  readonly order: readonly Int32Array[];
}

/** The units of all strata that can still be listed, while a frame is read. */
export interface HeldTickets {
  /**
   * For each stratum the greatest key that can still be among its smallest: who asks first whether a
   * unit's key is above it spares the call for nearly every unit.
   */
  readonly limits: Float64Array;
  /** Keeps a unit of the stratum at a place. */
  readonly add: (place: number, key: number, id: string) => void;
  readonly listed: () => Listed;
}

/** Units that are kept at least before any is thrown away. */
const FEW = 1024;

/**
 * Of each stratum the `needed` smallest tickets of those added, in memory O(needed) for all together.
 *
 * What is kept stands one behind the other, whatever its stratum, so that to add touches no memory but
 * the end. Once half as much again has come, what lies above the `needed`-th key of its stratum, or
 * above one a little greater, is thrown away, and that key is the stratum's limit from then on. Keys
 * equal to it stay, so a tie at 52 bits is left to the whole order.
 *
 * Of a unit only its key and the bytes of its id stay: a text would keep alive what it was cut from,
 * and be moved about by the collector of garbage.
 *
 * @param needed - for each stratum how many, at least 1
 * @param compareTied - the draw order of two ids whose keys are equal
 */
export function heldTickets(
  needed: readonly number[],
  compareTied: (a: string, b: string) => number,
): HeldTickets {
  const limits = new Float64Array(needed.length).fill(Number.POSITIVE_INFINITY);
  let room = FEW;
  let places = new Int32Array(room);
  let keys = new Float64Array(room);
  let lengths = new Uint16Array(room);
  // Each id begins a word, so that ids are moved word by word.
  let bytes = new Uint8Array(32 * room);
  let words = new Int32Array(bytes.buffer);
  let count = 0;
  /** Words that ids take. */
  let end = 0;

  const makeRoom = (): void => {
    lowerLimitsNearly(limits, needed, { keys, places, count });
    end = withinLimits(words);
    room = count + Math.max(FEW, count >> 1);
    if (room <= keys.length) return;
    const [morePlaces, moreKeys] = [new Int32Array(room), new Float64Array(room)];
    const moreLengths = new Uint16Array(room);
    morePlaces.set(places);
    moreKeys.set(keys);
    moreLengths.set(lengths);
    [places, keys, lengths] = [morePlaces, moreKeys, moreLengths];
  };
  const growBytes = (least: number): void => {
    const more = new Uint8Array(4 * Math.max(2 * words.length, wordsOf(least)));
    more.set(bytes);
    bytes = more;
    words = new Int32Array(bytes.buffer);
  };
  /** Moves what is within the limits to the front; how many words its ids take. */
  const withinLimits = (all: Int32Array): number => {
    let kept = 0;
    let to = 0;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const length = lengths[i] as number;
      const size = wordsOf(length);
      if ((keys[i] as number) <= (limits[places[i] as number] as number)) {
        places[kept] = places[i] as number;
        keys[kept] = keys[i] as number;
        lengths[kept++] = length;
        if (from > to) for (let n = 0; n < size; n++) all[to + n] = all[from + n] as number;
        to += size;
      }
      from += size;
    }
    count = kept;
    return to;
  };

  return {
    limits,
    add(place, key, id) {
      if (count === room) makeRoom();
      const start = 4 * end;
      if (start + 3 * id.length > bytes.length) growBytes(start + 3 * id.length);
      const length = writeUtf8(id, bytes, start) - start;
      places[count] = place;
      keys[count] = key;
      lengths[count++] = length;
      end += wordsOf(length);
    },
    listed() {
      lowerLimits(limits, needed, { keys, places, count });
      end = withinLimits(words);
      // One after the other, since to read what lies about in memory takes longer than to sort it.
      const ids: string[] = [];
      for (let i = 0, from = 0; i < count; i++) {
        const length = lengths[i] as number;
        ids.push(readUtf8(bytes, from, from + length));
        from += 4 * wordsOf(length);
      }
      const { rows, ends } = byStratum({ keys, places, count }, needed.length);
      const order = needed.map((most, place) => {
        const own = rows.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
        const idOf = (at: number): string => ids[own[at] as number] as string;
        const inOrder = byKey(keysOf(keys, own), (a, b) => compareTied(idOf(a), idOf(b)));
        return rowsAt(own, inOrder.subarray(0, most));
      });
      return { ids, keys: keys.slice(0, count), order };
    },
  };
}

/** The rows at places of a list of rows. */
function rowsAt(rows: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let i = 0; i < found.length; i++) found[i] = rows[places[i] as number] as number;
  return found;
}

/** Words of four bytes that so many bytes take. */
const wordsOf = (length: number): number => (length + 3) >> 2;
