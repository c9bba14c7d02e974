import { canonicalJson } from '../../core/canonicalJson.js';
import { addPeriod, type Day, type Period } from '../../core/day.js';
import {
  type Ladder,
  leaves,
  type Transition,
  type Trigger,
} from '../../scoring/constructs/ladder.js';
import type { Scheme } from '../../scoring/scheme.js';
import { type Finding, finding } from './finding.js';

/**
 * Steps of ladders nobody ever takes: what they wait for cannot come, or an earlier step always takes
 * it first; and the states that are left without a way in.
 *
 * What is not found may still never happen: how long histories take is not looked at.
 */
export function ladderFindings(scheme: Scheme): Finding[] {
  return (scheme.values ?? []).flatMap((value, i) => {
    if (value.kind !== 'ladder') return [];
    const { transitions, states } = value;
    const reached = ladderStates(value, scheme.from);
    const never = transitions.flatMap((step, k) =>
      states.some((state) => reached.has(state.id) && isTaken(value, k, state, scheme.from))
        ? []
        : [
            finding('transition-never', ['values', i, 'transitions', k], {
              given: `${step.from} → ${step.to}`,
              rule: value.id,
            }),
          ],
    );
    const closed = states.flatMap(({ id }, k) =>
      reached.has(id)
        ? []
        : [finding('state-unreachable', ['values', i, 'states', k], { given: id })],
    );
    return [...never, ...closed];
  });
}

/** The states some history may come to; no other can be come to. */
export function ladderStates(ladder: Ladder, from: Day): ReadonlySet<string> {
  const reached = new Set([ladder.start]);
  for (const id of reached) {
    const state = ladder.states.find((one) => one.id === id);
    if (state === undefined) continue;
    ladder.transitions.forEach((step, k) => {
      if (isTaken(ladder, k, state, from)) reached.add(step.to);
    });
  }
  return reached;
}

/** Whether a step may be taken in a state, as far as triggers alone tell. */
function isTaken(
  ladder: Ladder,
  place: number,
  state: Ladder['states'][number],
  from: Day,
): boolean {
  const step = ladder.transitions[place] as Transition;
  if (!leaves(step, state) || !canCome(step.when, ladder)) return false;
  // Time enters the first state on no day, so nothing is counted from there.
  if ('after' in step.when && state.id === ladder.start && !isEntered(ladder, state)) return false;
  return !ladder.transitions
    .slice(0, place)
    .some(
      (earlier) =>
        leaves(earlier, state) &&
        earlier.requires === undefined &&
        comesFirst(earlier.when, step.when, from),
    );
}

/** Whether some step leads back into a state. */
const isEntered = ({ transitions, states }: Ladder, { id }: { readonly id: string }): boolean =>
  transitions.some((step) => step.to === id && states.some((state) => leaves(step, state)));

function canCome(when: Trigger, { counters = [] }: Ladder): boolean {
  if ('countLast' in when) return when.countLast.atLeast <= when.countLast.window;
  if (!('counter' in when)) return true;
  const counter = counters.find(({ id }) => id === when.counter);
  return when.atLeast <= 0 || Object.values(counter?.add ?? {}).some((points) => points > 0);
}

/** Whether the first has come whenever the second comes. */
function comesFirst(first: Trigger, second: Trigger, from: Day): boolean {
  if (canonicalJson(first) === canonicalJson(second)) return true;
  const holds = (of: readonly string[], others: readonly string[]): boolean =>
    others.every((name) => of.includes(name));
  if ('last' in first) {
    return outcomesIn(second).length > 0 && holds(first.last, outcomesIn(second));
  }
  if ('run' in first) {
    const { of, count } = first.run;
    return 'run' in second && count <= second.run.count && holds(of, second.run.of);
  }
  if ('inState' in first) {
    const { of, count } = first.inState;
    if ('run' in second) return count <= second.run.count && holds(of, second.run.of);
    return 'inState' in second && count <= second.inState.count && holds(of, second.inState.of);
  }
  if ('countLast' in first && 'countLast' in second) {
    const [a, b] = [first.countLast, second.countLast];
    return a.atLeast <= b.atLeast && a.window >= b.window && holds(a.of, b.of);
  }
  if ('counter' in first && 'counter' in second) {
    return first.counter === second.counter && first.atLeast <= second.atLeast;
  }
  const reach = (period: Period): Day => addPeriod(from, period);
  if ('quiet' in first && 'quiet' in second) return reach(first.quiet) <= reach(second.quiet);
  return 'after' in first && 'after' in second && reach(first.after) <= reach(second.after);
}

/** What a trigger counts or waits for; nothing where it is a counter or a time. */
function outcomesIn(when: Trigger): readonly string[] {
  if ('last' in when) return when.last;
  if ('run' in when) return when.run.of;
  if ('inState' in when) return when.inState.of;
  return 'countLast' in when ? when.countLast.of : [];
}
