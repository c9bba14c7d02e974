import { readUtf8, writeUtf8 } from '../core/utf8.js';
import { byKey } from './byKey.js';
import { smallestFirst } from './smallestFirst.js';

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
 * the end. Once half as much again has come, what lies above the `needed`-th key of its stratum is
 * thrown away, and that key is the stratum's limit from then on. Keys equal to it stay, so a tie at
 * 52 bits is left to the whole order.
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
  let bytes = new Uint8Array(32 * room);
  let count = 0;
  /** Where the bytes of the last id end. */
  let end = 0;

  const makeRoom = (): void => {
    prune();
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
    const more = new Uint8Array(Math.max(2 * bytes.length, least));
    more.set(bytes);
    bytes = more;
  };
  /** Brings the limits down as far as they go, and throws away what lies above them. */
  const prune = (): void => {
    lowerLimits(limits, needed, places, keys, count);
    end = withinLimits(bytes);
  };
  /** Moves what is within the limits to the front; where its bytes end. */
  const withinLimits = (all: Uint8Array): number => {
    let kept = 0;
    let to = 0;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const length = lengths[i] as number;
      if ((keys[i] as number) <= (limits[places[i] as number] as number)) {
        places[kept] = places[i] as number;
        keys[kept] = keys[i] as number;
        lengths[kept++] = length;
        if (from > to) for (let n = 0; n < length; n++) all[to + n] = all[from + n] as number;
        to += length;
      }
      from += length;
    }
    count = kept;
    return to;
  };

  return {
    limits,
    add(place, key, id) {
      if (count === room) makeRoom();
      if (end + 3 * id.length > bytes.length) growBytes(end + 3 * id.length);
      const next = writeUtf8(id, bytes, end);
      places[count] = place;
      keys[count] = key;
      lengths[count++] = next - end;
      end = next;
    },
    listed() {
      prune();
      // One after the other, since to read what lies about in memory takes longer than to sort it.
      const ids: string[] = [];
      for (let i = 0, from = 0; i < count; i++) {
        const to = from + (lengths[i] as number);
        ids.push(readUtf8(bytes, from, to));
        from = to;
      }
      const { rows, ends } = byStratum(places, count, needed.length);
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

/** Sets the limit of each stratum that has as many as it needs to the last key of these. */
function lowerLimits(
  limits: Float64Array,
  needed: readonly number[],
  places: Int32Array,
  keys: Float64Array,
  count: number,
): void {
  const { rows, ends } = byStratum(places, count, needed.length);
  const sorted = keysOf(keys, rows);
  for (let place = 0; place < needed.length; place++) {
    const own = sorted.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
    const most = needed[place] as number;
    if (own.length >= most) limits[place] = smallestFirst(own, own.length, most);
  }
}

/** Rows by stratum, in their order within each; where those of each end. */
function byStratum(places: Int32Array, count: number, strata: number) {
  const ends = new Int32Array(strata + 1);
  for (let i = 0; i < count; i++) {
    const next = (places[i] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let place = 1; place < strata; place++) {
    ends[place] = (ends[place] as number) + (ends[place - 1] as number);
  }
  const rows = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    const at = ends[place] as number;
    ends[place] = at + 1;
    rows[at] = i;
  }
  return { rows, ends };
}

/** The keys of rows. */
function keysOf(keys: Float64Array, rows: Int32Array): Float64Array {
  const own = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) own[i] = keys[rows[i] as number] as number;
  return own;
}

/** The rows at places of a list of rows. */
function rowsAt(rows: Int32Array, places: Int32Array): Int32Array {
  const found = new Int32Array(places.length);
  for (let i = 0; i < found.length; i++) found[i] = rows[places[i] as number] as number;
  return found;
}
