/** A stream of numbers from 0 up to but not 1, as `randomStream` gives. */
export type Random = () => number;

/** True in this share of cases. */
export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** A whole number, both ends inside. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the items, all alike; the list must not be empty. */
export function oneOf<T>(random: Random, items: readonly T[]): T {
  return items[between(random, 0, items.length - 1)] as T;
}

/** One of the items by whole weights, of which at least one is above 0. */
export function weighted<T>(random: Random, items: readonly T[], weight: (item: T) => number): T {
  let left = random() * items.reduce((sum, item) => sum + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return items.at(-1) as T;
}

/** How often something happened that happens once more with this chance: mostly never, rarely often. */
export function timesOver(random: Random, again: number): number {
  let times = 0;
  while (times < 6 && random() < again) times++;
  return times;
}
