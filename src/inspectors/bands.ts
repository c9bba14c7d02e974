import { atLevel, topLevel } from './loads.js';
import type { Network } from './network.js';
import { reach } from './reach.js';
import { closeReached, newWalk, reachedInspectors } from './walk.js';

/** The least and the greatest load each inspector may end with, earlier rounds apart. */
export interface Bands {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * The bands of fair loads: from the top level L down, whoever is reachable by exchange paths from an
 * inspector at level L, and was not reached before, ends at L or L - 1 (less if his capacity is).
 *
 * @param network - a complete assignment with balanced loads; the bands are the same for each
 */
export function loadBands(network: Network): Bands {
  const { inspectors, load, capacity, carried } = network;
  const low = new Int32Array(inspectors);
  const high = new Int32Array(inspectors);
  const walk = newWalk(network);
  for (let top = topLevel(network, walk); top >= 0; top = topLevel(network, walk)) {
    reach(network, walk, atLevel(network, walk, top));
    for (const i of reachedInspectors(walk)) {
      const most = top - (carried[i] as number);
      high[i] = Math.min(capacity[i] as number, most);
      low[i] = Math.min(load[i] as number, Math.max(0, most - 1));
    }
    closeReached(walk);
  }
  return { low, high };
}
