import { canonicalJson } from '../core/canonicalJson.js';
import { growingWords } from '../core/growing.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { sortedBy } from '../core/order.js';
import { sha256 } from '../core/sha256.js';
import { sortedMany } from '../core/sortedMany.js';
import type { TextColumn } from '../core/textColumn.js';
import { checkWeights } from '../draw/certainByWeight.js';
import { frameRoot } from '../draw/frameRoot.js';
import type { Measures } from '../matrix/matrix.js';
import { FrameRows } from './frameRows.js';
import { itemsFor } from './itemsFor.js';
import type { Certain, PreparedStratum, PreparedTask } from './prepared.js';
import { type QuotaRules, type Stratum, taskQuotas } from './stratumQuotas.js';
import { keyOf, type PlaceRules, type TaskPlace, type TaskPlacer } from './taskPlacer.js';
import { chancesOf, unweighedIssue } from './weights.js';

/** What all frames of a plan share. */
export interface FrameRules extends PlaceRules, QuotaRules {
  readonly secret: string;
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

/** The root over who is certain, why, and what is checked there. */
export function certainRootOf(certain: readonly Certain[]): string {
  return merkleRoot(sortedBy(certain, ({ id }) => id).map((one) => canonicalJson(one)));
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
