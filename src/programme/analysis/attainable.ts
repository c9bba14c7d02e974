import type { Choice } from './choice.js';

/** The points something can give, each with who gets them. */
export interface Attainable {
  readonly points: readonly number[];
  /** What an entity must be to get the points at a place of `points`. */
  readonly choicesAt: (place: number) => readonly Choice[];
  /** Whether none is missing, so that what is not here cannot be. */
  readonly isWhole: boolean;
  /** Whether none is too many, so that what is here can be. */
  readonly isTight: boolean;
}

/** Points with their choices, each number of points once. */
export function attainable(
  options: Iterable<readonly [number, () => readonly Choice[]]>,
  { isWhole, isTight }: Pick<Attainable, 'isWhole' | 'isTight'>,
): Attainable {
  const first = new Map<number, () => readonly Choice[]>();
  for (const [points, choices] of options) if (!first.has(points)) first.set(points, choices);
  const points = [...first.keys()].sort((a, b) => a - b);
  return {
    points,
    choicesAt: (place) => first.get(points[place] as number)?.() ?? [],
    isWhole,
    isTight,
  };
}

/** Points held between two ends. */
export function held(of: Attainable, min: number, max: number): Attainable {
  const place = new Map<number, number>();
  of.points.forEach((points, i) => {
    const end = Math.min(max, Math.max(min, points));
    if (!place.has(end)) place.set(end, i);
  });
  return {
    points: [...place.keys()],
    choicesAt: (i) => of.choicesAt([...place.values()][i] as number),
    isWhole: of.isWhole,
    isTight: of.isTight,
  };
}

/**
 * Every sum of one number of points out of each, by dynamic programming over the totals in between;
 * undefined where these are too many.
 *
 * A step of the way keeps for each total the option that led to it, so an entity with a total is
 * found by going back.
 */
export function sumOf(list: readonly Attainable[], limit: number): Attainable | undefined {
  let low = 0;
  let high = 0;
  let room = 0;
  for (const { points } of list) {
    if (points.length === 0)
      return { points: [], choicesAt: () => [], isWhole: true, isTight: true };
    low += least(points);
    high += most(points);
    room += high - low + 1;
    if (!(room <= limit)) return undefined;
  }
  const steps: Step[] = [];
  let now = new Int32Array([0]);
  let from = 0;
  let work = 0;
  for (const { points } of list) {
    const low = least(points);
    const next = new Int32Array(now.length + most(points) - low).fill(-1);
    work += now.length * points.length;
    if (work > limit * 20) return undefined;
    for (let place = 0; place < now.length; place++) {
      if ((now[place] as number) < 0) continue;
      for (let option = 0; option < points.length; option++) {
        const to = place + (points[option] as number) - low;
        if ((next[to] as number) < 0) next[to] = option;
      }
    }
    from += low;
    steps.push({ from, options: next });
    now = next;
  }
  const totals: number[] = [];
  for (let place = 0; place < now.length; place++) {
    if ((now[place] as number) >= 0) totals.push(place + from);
  }
  return {
    points: totals,
    choicesAt: (place) => wayTo(totals[place] as number, list, steps),
    isWhole: list.every(({ isWhole }) => isWhole),
    isTight: list.every(({ isTight }) => isTight),
  };
}

const least = (points: readonly number[]): number => points.reduce((a, b) => Math.min(a, b));
const most = (points: readonly number[]): number => points.reduce((a, b) => Math.max(a, b));

/** For each total from `from` on the option that led to it, -1 for none. */
interface Step {
  readonly from: number;
  readonly options: Int32Array;
}

function wayTo(total: number, list: readonly Attainable[], steps: readonly Step[]): Choice[] {
  const choices: Choice[] = [];
  let left = total;
  for (let i = steps.length - 1; i >= 0; i--) {
    const { from, options } = steps[i] as Step;
    const one = list[i] as Attainable;
    const option = options[left - from] as number;
    choices.push(...one.choicesAt(option));
    left -= one.points[option] as number;
  }
  return choices;
}
