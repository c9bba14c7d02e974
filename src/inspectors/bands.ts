import { topLoad } from './loads.js';
import type { Network } from './network.js';
import { type Bands, closeReached, explore, reopen, type Walk } from './walk.js';

/**
 * The bands of fair loads: from the top load L down, whoever is reachable by exchange paths from an
 * inspector with load L, and was not reached before, ends with L or L - 1 (less if his capacity is).
 *
 * @param network - a complete assignment with balanced loads; the bands are the same for each
 */
export function loadBands(network: Network, walk: Walk): Bands {
  const { inspectors, load, capacity } = network;
  const low = new Int32Array(inspectors);
  const high = new Int32Array(inspectors);
  reopen(walk);
  for (let level = topLoad(network, walk); level >= 0; level = topLoad(network, walk)) {
    for (let start = 0; start < inspectors; start++) {
      if (load[start] !== level || walk.zone[start] !== 0) continue;
      explore(network, walk, start, () => false);
      closeReached(walk);
      for (let at = 0; at < walk.length; at++) {
        const i = walk.queue[at] as number;
        if (i >= inspectors) continue;
        high[i] = Math.min(capacity[i] as number, level);
        low[i] = Math.min(load[i] as number, Math.max(0, level - 1));
      }
    }
  }
  return { low, high };
}
