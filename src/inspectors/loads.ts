import { augment } from './augment.js';
import type { Bands } from './bands.js';
import type { Network } from './network.js';
import { reach } from './reach.js';
import { closeReached, isClosed, newGoals, type Walk } from './walk.js';

/**
 * Makes the loads of a complete assignment decreasingly minimal: as long as an exchange path leads
 * from an inspector at level L to one with room at level L - 2 or less, a visit moves along it. A
 * level is the load with what is carried from earlier rounds.
 *
 * Levels are taken from the top. What a fruitless round from level L has reached holds no one below
 * L - 1 with room, now or later, so it is left alone from then on.
 */
export function balanceLoads(network: Network, walk: Walk): void {
  const { load, capacity } = network;
  for (let top = topLevel(network, walk); top >= 2; top = topLevel(network, walk)) {
    const isLight = (i: number): boolean =>
      levelOf(network, i) <= top - 2 && (load[i] as number) < (capacity[i] as number);
    if (newGoals(walk, (i) => isLight(i) && !isClosed(walk, i)) === 0) return;
    let heavy = atLevel(network, walk, top);
    while (heavy.length > 0) {
      if (!reach(network, walk, heavy)) {
        closeReached(walk);
        break;
      }
      for (const i of heavy) {
        const goal = augment(network, walk, i);
        if (goal >= 0 && !isLight(goal)) walk.goal[goal] = 0;
      }
      heavy = heavy.filter((i) => levelOf(network, i) === top);
    }
  }
}

/**
 * Brings the loads of a complete assignment with none above its band up to the lows, by exchange paths
 * from those who can give up a visit.
 *
 * @returns whether all are there, which is certain where every slot may give somebody up
 */
export function liftLoads(network: Network, { low }: Bands, walk: Walk): boolean {
  const { inspectors, load } = network;
  const isLow = (i: number): boolean => (load[i] as number) < (low[i] as number);
  const canGive = (i: number): boolean => (load[i] as number) > (low[i] as number);
  const all = Array.from({ length: inspectors }, (_, i) => i);
  while (newGoals(walk, isLow) > 0) {
    const givers = all.filter(canGive);
    if (!reach(network, walk, givers)) return false;
    for (const i of givers) {
      while (canGive(i)) {
        const goal = augment(network, walk, i);
        if (goal < 0) break;
        if (!isLow(goal)) walk.goal[goal] = 0;
      }
    }
  }
  return true;
}

/** The visits of an inspector, earlier rounds included. */
export const levelOf = ({ load, carried }: Network, inspector: number): number =>
  (load[inspector] as number) + (carried[inspector] as number);

/** The greatest level among inspectors not closed, -1 if there are none. */
export function topLevel(network: Network, walk: Walk): number {
  let top = -1;
  for (let i = 0; i < network.inspectors; i++) {
    if (!isClosed(walk, i)) top = Math.max(top, levelOf(network, i));
  }
  return top;
}

/** The inspectors at a level who are not closed. */
export function atLevel(network: Network, walk: Walk, level: number): number[] {
  return Array.from(network.load, (_, i) => i).filter(
    (i) => levelOf(network, i) === level && !isClosed(walk, i),
  );
}
