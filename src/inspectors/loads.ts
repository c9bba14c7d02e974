import type { Network } from './network.js';
import { augment, closeSeen, isSeen, newGoals, newRound, type Walk } from './walk.js';

/**
 * Makes the loads of a complete assignment decreasingly minimal: as long as an exchange path leads
 * from an inspector at level L to one with room at level L - 2 or less, a visit moves along it. A
 * level is the load with what is carried from earlier rounds.
 *
 * Levels are taken from the top. What a fruitless round from level L has seen holds no one below
 * L - 1 with room, now or later, so it is left alone from then on.
 */
export function balanceLoads(network: Network, walk: Walk): void {
  const { inspectors, load, capacity } = network;
  newRound(walk);
  for (let top = topLevel(network, walk); top >= 2; top = topLevel(network, walk)) {
    // A closed inspector can't be reached, and without goals no lower level has any.
    const isLight = (i: number): boolean =>
      levelOf(network, i) <= top - 2 &&
      (load[i] as number) < (capacity[i] as number) &&
      !isSeen(walk, i);
    if (newGoals(walk, isLight) === 0) return;
    let heavy: number[] = [];
    for (let i = 0; i < inspectors; i++) {
      if (levelOf(network, i) === top && !isSeen(walk, i)) heavy.push(i);
    }
    for (let gained = -1; heavy.length > 0 && gained !== 0; ) {
      newRound(walk);
      gained = 0;
      for (const i of heavy) {
        if (isSeen(walk, i)) continue;
        const goal = augment(network, walk, i);
        if (goal < 0) continue;
        if (levelOf(network, goal) > top - 2 || load[goal] === capacity[goal]) walk.goal[goal] = 0;
        gained++;
      }
      heavy = heavy.filter((i) => levelOf(network, i) === top);
    }
    if (heavy.length > 0) closeSeen(walk);
    newRound(walk);
  }
}

/** The visits of an inspector, earlier rounds included. */
export const levelOf = ({ load, carried }: Network, inspector: number): number =>
  (load[inspector] as number) + (carried[inspector] as number);

/** The greatest level among inspectors not yet seen in this round, -1 if there are none. */
export function topLevel(network: Network, walk: Walk): number {
  let top = -1;
  for (let i = 0; i < network.inspectors; i++) {
    if (!isSeen(walk, i)) top = Math.max(top, levelOf(network, i));
  }
  return top;
}
