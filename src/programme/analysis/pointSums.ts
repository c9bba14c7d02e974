import { unique } from './behind.js';
import type { Choice } from './choice.js';
import type { Studied } from './sweep.js';

/** One sum of points, scheme by scheme and part by part, and who has it. */
export interface Sum {
  readonly units: readonly number[];
  readonly choices: readonly Choice[];
}

export interface Sums {
  readonly sums: readonly Sum[];
  /** The places of `units` that are not 0 throughout. */
  readonly places: readonly number[];
  readonly isWhole: boolean;
}

/** Sums put together as far as there are not too many. */
export function merged(list: readonly Sums[], limit: number): Sums[] {
  const all: Sums[] = [];
  for (const one of list) {
    const before = all.pop();
    const both = before === undefined ? one : plus(before, one, limit);
    if (both !== undefined) all.push(both);
    else all.push(before as Sums, one);
  }
  return all;
}

/** Every sum of one of each; undefined where these are too many. */
function plus(a: Sums, b: Sums, limit: number): Sums | undefined {
  if (a.sums.length * b.sums.length > limit * 5) return undefined;
  const places = unique([...a.places, ...b.places]).sort((x, y) => x - y);
  const keyOf = keyAt(distinct(places, [...a.sums, ...b.sums]));
  const found = new Map<string | number, Sum>();
  for (const one of a.sums) {
    for (const other of b.sums) {
      const units = one.units.map((points, i) => points + (other.units[i] as number));
      const key = keyOf(units);
      if (!found.has(key)) found.set(key, { units, choices: [...one.choices, ...other.choices] });
    }
    if (found.size > limit / 5) return undefined;
  }
  return { sums: [...found.values()], places, isWhole: a.isWhole && b.isWhole };
}

/** Places that are not always the same as an earlier one, as those of two schemes mostly are. */
function distinct(places: readonly number[], sums: readonly Sum[]): number[] {
  return places.filter(
    (place, i) =>
      !places.slice(0, i).some((other) => sums.every(({ units }) => units[place] === units[other])),
  );
}

/** What tells sums apart: the number itself where only one place is not 0. */
function keyAt(places: readonly number[]): (units: readonly number[]) => string | number {
  const [only, ...more] = places;
  if (only !== undefined && more.length === 0) return (units) => units[only] as number;
  return (units) => places.map((place) => units[place]).join();
}

/** The ends of each place, and the place its sum goes to once they hold it. */
export interface End {
  readonly min: number;
  readonly max: number;
  readonly to: number;
}

export function endsOf(studies: readonly Studied[]): End[] {
  let first = 0;
  return studies.flatMap(({ at: { compiled } }) => {
    const to = first;
    first += compiled.parts.length + 1;
    return [
      { min: -Infinity, max: Infinity, to },
      ...compiled.parts.map((ends) => ({ ...ends, to })),
    ];
  });
}

/** Sums of whole parts held between the ends of these, and no longer told apart by part. */
export function heldAt(
  { sums, places, isWhole }: Sums,
  ends: readonly End[],
  isOpen: (place: number) => boolean,
): Sums {
  const closed = places.filter((place) => !isOpen(place) && ends[place]?.to !== place);
  const left = unique([
    ...places.filter((place) => !closed.includes(place)),
    ...closed.map((place) => (ends[place] as End).to),
  ]).sort((a, b) => a - b);
  const keyOf = keyAt(left);
  const found = new Map<string | number, Sum>();
  for (const { units, choices } of sums) {
    const next = [...units];
    for (const place of closed) {
      const { min, max, to } = ends[place] as End;
      next[place] = 0;
      next[to] = (next[to] as number) + Math.min(max, Math.max(min, units[place] as number));
    }
    const key = keyOf(next);
    if (!found.has(key)) found.set(key, { units: next, choices });
  }
  return { sums: [...found.values()], places: left, isWhole };
}
