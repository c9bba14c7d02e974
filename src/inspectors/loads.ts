import type { Network } from './network.js';
import { closeReached, explore, follow, reopen, type Walk } from './walk.js';

/**
 * Makes the loads of a complete assignment decreasingly minimal: as long as an exchange path leads
 * from an inspector with load L to one with room and load L - 2 or less, a visit moves along it.
 *
 * Levels are taken from the top. What a failed walk from level L has reached holds no one below
 * L - 1 with room, now or later, so it is left alone from then on.
 */
export function balanceLoads(network: Network, walk: Walk): void {
  const { inspectors, load, capacity } = network;
  reopen(walk);
  for (let level = topLoad(network, walk); level >= 2; level = topLoad(network, walk)) {
    const isLighter = (i: number): boolean => {
      const held = load[i] as number;
      return held <= level - 2 && held < (capacity[i] as number);
    };
    for (let i = 0; i < inspectors; i++) {
      if (load[i] !== level || walk.zone[i] !== 0) continue;
      const goal = explore(network, walk, i, isLighter);
      if (goal < 0) closeReached(walk);
      else follow(network, walk, goal);
    }
  }
}

/** The greatest load among inspectors not yet closed, -1 if there are none. */
export function topLoad({ inspectors, load }: Network, { zone }: Walk): number {
  let top = -1;
  for (let i = 0; i < inspectors; i++) {
    if (zone[i] === 0 && (load[i] as number) > top) top = load[i] as number;
  }
  return top;
}
