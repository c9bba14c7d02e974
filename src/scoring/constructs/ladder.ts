import type { Period } from '../../core/day.js';
import { errorAt, type Issue, warningAt } from '../../core/issue.js';
import type { Condition } from '../../register/condition.js';
import type { ValueBase } from './construct.js';
import type { Repeat } from './eventRules.js';

/** What moves an entity from state to state. All counts begin anew where a state is entered. */
export type Trigger =
  /** So many of these outcomes in a row, the latest included. */
  | { readonly run: { readonly of: readonly string[]; readonly count: number } }
  /** The latest outcome is one of these. */
  | { readonly last: readonly string[] }
  /** At least so many of these among the latest `window` outcomes, or among fewer. */
  | {
      readonly countLast: {
        readonly of: readonly string[];
        readonly window: number;
        readonly atLeast: number;
      };
    }
  /** So many of these since the state was entered. */
  | { readonly inState: { readonly of: readonly string[]; readonly count: number } }
  /** A counter has reached a number. */
  | { readonly counter: string; readonly atLeast: number }
  /** No outcome for so long, counted from the latest one or from the day the state was entered. */
  | { readonly quiet: Period }
  /** So long in the state. */
  | { readonly after: Period };

/** A step of the ladder. `*` is every other state that is not final. */
export interface Transition {
  readonly from: string;
  readonly when: Trigger;
  readonly to: string;
  /** What must hold of the entity beside it, as of the day of the answer. */
  readonly requires?: Condition;
  /** Where that is not known: no step, or no answer (where left out). */
  readonly missing?: 'skip' | 'refuse';
}

/** A number that outcomes add to, until it is set back. */
export interface Counter {
  readonly id: string;
  readonly add: Readonly<Record<string, number>>;
  /** Outcomes, and entered states, that set it back to 0. */
  readonly resetOn?: readonly string[];
  readonly resetIn?: readonly string[];
  /** Only what was added within a period that ends on the day of the latest outcome. */
  readonly within?: Period;
  /** What the second, third, … of its like adds is multiplied. */
  readonly repeat?: Omit<Repeat, 'by'> & { readonly by: readonly number[] };
}

/**
 * A state that follows from the history of outcomes: normal, tightened and reduced inspection; a
 * warning, a suspension, a closure. Outcomes are taken by day, then by id; after each the first
 * transition in the list that applies is taken, at most one. Transitions by time come on their day,
 * before the outcomes of it. The value is the state on the day of the answer.
 */
export interface Ladder extends ValueBase {
  readonly kind: 'ladder';
  /** Which events are outcomes, and under which name; the first that matches. */
  readonly outcomes: readonly {
    readonly event: string;
    readonly where?: Condition;
    readonly as?: string;
  }[];
  readonly states: readonly { readonly id: string; readonly final?: true }[];
  readonly start: string;
  readonly transitions: readonly Transition[];
  readonly counters?: readonly Counter[];
}

/** The names outcomes go by. */
export function outcomeNames({ outcomes }: Ladder): readonly string[] {
  return [...new Set(outcomes.map(({ event, as }) => as ?? event))];
}

/** Whether a transition can be taken in a state. */
export function leaves({ from, to }: Transition, state: { id: string; final?: true }): boolean {
  return from === state.id || (from === '*' && to !== state.id && state.final !== true);
}

/** Names of states, outcomes and counters that lead nowhere, and states one cannot leave or reach. */
export function checkLadder(ladder: Ladder): Issue[] {
  const states = ladder.states.map(({ id }) => id);
  const outcomes = outcomeNames(ladder);
  const counters = (ladder.counters ?? []).map(({ id }) => id);
  const known = (
    code: string,
    list: readonly string[],
    given: readonly string[],
    path: Issue['path'],
  ): Issue[] =>
    given
      .filter((name) => !list.includes(name))
      .map((name) => errorAt(code, path, { given: name, expected: [...list] }));
  const repeated = (list: readonly string[], path: Issue['path']): Issue[] =>
    list.flatMap((id, i) =>
      list.indexOf(id) < i ? [errorAt('repeated-name', [...path, i, 'id'], { given: id })] : [],
    );
  const reached = reachable(ladder);
  return [
    ...repeated(states, ['states']),
    ...repeated(counters, ['counters']),
    ...known('unknown-state', states, [ladder.start], ['start']),
    ...ladder.transitions.flatMap(({ from, to, when }, i) => {
      const path = ['transitions', i];
      return [
        ...known('unknown-state', ['*', ...states], [from], [...path, 'from']),
        ...known('unknown-state', states, [to], [...path, 'to']),
        ...known('unknown-outcome', outcomes, outcomesOf(when), [...path, 'when']),
        ...('counter' in when
          ? known('unknown-counter', counters, [when.counter], [...path, 'when', 'counter'])
          : []),
        ...(isEmpty(when) ? [errorAt('period-empty', [...path, 'when'], { given: i })] : []),
      ];
    }),
    ...(ladder.counters ?? []).flatMap(({ add, resetOn = [], resetIn = [] }, i) => {
      const path = ['counters', i];
      return [
        ...known('unknown-outcome', outcomes, Object.keys(add), [...path, 'add']),
        ...known('unknown-outcome', outcomes, resetOn, [...path, 'resetOn']),
        ...known('unknown-state', states, resetIn, [...path, 'resetIn']),
      ];
    }),
    ...ladder.states.flatMap((state, i): Issue[] => {
      const path = ['states', i];
      const hasExit = ladder.transitions.some((step) => leaves(step, state));
      const isStuck = !hasExit && state.final !== true;
      const isOpen = hasExit && state.final === true;
      return [
        ...(isStuck ? [errorAt('ladder-no-exit', path, { given: state.id })] : []),
        ...(isOpen ? [errorAt('ladder-final-exit', path, { given: state.id })] : []),
        ...(reached.has(state.id)
          ? []
          : [warningAt('state-unreachable', path, { given: state.id })]),
      ];
    }),
  ];
}

/** A step after no time at all could be taken for ever. */
function isEmpty(when: Trigger): boolean {
  const period = 'quiet' in when ? when.quiet : 'after' in when ? when.after : undefined;
  return period !== undefined && Object.values(period).every((length) => length === 0);
}

function outcomesOf(when: Trigger): readonly string[] {
  if ('run' in when) return when.run.of;
  if ('last' in when) return when.last;
  if ('countLast' in when) return when.countLast.of;
  return 'inState' in when ? when.inState.of : [];
}

function reachable({ start, states, transitions }: Ladder): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) {
    const state = states.find((one) => one.id === id);
    if (state === undefined) continue;
    for (const step of transitions) if (leaves(step, state)) reached.add(step.to);
  }
  return reached;
}
