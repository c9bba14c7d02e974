import { addDays, type Day } from '../../core/day.js';
import type { CompiledEvents, EventBounds } from '../../scoring/constructs/compiledEvents.js';
import { type Attainable, attainable } from './attainable.js';
import type { Choice } from './choice.js';
import { eventOf } from './variables.js';

/** One event and the points it has alone. */
interface Single {
  readonly points: number;
  readonly choice: Choice;
}

/**
 * Every sum a term over events can give, held between its ends: any number of any kinds, repaired or
 * not, of any age. Sums beyond `most` are told apart no more.
 *
 * Where repetition makes events count otherwise, any event may have the points of any repetition, so
 * there may be sums too many; other rules only make events count nothing.
 */
export function eventSums(term: CompiledEvents, bounds: EventBounds, most: number): Attainable {
  const singles = singlesOf(term, bounds);
  const largest = Math.max(0, ...singles.map(({ points }) => Math.abs(points)));
  const low = Math.max(term.min, -most) - largest;
  const high = Math.min(term.max, most) + largest;
  const came = new Map<number, Single | undefined>([[0, undefined]]);
  const open = [0];
  for (let sum = open.pop(); sum !== undefined && came.size < MOST_SUMS; sum = open.pop()) {
    for (const single of singles) {
      const next = sum + single.points;
      if (next < low || next > high || came.has(next)) continue;
      came.set(next, single);
      open.push(next);
    }
  }
  const options = [...came.keys()].map((sum): [number, () => readonly Choice[]] => [
    Math.min(term.max, Math.max(term.min, sum)),
    () => eventsTo(sum, came),
  ]);
  const isHeld = term.min > -Infinity || singles.every(({ points }) => points >= 0);
  const isBound = isHeld && (term.max < Infinity || singles.every(({ points }) => points <= 0));
  return attainable(options, {
    isWhole: came.size < MOST_SUMS,
    isTight: isBound && term.select === undefined,
  });
}

function eventsTo(sum: number, came: ReadonlyMap<number, Single | undefined>): Choice[] {
  const choices: Choice[] = [];
  let left = sum;
  for (
    let one = came.get(left);
    one !== undefined && choices.length < MOST_SHOWN;
    one = came.get(left)
  ) {
    choices.push(one.choice);
    left -= one.points;
  }
  return choices;
}

const MOST_SHOWN = 500;

/** So many sums of one term are told apart; where there are more, what else there is stays open. */
const MOST_SUMS = 50_000;

function singlesOf({ rows, shares }: CompiledEvents, bounds: EventBounds): Single[] {
  const days = daysOf(bounds);
  const singles = new Map<number, Single>();
  for (const [kind, sides] of rows) {
    sides.forEach((row, side) => {
      row.forEach((points, place) => {
        const on = days[place % shares.length];
        if (points === 0 || on === undefined || singles.has(points)) return;
        singles.set(points, { points, choice: { events: [eventOf(kind, on, side === 1)] } });
      });
    });
  }
  return [...singles.values()];
}

/** A day for each step of age. */
function daysOf({ from, to, steps }: EventBounds): readonly (Day | undefined)[] {
  return [to, ...steps.map((day) => addDays(day, -1))].map((day) => (day < from ? undefined : day));
}
