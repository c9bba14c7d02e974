import type { Day } from '../core/day.js';
import type { Sampling } from '../draw/sampling.js';
import type { Content, Matrix } from '../matrix/matrix.js';
import { windowStart } from '../register/condition.js';
import { type Asker, conditionAsker } from '../register/conditionAsker.js';
import type { Entity, Item, Task } from '../register/nouns.js';
import { itemsFor } from './itemsFor.js';
import type { Standing } from './prepared.js';
import { type Unweighed, weightFinder } from './weights.js';

/** What an entity is to a task: certain, somebody who can be drawn, drawn before, or not known. */
export type TaskPlace =
  | { readonly is: 'scope-unknown' }
  | { readonly is: 'drawn' }
  | ({ readonly is: 'unweighed' } & Unweighed)
  | { readonly is: 'certain'; readonly reason: string; readonly items: readonly string[] }
  | ({ readonly is: 'member'; readonly weight?: number } & Cell);

/** The cell of a stratum: its level and grade, its tier of recency, and whether it is of the part. */
export interface Cell {
  readonly level: string;
  readonly grade: string;
  readonly recency: number;
  /** Whether it belongs to the part whose least share the quota names. */
  readonly part: boolean;
}

/** Finds the places of entities for one task; there are few, so each has a number. */
export interface TaskPlacer {
  readonly task: Task;
  readonly places: readonly TaskPlace[];
  /** The number of an entity's place, -1 outside the task's scope. */
  find(entity: Entity, standing: Standing): number;
  /** The number of a place that another placer of the task found. */
  numberOf(place: TaskPlace): number;
}

/** What places hang on. */
export interface PlaceRules {
  readonly asOf: Day;
  readonly matrix: Matrix;
  readonly sampling: Sampling;
  readonly items: ReadonlyMap<string, Item>;
}

/**
 * The places of a task. An entity outside the task's scope has none; one whose scope hangs on a
 * missing fact is left out with a warning.
 */
export function taskPlacer(task: Task, rules: PlaceRules): TaskPlacer {
  const { asOf, sampling } = rules;
  const before = new Set('parts' in task.quota ? task.quota.drawn : []);
  const weightOf = weightFinder(task, sampling);
  const numbers = new Map<string, number>();
  const places: TaskPlace[] = [];
  const tiers = sampling.recency.map(({ after }) =>
    after === undefined ? undefined : windowStart(asOf, after),
  );
  const numberOf = (place: TaskPlace): number => {
    const key = placeKey(place);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, places.length);
    return places.push(place) - 1;
  };
  const inScope = conditionAsker(task.scope, asOf);
  const isOfPart = partAsker(task, asOf);
  const memberOf = membersByCell(tiers.length, numberOf);
  const certainOf = certainByReason(task, rules, numberOf);
  return {
    task,
    places,
    numberOf,
    find(entity, standing) {
      const answer = inScope(entity);
      if (answer === 'missing') return numberOf({ is: 'scope-unknown' });
      if (answer !== 'yes') return -1;
      const reason = certainReason(task, entity, standing, rules);
      if (reason !== undefined) return certainOf(reason, standing.content);
      if (before.has(entity.id)) return numberOf({ is: 'drawn' });
      const { level, grade } = standing;
      const recency = recencyOf(task, entity, tiers);
      const cell = { level, grade, recency, part: isOfPart?.(entity) === 'yes' };
      const weight = weightOf?.(entity, standing);
      if (weight === undefined) return memberOf(cell);
      if (typeof weight !== 'number') return numberOf({ is: 'unweighed', ...weight });
      return numberOf({ is: 'member', ...cell, weight });
    },
  };
}

/** The numbers of members without weights, of whom there are most, found without writing their keys. */
function membersByCell(tiers: number, numberOf: (place: TaskPlace) => number) {
  const levels = new Map<string, Map<string, Int32Array>>();
  return ({ level, grade, recency, part }: Cell): number => {
    const grades = levels.get(level) ?? new Map<string, Int32Array>();
    levels.set(level, grades);
    const known = grades.get(grade) ?? new Int32Array(2 * tiers).fill(-1);
    grades.set(grade, known);
    const at = 2 * recency + (part ? 1 : 0);
    const found = known[at] as number;
    if (found >= 0) return found;
    const number = numberOf({ is: 'member', level, grade, recency, part });
    known[at] = number;
    return number;
  };
}

/** The numbers of those visited for certain: what is checked there hangs on the reason and the content. */
function certainByReason(
  task: Task,
  { items }: PlaceRules,
  numberOf: (place: TaskPlace) => number,
): (reason: string, content: Content) => number {
  const known = new Map<string, number>();
  return (reason, content) => {
    const key = `${content}\u001f${reason}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const own = itemsFor(task.items, content, items);
    const number = numberOf({ is: 'certain', reason, items: own });
    known.set(key, number);
    return number;
  };
}

/** Asks whether an entity belongs to the part that a quota gives a least share, where there is one. */
function partAsker({ quota }: Task, asOf: Day): Asker | undefined {
  const least = 'least' in quota ? quota.least : undefined;
  return least === undefined ? undefined : conditionAsker(least.where, asOf);
}

function placeKey(place: TaskPlace): string {
  if (place.is === 'member') {
    return place.weight === undefined ? keyOf(place) : `${place.weight}\u001f${keyOf(place)}`;
  }
  if (place.is === 'unweighed') return `unweighed\u001f${place.fact}\u001f${place.given ?? ''}`;
  return place.is === 'certain'
    ? `certain\u001f${place.reason}\u001f${place.items.join('\u001f')}`
    : place.is;
}

/** Why an entity is visited for certain: the task covers all, a list says so, or its cell does. */
function certainReason(
  task: Task,
  entity: Entity,
  standing: Standing,
  { sampling, matrix }: PlaceRules,
): string | undefined {
  if ('all' in task.quota) return `full-coverage: ${task.quota.all}`;
  const rule = sampling.certain.find(({ list }) => entity.lists.includes(list));
  if (rule !== undefined) return `list: ${rule.list}`;
  return matrix.cells[standing.level]?.[standing.grade]?.key === true
    ? 'key-supervision'
    : undefined;
}

/** The tier of recency by the last visit of any of the task's authorities, 0 the least recent. */
function recencyOf(task: Task, entity: Entity, tiers: readonly (Day | undefined)[]): number {
  let last = entity.lastVisits?.[task.lead];
  for (const authority of task.partners) {
    const day = entity.lastVisits?.[authority];
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  if (last === undefined) return 0;
  const day = last;
  return tiers.findIndex((start) => start === undefined || day < start);
}

/** A cell as a text of its own. */
export const keyOf = ({ level, grade, recency, part }: Cell): string =>
  `${level}\u001f${grade}\u001f${recency}${part ? '\u001fpart' : ''}`;
