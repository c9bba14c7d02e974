import { mistake } from '../core/error.js';
import { compareBytes } from '../core/order.js';
import type { Subject } from '../register/condition.js';
import type { SchemeAt } from '../scoring/compile.js';
import { evaluate } from '../scoring/evaluate.js';
import { type Act, applyActs } from './acts.js';

/** Acts to choose from: any number of interchangeable ones, or at most one of several. */
export interface Choice {
  readonly kind: 'some-of' | 'one-of';
  readonly acts: readonly Act[];
}

/** A set of acts and the level it leads to, counted from the best, 0. */
export interface Found {
  readonly acts: readonly Act[];
  readonly level: number;
}

/** What is compared one by one on a day; a multiple of it would take minutes over three years. */
const MOST_WAYS = 20_000;

/**
 * A smallest set of acts that leads to a better level than `current`: among sets of that size the
 * one that reaches the nearest, then the first in order.
 *
 * @throws `too-many-acts`
 */
export function smallestSet(
  at: SchemeAt,
  entity: Subject,
  choices: readonly Choice[],
  current: number,
  isAllowed: (acts: readonly Act[]) => boolean = () => true,
): Found | undefined {
  const ways = choices.reduce((product, { acts }) => product * (acts.length + 1), 1);
  if (ways > MOST_WAYS) {
    throw mistake(
      'too-many-acts',
      `the possible acts combine in ${ways} ways on \`${at.asOf}\`, more than ${MOST_WAYS}`,
      { given: ways, expected: MOST_WAYS, day: at.asOf },
    );
  }
  const order = ranks(choices);
  const byRank = (a: Act, b: Act): number => (order.get(a) as number) - (order.get(b) as number);
  for (let size = 0; size <= capacity(choices); size++) {
    let best: Found | undefined;
    for (const set of setsOf(choices, size)) {
      if (!isAllowed(set)) continue;
      const score = evaluate(at, applyActs(entity, set));
      if (!('units' in score) || score.level >= current) continue;
      const found = { acts: set.sort(byRank), level: score.level };
      if (best === undefined || isBefore(found, best, byRank)) best = found;
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Repairs by event id, then lists left and changes in the order they stand. */
function ranks(choices: readonly Choice[]): ReadonlyMap<Act, number> {
  const acts = choices.flatMap((choice) => choice.acts);
  const id = (act: Act): string | undefined => (act.kind === 'repair' ? act.event : undefined);
  acts.sort((a, b) => {
    const [x, y] = [id(a), id(b)];
    if (x !== undefined && y !== undefined) return compareBytes(x, y);
    return Number(x === undefined) - Number(y === undefined);
  });
  return new Map(acts.map((act, rank) => [act, rank]));
}

function isBefore(a: Found, b: Found, byRank: (a: Act, b: Act) => number): boolean {
  if (a.level !== b.level) return a.level > b.level;
  for (let i = 0; i < a.acts.length; i++) {
    const order = byRank(a.acts[i] as Act, b.acts[i] as Act);
    if (order !== 0) return order < 0;
  }
  return false;
}

/** Every set of `size` acts; of interchangeable ones always the first. */
function* setsOf(choices: readonly Choice[], size: number): Generator<Act[]> {
  const [choice, ...rest] = choices;
  if (size > capacity(choices)) return;
  if (choice === undefined) {
    yield [];
    return;
  }
  for (const taken of takings(choice)) {
    if (taken.length > size) continue;
    for (const others of setsOf(rest, size - taken.length)) yield [...taken, ...others];
  }
}

function takings({ kind, acts }: Choice): (readonly Act[])[] {
  if (kind === 'one-of') return [[], ...acts.map((act) => [act])];
  return [[], ...acts.map((_, i) => acts.slice(0, i + 1))];
}

const capacity = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { kind, acts }) => sum + (kind === 'one-of' ? 1 : acts.length), 0);
