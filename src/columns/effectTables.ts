import { type Day, dayNumber, dayOf } from '../core/day.js';
import type { EventQuestion } from './eventQuestions.js';

/** The ages on which events turn from counting one thing to counting another. */
export interface AgeSteps {
  /** The first age of each step, in days; step 0 is that of events without effect. */
  readonly ages: readonly number[];
  /** The step of each age up to the last turn, from 1. */
  readonly ofAge: Uint16Array;
  readonly count: number;
}

export function ageSteps(questions: readonly EventQuestion[], asOf: Day): AgeSteps {
  const today = dayNumber(asOf);
  const turns = questions.flatMap((one) => one.turns.map((day) => today - dayNumber(day) + 1));
  const ages = [...new Set([0, ...turns.filter((age) => age > 0)])].sort((a, b) => a - b);
  const ofAge = new Uint16Array((ages.at(-1) as number) + 1);
  for (const [i, age] of ages.entries()) ofAge.fill(i + 1, age);
  return { ages, ofAge, count: ages.length + 1 };
}

/** What one question counts of an event of each kind, unrepaired and repaired, at every step. */
export interface EffectTable {
  readonly units: Float64Array;
  /** The most units one event can give or take. */
  readonly greatest: number;
}

/**
 * What an event counts hangs on its kind, on whether it is repaired, and on its age only through the
 * days on which some window or step begins: so the row evaluator is asked once for each of these.
 */
export function effectTable(
  question: EventQuestion,
  kinds: readonly string[],
  { ages }: Pick<AgeSteps, 'ages'>,
  asOf: Day,
): EffectTable {
  const today = dayNumber(asOf);
  const firstDay = dayNumber('0001-01-01');
  const days = ages.map((age) => dayOf(Math.max(firstDay, today - age)));
  // One kind more than there are: an event beyond the dictionary counts nothing here.
  const units = new Float64Array((kinds.length + 1) * 2 * (ages.length + 1));
  let greatest = 0;
  let at = 0;
  for (const kind of kinds) {
    for (const repaired of [false, true]) {
      at++;
      for (const on of days) {
        const event = { id: '', kind, on, source: '', ...(repaired ? { repairedOn: asOf } : {}) };
        const one = question.effect(event);
        greatest = Math.max(greatest, Math.abs(one));
        units[at++] = one;
      }
    }
  }
  return { units, greatest };
}
