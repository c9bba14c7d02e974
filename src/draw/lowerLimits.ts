import { T52_RANGE } from '../ticket/t52.js';
import { byStratum, type KeysOfStrata, keysOf } from './byStratum.js';
import { smallestFirst } from './smallestFirst.js';

/**
 * Sets the limit of each stratum that has as many keys as it needs to the last key of these.
 *
 * @param asked - 1 for each stratum to look at, all where left out
 */
export function lowerLimits(
  limits: Float64Array,
  needed: readonly number[],
  held: KeysOfStrata,
  asked?: Uint8Array,
): void {
  const { rows, ends } = byStratum(held, needed.length, asked);
  const sorted = keysOf(held.keys, rows);
  for (let place = 0; place < needed.length; place++) {
    const own = sorted.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
    const most = needed[place] as number;
    if (own.length >= most) limits[place] = smallestFirst(own, own.length, most);
  }
}

/**
 * Lowers limits about as far as `lowerLimits`, never below, in a third of the time.
 *
 * Tickets lie evenly, so it is known about where the last key needed lies. A little above it is tried:
 * if as many keys as are needed lie within, and not far more, it is a limit. Else it is looked for.
 */
export function lowerLimitsNearly(
  limits: Float64Array,
  needed: readonly number[],
  held: KeysOfStrata,
): void {
  const { keys, places, count } = held;
  const sizes = new Int32Array(needed.length);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    sizes[place] = (sizes[place] as number) + 1;
  }
  const tried = limits.map((limit, place) => {
    const size = sizes[place] as number;
    const wanted = wantedOf(needed[place] as number);
    return size <= wanted ? limit : Math.floor((Math.min(limit, T52_RANGE) / size) * wanted);
  });
  const within = new Int32Array(needed.length);
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    if ((keys[i] as number) <= (tried[place] as number)) {
      within[place] = (within[place] as number) + 1;
    }
  }
  const missed = new Uint8Array(needed.length);
  let misses = 0;
  for (let place = 0; place < needed.length; place++) {
    const [own, most] = [within[place] as number, needed[place] as number];
    if (tried[place] === limits[place]) continue;
    if (own >= most && own <= 2 * wantedOf(most)) limits[place] = tried[place] as number;
    else misses += missed[place] = 1;
  }
  if (misses > 0) lowerLimits(limits, needed, held, missed);
}

/** A little more than is needed, so that by chance fewer lie within in one case of forty. */
const wantedOf = (needed: number): number => needed + 1 + 2 * Math.sqrt(needed);
