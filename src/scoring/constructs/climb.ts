import { addPeriod, type Day } from '../../core/day.js';
import { holds, isEffective } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import { missingField } from '../reads.js';
import type { View } from '../view.js';
import { byDay, matches } from './eventRules.js';
import { type Ladder, leaves, type Transition, type Trigger } from './ladder.js';
import { noteMissing } from './members.js';
import { newTally, type Tally, tallied, tallyOutcome, tallyState } from './tally.js';

/** A ladder as the evaluators read it. */
export interface CompiledLadder {
  readonly kind: 'ladder';
  readonly id: string;
  readonly cite: string;
  readonly places: number;
  readonly ladder: Ladder;
}

/** A state that was entered: the first one without a day, each other with what brought it. */
export interface Rung {
  readonly state: string;
  readonly on?: Day;
  /** The outcome that moved it; none where time did. */
  readonly event?: string;
}

export function compileLadder(ladder: Ladder): CompiledLadder {
  const { id, cite } = ladder;
  return { kind: 'ladder', id, cite, places: 0, ladder };
}

/** The state of an entity on the day of the answer. */
export function evaluateLadder(value: CompiledLadder, view: View): string {
  return (climb(value.ladder, view).at(-1) as Rung).state;
}

interface Outcome {
  readonly event: Event;
  readonly name: string;
}

/** What has happened since the present state was entered, and in which state that is. */
interface Standing {
  state: string;
  since: Day | undefined;
  seen: Outcome[];
}

/** Every state an entity went through, in order. */
export function climb(ladder: Ladder, view: View): readonly Rung[] {
  const history: Rung[] = [{ state: ladder.start }];
  const standing: Standing = { state: ladder.start, since: undefined, seen: [] };
  const tallies = (ladder.counters ?? []).map(newTally);
  const enter = (to: string, on: Day, event?: string): void => {
    standing.state = to;
    standing.since = on;
    standing.seen = [];
    for (const tally of tallies) tallyState(tally, to);
    history.push({ state: to, on, ...(event === undefined ? {} : { event }) });
  };
  const letTimePass = (until: Day): void => {
    // Each round enters a later day or is the last; a period of no days could go round for ever.
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
      const due = nextByTime(ladder, standing, view);
      if (due === undefined || due.on > until) return;
      enter(due.to, due.on);
    }
  };
  for (const outcome of outcomesOf(ladder, view)) {
    letTimePass(outcome.event.on);
    standing.seen.push(outcome);
    for (const tally of tallies) tallyOutcome(tally, outcome.event, outcome.name);
    const step = stepsFrom(ladder, standing.state).find(
      ({ when, ...one }) =>
        isTriggered(when, standing.seen, tallies) && isAllowed(one, ladder, view),
    );
    if (step !== undefined) enter(step.to, outcome.event.on, outcome.event.id);
  }
  letTimePass(view.asOf);
  return history;
}

const MOST_ROUNDS = 10_000;

function outcomesOf({ outcomes }: Ladder, { subject, asOf }: View): Outcome[] {
  return subject.events
    .filter((event) => isEffective(event, asOf))
    .sort(byDay)
    .flatMap((event): Outcome[] => {
      const rule = outcomes.find(
        (one) => one.event === event.kind && matches(event, one.where, asOf),
      );
      return rule === undefined ? [] : [{ event, name: rule.as ?? rule.event }];
    });
}

function stepsFrom({ transitions, states }: Ladder, id: string): readonly Transition[] {
  const state = states.find((one) => one.id === id) ?? { id };
  return transitions.filter((step) => leaves(step, state));
}

/** The transition by time that is due first; in the list's order where two are due on one day. */
function nextByTime(
  ladder: Ladder,
  { state, since, seen }: Standing,
  view: View,
): { readonly to: string; readonly on: Day } | undefined {
  let next: { readonly to: string; readonly on: Day } | undefined;
  for (const step of stepsFrom(ladder, state)) {
    const { when, to } = step;
    const begun = 'quiet' in when ? (seen.at(-1)?.event.on ?? since) : since;
    if (begun === undefined) continue;
    const length = 'quiet' in when ? when.quiet : 'after' in when ? when.after : undefined;
    if (length === undefined) continue;
    const on = addPeriod(begun, length);
    if (next !== undefined && next.on <= on) continue;
    if (on <= view.asOf && isAllowed(step, ladder, view)) next = { to, on };
  }
  return next;
}

function isTriggered(when: Trigger, seen: readonly Outcome[], tallies: readonly Tally[]): boolean {
  if ('run' in when) {
    const { of, count } = when.run;
    return seen.length >= count && seen.slice(-count).every(({ name }) => of.includes(name));
  }
  if ('last' in when) return when.last.includes(seen.at(-1)?.name ?? '');
  if ('countLast' in when) {
    const { of, window, atLeast } = when.countLast;
    return countOf(seen.slice(-window), of) >= atLeast;
  }
  if ('inState' in when) return countOf(seen, when.inState.of) >= when.inState.count;
  if (!('counter' in when)) return false;
  const tally = tallies.find(({ counter }) => counter.id === when.counter);
  return tally !== undefined && tallied(tally, (seen.at(-1) as Outcome).event.on) >= when.atLeast;
}

const countOf = (seen: readonly Outcome[], of: readonly string[]): number =>
  seen.filter(({ name }) => of.includes(name)).length;

function isAllowed(
  { requires, missing }: Pick<Transition, 'requires' | 'missing'>,
  { id }: Ladder,
  view: View,
): boolean {
  if (requires === undefined) return true;
  const answer = holds(requires, view.subject, view.asOf);
  if (answer === 'missing' && missing !== 'skip') {
    noteMissing(id, missingField(requires, view), view);
  }
  return answer === 'yes';
}
