import { type Network, place } from './network.js';
import { closeReached, explore, follow, visitNode, type Walk } from './walk.js';

/**
 * Fills every team that can be filled: the least loaded first, then augmenting paths until no visit
 * can be augmented further.
 *
 * @returns nothing if every team is complete, else all inspectors reachable from a short visit,
 * ascending: the smallest set that shows what is missing, whatever the assignment found
 */
export function complete(network: Network, walk: Walk): number[] | undefined {
  const { inspectors, load, capacity, size, filled, firstSlot } = network;
  assignLeastLoaded(network);
  const hasRoom = (i: number): boolean => (load[i] as number) < (capacity[i] as number);
  let isShort = false;
  for (let visit = 0; visit < network.visits; visit++) {
    while ((filled[visit] as number) < (size[visit] as number)) {
      const start = visitNode(network, visit);
      const slot = (firstSlot[visit] as number) + (filled[visit] as number);
      const goal = walk.zone[start] === 0 ? explore(network, walk, start, hasRoom, { slot }) : -1;
      if (goal < 0) {
        if (walk.zone[start] === 0) closeReached(walk);
        isShort = true;
        break;
      }
      follow(network, walk, goal);
    }
  }
  if (!isShort) return undefined;
  return Array.from({ length: inspectors }, (_, i) => i).filter((i) => walk.zone[i] !== 0);
}

/** A quick first assignment; visits with the fewest candidates choose first. */
function assignLeastLoaded(network: Network): void {
  const { visits, size, firstArc, firstOther, filled, others } = network;
  const width = (v: number): number => (firstArc[v + 1] as number) - (firstArc[v] as number);
  const order = Array.from({ length: visits }, (_, v) => v).sort(
    (a, b) => width(a) - width(b) || a - b,
  );
  for (const visit of order) {
    const from = firstArc[visit] as number;
    const middle = firstOther[visit] as number;
    const to = firstArc[visit + 1] as number;
    take(network, visit, leastLoaded(network, from, middle));
    while ((filled[visit] as number) < (size[visit] as number)) {
      const gateIsOpen = (others[visit] as number) < (size[visit] as number) - 1;
      if (!take(network, visit, leastLoaded(network, from, gateIsOpen ? to : middle))) break;
    }
  }
}

function leastLoaded({ arcInspector, used, load, capacity }: Network, from: number, to: number) {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let arc = from; arc < to; arc++) {
    const inspector = arcInspector[arc] as number;
    const held = load[inspector] as number;
    if (held < least && used[arc] === 0 && held < (capacity[inspector] as number)) {
      best = arc;
      least = held;
    }
  }
  return best;
}

function take(network: Network, visit: number, arc: number): boolean {
  if (arc < 0) return false;
  place(network, (network.firstSlot[visit] as number) + (network.filled[visit] as number), arc);
  return true;
}
