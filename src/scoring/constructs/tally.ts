import type { Day } from '../../core/day.js';
import { windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import { ordinalOf } from './eventRules.js';
import type { Counter } from './ladder.js';

/** A counter in the course of a history. */
export interface Tally {
  readonly counter: Counter;
  readonly added: { readonly on: Day; readonly points: number }[];
  readonly earlier: Event[];
}

export function newTally(counter: Counter): Tally {
  return { counter, added: [], earlier: [] };
}

/** Takes up an outcome: it may set the counter back first, and add to it then. */
export function tallyOutcome({ counter, added, earlier }: Tally, event: Event, name: string): void {
  const { add, resetOn = [], repeat } = counter;
  if (resetOn.includes(name)) added.length = 0;
  if (!Object.hasOwn(add, name)) return;
  const ordinal = repeat === undefined ? 1 : ordinalOf(event, repeat, earlier);
  const times = repeat?.by[Math.min(ordinal, repeat.by.length) - 1] ?? 1;
  earlier.push(event);
  added.push({ on: event.on, points: (add[name] as number) * times });
}

/** Sets the counter back where an entered state does so. */
export function tallyState({ counter, added }: Tally, state: string): void {
  if (counter.resetIn?.includes(state) === true) added.length = 0;
}

/** What the counter stands at on a day. */
export function tallied({ counter: { within }, added }: Tally, on: Day): number {
  const from = within === undefined ? '' : windowStart(on, within);
  return added.reduce((sum, one) => (one.on >= from ? sum + one.points : sum), 0);
}
