/** Visits of one team that can go into the same periods, by number. */
export interface Group {
  readonly size: number;
  readonly periods: readonly number[];
}

/**
 * How many of each group go into each period, with the loads as level as they can be; or the periods
 * that are too small for the groups which have no others.
 */
export type LevelFlow =
  | { readonly counts: readonly (readonly number[])[]; readonly loads: readonly number[] }
  | { readonly tight: readonly number[] };

/**
 * Spreads groups over periods inside their capacity: first anyhow, by augmenting paths, then level,
 * by moving visits from a fuller period to one that has at least two fewer, over others if need be.
 *
 * Where no such move is left the highest load is least, then the number of periods that have it,
 * then the next load, and so on: the squares of the loads are a convex cost of a flow.
 */
export function levelFlow(groups: readonly Group[], capacity: readonly number[]): LevelFlow {
  const counts = groups.map(() => capacity.map(() => 0));
  const loads = capacity.map(() => 0);
  const hasRoom = (period: number) => at(loads, period) < at(capacity, period);

  for (const [g, { size, periods }] of groups.entries()) {
    for (let left = size; left > 0; ) {
      const tree = reach(periods, groups, counts);
      const end = tree.order.find(hasRoom);
      if (end === undefined) return { tight: [...tree.order].sort((a, b) => a - b) };
      const path = pathTo(end, tree);
      const moved = Math.min(left, at(capacity, end) - at(loads, end), narrowest(path, counts));
      shift(path, moved, counts);
      add(counts[g], path[0]?.from ?? end, moved);
      add(loads, end, moved);
      left -= moved;
    }
  }

  for (;;) {
    const move = levellingMove(groups, counts, loads, hasRoom);
    if (move === undefined) return { counts, loads };
    const { from, to, path } = move;
    const half = Math.floor((at(loads, from) - at(loads, to)) / 2);
    const moved = Math.min(half, at(capacity, to) - at(loads, to), narrowest(path, counts));
    shift(path, moved, counts);
    add(loads, from, -moved);
    add(loads, to, moved);
  }
}

/** A step of a path: some visits of `group` go from one period to the next. */
interface Step {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** The periods in the order they were reached, and the step by which each was. */
interface Tree {
  readonly order: readonly number[];
  readonly step: ReadonlyMap<number, Step>;
}

/** Every period that visits can be pushed to from the first ones, the nearest first. */
function reach(
  first: readonly number[],
  groups: readonly Group[],
  counts: readonly (readonly number[])[],
): Tree {
  const order = [...first];
  const seen = new Set(first);
  const step = new Map<number, Step>();
  for (const from of order) {
    for (const [group, { periods }] of groups.entries()) {
      if (at(counts[group], from) === 0) continue;
      for (const to of periods) {
        if (seen.has(to)) continue;
        seen.add(to);
        order.push(to);
        step.set(to, { group, from, to });
      }
    }
  }
  return { order, step };
}

function pathTo(end: number, { step }: Tree): Step[] {
  const path: Step[] = [];
  for (let last = step.get(end); last !== undefined; last = step.get(last.from)) path.push(last);
  return path.reverse();
}

function levellingMove(
  groups: readonly Group[],
  counts: readonly (readonly number[])[],
  loads: readonly number[],
  hasRoom: (period: number) => boolean,
): { from: number; to: number; path: readonly Step[] } | undefined {
  for (const from of fullestFirst(loads)) {
    const tree = reach([from], groups, counts);
    const emptier = tree.order.filter((to) => hasRoom(to) && at(loads, to) + 2 <= at(loads, from));
    const to = emptier.sort((a, b) => at(loads, a) - at(loads, b) || a - b)[0];
    if (to !== undefined) return { from, to, path: pathTo(to, tree) };
  }
  return undefined;
}

const fullestFirst = (loads: readonly number[]): number[] =>
  [...loads.keys()].sort((a, b) => at(loads, b) - at(loads, a) || a - b);

const narrowest = (path: readonly Step[], counts: readonly (readonly number[])[]): number =>
  Math.min(...path.map(({ group, from }) => at(counts[group], from)));

function shift(path: readonly Step[], moved: number, counts: readonly number[][]): void {
  for (const { group, from, to } of path) {
    add(counts[group], from, -moved);
    add(counts[group], to, moved);
  }
}

const at = (numbers: readonly number[] | undefined, place: number): number =>
  (numbers as readonly number[])[place] as number;

function add(numbers: number[] | undefined, place: number, by: number): void {
  (numbers as number[])[place] = at(numbers, place) + by;
}
