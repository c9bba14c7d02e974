import { type Day, dayNumber, dayOf } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import type { Event } from '../register/nouns.js';
import type { SchemeAt } from '../scoring/compile.js';
import { evaluate } from '../scoring/evaluate.js';
import type { Scheme } from '../scoring/scheme.js';
import type { Act } from './acts.js';
import type { Assessable } from './assess.js';
import { possibleChanges } from './possibleActs.js';
import type { Programme } from './programme.js';
import { type Choice, type Found, smallestSet } from './smallestSet.js';
import { type Standing, standingOn } from './standing.js';

/** A way to a better grade that is looked for day by day. */
export interface GradeSearch {
  readonly programme: Programme;
  readonly asOf: Day;
  /** The last day looked at. */
  readonly last: Day;
  /** The entity as it is on a day with no act done. */
  entityOn(day: Day): Assessable;
  /** Repairs of events, by event id. */
  readonly repairs: readonly Act[];
  /** Lists that can be left, by list. */
  readonly leaves: readonly Act[];
  /** Levels below this one, counted from the best, are good enough. */
  readonly bound: number;
  /** Whether acts go together; all do where left out. */
  isAllowed?(acts: readonly Act[]): boolean;
}

/** The first day some acts do it, with a smallest set of them, and the first day none is needed. */
export interface Reached {
  readonly found?: Found & { readonly day: Day };
  readonly waiting?: Day;
}

/** Day by day, each judged by the scheme in force on it. */
export function gradeSearch(search: GradeSearch): Reached {
  const { programme, asOf, bound, repairs, leaves } = search;
  const { scheme } = programme.at(asOf).credit.compiled;
  const seen = new Set<string>();
  let found: Reached['found'];
  for (let n = dayNumber(asOf); n <= dayNumber(search.last); n++) {
    const day = dayOf(n);
    const at = creditOn(programme, day);
    if (at === undefined || !isSameScale(at.compiled.scheme, scheme)) continue;
    const entity = search.entityOn(day);
    const standing = standingOn(at.compiled.scheme, entity, day);
    const open = repairs.filter(({ on }) => on <= day);
    const left = leaves.filter(({ on }) => on <= day);
    // The same standing with the same acts gives the same scores, and those were no better.
    const { reference } = at.compiled;
    const key = [reference.digest, open.length, left.length, entity.lists, standing.text].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    if (found === undefined) {
      const choices = [
        ...alike(open, standing, entity.events),
        ...left.map((act): Choice => ({ kind: 'one-of', acts: [act] })),
        ...possibleChanges(scheme, at.compiled.scheme, entity, asOf),
      ];
      const set = smallestSet(at, entity, choices, bound, search.isAllowed);
      if (set !== undefined) found = { ...set, day };
    }
    if (found === undefined) continue;
    const score = evaluate(at, entity);
    if ('units' in score && score.level < bound) return { found, waiting: day };
  }
  return found === undefined ? {} : { found };
}

/** The credit scheme in force on a day, if all documents the programme needs are. */
function creditOn(programme: Programme, day: Day): SchemeAt | undefined {
  try {
    return programme.at(day).credit;
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-in-force') return undefined;
    throw error;
  }
}

const isSameScale = ({ scale: a }: Scheme, { scale: b }: Scheme): boolean =>
  a.id === b.id && a.worse === b.worse && a.levels.join('\n') === b.levels.join('\n');

/** Repairs of events that stand alike, by id: which of them is repaired makes no difference. */
function alike(repairs: readonly Act[], standing: Standing, events: readonly Event[]): Choice[] {
  const groups = new Map<string, Act[]>();
  for (const act of repairs) {
    const event = act.kind === 'repair' ? events.find(({ id }) => id === act.event) : undefined;
    const place = event === undefined ? undefined : standing.placeOf(event);
    if (place === undefined) continue;
    const key = `${place} ${act.kind === 'repair' ? (act.after ?? []).join(' ') : ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [act]);
    else group.push(act);
  }
  return [...groups.values()].map((acts) => ({ kind: 'some-of', acts }));
}
