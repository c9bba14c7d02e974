import { requireArgument } from '../core/argument.js';
/**
 * The most windows of which no two share a day, earliest first.
 *
 * As many days are needed to meet all windows, and their first days do meet all: no fewer days can,
 * and none of as few is earlier, the first with the first, the second with the second.
 *
 * @param windows - `from` and `to` both inside; of windows with one first day an earlier listed wins
 * @source Greedy piercing of intervals from the right, so that the days are the earliest.
 * @example
 * ```ts
 * import { disjointWindows } from 'evenhand/visits';
 *
 * const fire = { from: '2026-03-01', to: '2026-06-30' };
 * const food = { from: '2026-05-01', to: '2026-09-30' };
 * const tax = { from: '2026-09-01', to: '2026-12-31' };
 * disjointWindows([fire, food, tax]); // => [fire, tax]
 * ```
 */
export function disjointWindows<
  W extends { readonly from: number | string; readonly to: number | string },
>(windows: readonly W[]): W[] {
  requireArgument('disjointWindows', 'windows', windows, 'array');
  const latestFirst = [...windows].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const found: W[] = [];
  let last: W | undefined;
  for (const window of latestFirst) {
    if (last !== undefined && window.to >= last.from) continue;
    found.push(window);
    last = window;
  }
  return found.reverse();
}
