import { canonicalJson } from '../core/canonicalJson.js';
import type { Day } from '../core/day.js';
import { growingWords } from '../core/growing.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { compareBytes, sortedBy } from '../core/order.js';
import { sha256 } from '../core/sha256.js';
import { sortedMany } from '../core/sortedMany.js';
import type { TextColumn } from '../core/textColumn.js';
import { checkWeights } from '../draw/certainByWeight.js';
import { frameRoot } from '../draw/frameRoot.js';
import { quota } from '../draw/quota.js';
import type { Sampling } from '../draw/sampling.js';
import { splitByRecency } from '../draw/splitByRecency.js';
import type { Matrix, Measures } from '../matrix/matrix.js';
import { holds, windowStart } from '../register/condition.js';
import type { Entity, Item, Task } from '../register/nouns.js';
import { groupedBy } from '../visits/groupedBy.js';
import { FrameRows } from './frameRows.js';
import { itemsFor } from './itemsFor.js';
import type { Certain, PreparedStratum, PreparedTask, Standing } from './prepared.js';
import { taskTotals } from './taskTotals.js';
import { chancesOf, type Unweighed, unweighedIssue, weightFinder } from './weights.js';

/** What all frames of a plan share. */
export interface FrameRules {
  readonly asOf: Day;
  readonly matrix: Matrix;
  readonly sampling: Sampling;
  readonly items: ReadonlyMap<string, Item>;
  readonly secret: string;
  /** How many inspectors of a task's authorities may be counted for its quota. */
  readonly heads: (task: Task) => number;
}

/** What an entity is to a task: certain, somebody who can be drawn, drawn before, or not known. */
export type TaskPlace =
  | { readonly is: 'scope-unknown' }
  | { readonly is: 'drawn' }
  | ({ readonly is: 'unweighed' } & Unweighed)
  | { readonly is: 'certain'; readonly reason: string; readonly items: readonly string[] }
  | ({ readonly is: 'member'; readonly weight?: number } & Cell);

/** The cell of a stratum: its level and grade, its tier of recency, and whether it is of the part. */
interface Cell {
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
export type PlaceRules = Pick<FrameRules, 'asOf' | 'matrix' | 'sampling' | 'items'>;

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
  return {
    task,
    places,
    numberOf,
    find(entity, standing) {
      const answer = holds(task.scope, entity, asOf);
      if (answer === 'missing') return numberOf({ is: 'scope-unknown' });
      if (answer !== 'yes') return -1;
      const reason = certainReason(task, entity, standing, rules);
      if (reason !== undefined) {
        const items = itemsFor(task.items, standing.content, rules.items);
        return numberOf({ is: 'certain', reason, items });
      }
      if (before.has(entity.id)) return numberOf({ is: 'drawn' });
      const { level, grade } = standing;
      const recency = recencyOf(task, entity, tiers);
      const cell = { level, grade, recency, part: isOfPart(task, entity, rules) };
      const weight = weightOf?.(entity, standing);
      if (weight === undefined) return numberOf({ is: 'member', ...cell });
      if (typeof weight !== 'number') return numberOf({ is: 'unweighed', ...weight });
      return numberOf({ is: 'member', ...cell, weight });
    },
  };
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

/** Everybody of a task's scope, by id: where the id stands in a column, and the number of the place. */
export interface Placed {
  readonly ids: TextColumn;
  readonly who: Uint32Array;
  readonly place: Uint32Array;
}

/**
 * The frame of a task: who is certain and why, who can be drawn in which stratum, and how many of
 * each.
 */
export function taskFrame(
  { task, places }: Pick<TaskPlacer, 'task' | 'places'>,
  { ids, who, place: placeOf }: Placed,
  rules: FrameRules,
): { readonly prepared: PreparedTask; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const certain: Certain[] = [];
  const members = growingWords();
  const own = growingWords();
  const isWeighted = chancesOf(task, rules.sampling) === 'pareto';
  const drawn: string[] = [];
  const sizes = new Map<string, Stratum>();
  const cells = new Map<string, Stratum>();
  const strataOf = places.map((place): Stratum | undefined => {
    if (place.is !== 'member') return undefined;
    const { is: _, weight: __, ...cell } = place;
    const key = keyOf(cell);
    const known = cells.get(key) ?? { ...cell, key, size: 0, weight: 0, code: '' };
    cells.set(key, known);
    return known;
  });
  for (let i = 0; i < who.length; i++) {
    const [entity, number] = [who[i] as number, placeOf[i] as number];
    const place = places[number] as TaskPlace;
    const stratum = strataOf[number];
    if (stratum !== undefined) {
      if (stratum.size === 0) sizes.set(stratum.key, stratum);
      stratum.size++;
      stratum.weight += weightIn(place);
      members.push(entity);
      own.push(number);
      continue;
    }
    const id = ids.textAt(entity);
    if (place.is === 'scope-unknown') {
      const params = { task: task.id, given: id };
      issues.push(warningAt('scope-unknown', ['tasks', task.id, 'scope'], params));
    } else if (place.is === 'certain') {
      certain.push({ id, reason: place.reason, items: place.items });
    } else if (place.is === 'unweighed') issues.push(unweighedIssue(id, task.id, place));
    else drawn.push(id);
  }
  const quotas = taskQuotas(task, sizes, drawn.length, rules, issues);
  for (const [key, code] of opaqueCodes([...sizes.keys()], rules.secret, task.id)) {
    (sizes.get(key) as Stratum).code = code;
  }
  const kinds = places.map((place, n) => ({
    stratum: strataOf[n]?.code ?? '',
    ...(isWeighted ? { weight: weightIn(place) } : {}),
  }));
  const frame = new FrameRows(ids, members.whole(), own.whole(), kinds);
  const strata = [...sizes].map(([key, stratum]): PreparedStratum => {
    const { level, grade, recency, size, code, weight: total } = stratum;
    const n = quotas.get(key) as number;
    if (isWeighted) checkWeights(code, total, n);
    const tier = rules.sampling.recency[recency]?.id as string;
    const cell = rules.matrix.cells[level]?.[grade] as Measures;
    return {
      code,
      level,
      grade,
      recency: tier,
      size,
      quota: n,
      ...(stratum.part ? { part: true } : {}),
      ...(isWeighted ? { weights: { method: 'pareto', total } } : {}),
      method: cell.method,
      items: itemsFor(task.items, cell.content, rules.items),
    };
  });
  return {
    prepared: {
      task,
      frame,
      frameRoot: frameRoot(frame, { sorted: true }),
      certain,
      certainRoot: certainRootOf(certain),
      strata: sortedBy(strata, ({ code }) => code),
      ...('parts' in task.quota ? { drawn: { root: drawnRoot(drawn), count: drawn.length } } : {}),
    },
    issues,
  };
}

/** What a unit of a place weighs. */
const weightIn = (place: TaskPlace): number => (place.is === 'member' ? (place.weight ?? 1) : 1);

/** The root over those of a task's scope whom earlier parts of its cycle drew. */
function drawnRoot(ids: readonly string[]): string {
  return merkleRoot(sortedMany(ids, (id) => id));
}

/** Whether an entity belongs to the part that a quota gives a least share; what is missing is no yes. */
function isOfPart({ quota: asked }: Task, entity: Entity, { asOf }: PlaceRules): boolean {
  const least = 'least' in asked ? asked.least : undefined;
  return least !== undefined && holds(least.where, entity, asOf) === 'yes';
}

/** The root over who is certain, why, and what is checked there. */
export function certainRootOf(certain: readonly Certain[]): string {
  return merkleRoot(sortedBy(certain, ({ id }) => id).map((one) => canonicalJson(one)));
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

/** A stratum while it is filled; its code is known at the end. */
interface Stratum extends Cell {
  readonly key: string;
  size: number;
  /** What its units weigh together; as many as there are, where chances are equal. */
  weight: number;
  code: string;
}

const keyOf = ({ level, grade, recency, part }: Cell): string =>
  `${level}\u001f${grade}\u001f${recency}${part ? '\u001fpart' : ''}`;

/** How many of each stratum: fixed for the cell, the part or all first, then split over recency. */
function taskQuotas(
  task: Task,
  strata: ReadonlyMap<string, Stratum>,
  drawn: number,
  rules: FrameRules,
  issues: Issue[],
): Map<string, number> {
  const quotas = new Map<string, number>();
  for (const { part, wanted } of sharesOf(task, strata, drawn, rules, issues)) {
    const size = sizeOf(part);
    const tiers = [...part]
      .sort(([a, x], [b, y]) => x.recency - y.recency || compareBytes(a, b))
      .map(([key, stratum], i) => ({ key, stratum, code: `t${String(i).padStart(4, '0')}` }));
    const split = splitByRecency({
      quota: Math.min(wanted, size),
      tiers: tiers.map(({ code, stratum }) => ({
        stratum: code,
        size: stratum.size,
        weight: stratum.weight,
        multiplier: rules.sampling.recency[stratum.recency]?.multiplier as string,
      })),
    });
    for (const { key, code } of tiers) quotas.set(key, split[code] as number);
  }
  return quotas;
}

type Strata = readonly (readonly [string, Stratum])[];

/** The strata that share a number to draw, with that number. */
function sharesOf(
  task: Task,
  strata: ReadonlyMap<string, Stratum>,
  drawn: number,
  rules: FrameRules,
  issues: Issue[],
): readonly { readonly part: Strata; readonly wanted: number }[] {
  const all = [...strata];
  const inside = all.filter(([, { part }]) => part);
  const totals = taskTotals(task.quota, {
    ...{ frame: sizeOf(all), part: sizeOf(inside), inspectors: rules.heads(task), drawn },
  });
  if (totals === undefined) {
    const cells = groupedBy(all, ([, { level, grade }]) => `${level}\u001f${grade}`);
    return [...cells.values()].map((part) => ({ part, wanted: wantedOf(part, rules) }));
  }
  if (totals.asked > sizeOf(all)) {
    const params = { given: totals.asked, expected: sizeOf(all) };
    issues.push(warningAt('total-over-frame', ['tasks', task.id, 'quota'], params));
  }
  return [
    { part: inside, wanted: totals.part },
    { part: all.filter(([, { part }]) => !part), wanted: totals.rest },
  ].filter(({ part }) => part.length > 0);
}

const sizeOf = (strata: Strata): number => strata.reduce((sum, [, { size }]) => sum + size, 0);

/** How many of a cell the matrix draws. */
function wantedOf(cell: Strata, { matrix }: FrameRules): number {
  const [, { level, grade }] = cell[0] as Strata[number];
  const measures = matrix.cells[level]?.[grade] as Measures;
  return quota(sizeOf(cell), measures.ratio, measures.rule);
}

/** Codes `s01`, `s02`, … in an order that only the secret knows, so that a code says nothing. */
function opaqueCodes(keys: readonly string[], secret: string, task: string): Map<string, string> {
  const width = Math.max(2, String(keys.length).length);
  const shuffled = sortedBy(keys, (key) => sha256(`evenhand/strata/1\n${secret}\n${task}\n${key}`));
  return new Map(shuffled.map((key, i) => [key, `s${String(i + 1).padStart(width, '0')}`]));
}

/** A task that can draw nobody and visits nobody: a scope that is empty, or an impossible one. */
export function emptyFrameIssue(prepared: PreparedTask): Issue | undefined {
  const { task, frame, certain } = prepared;
  if (frame.length + certain.length > 0) return undefined;
  return errorAt('empty-frame', ['tasks', task.id, 'scope'], { task: task.id });
}
