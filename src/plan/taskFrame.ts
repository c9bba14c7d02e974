import { canonicalJson } from '../core/canonicalJson.js';
import type { Day } from '../core/day.js';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { compareBytes, sortedBy } from '../core/order.js';
import { sha256 } from '../core/sha256.js';
import { frameRoot } from '../draw/frameRoot.js';
import { quota } from '../draw/quota.js';
import type { Sampling } from '../draw/sampling.js';
import { splitByRecency } from '../draw/splitByRecency.js';
import type { Matrix, Measures } from '../matrix/matrix.js';
import { holds, windowStart } from '../register/condition.js';
import type { Entity, Item, Task } from '../register/nouns.js';
import { groupedBy } from '../visits/groupedBy.js';
import { itemsFor } from './itemsFor.js';
import type { Certain, PreparedStratum, PreparedTask, Standing } from './prepared.js';
import { taskTotals } from './taskTotals.js';

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

/** An entity that can be drawn for a task, with the stratum it falls in. */
interface Member {
  readonly id: string;
  readonly level: string;
  readonly grade: string;
  readonly recency: number;
  /** Whether it belongs to the part whose least share the quota names. */
  readonly part: boolean;
}

/**
 * The frame of a task: who is certain and why, who can be drawn in which stratum, and how many of
 * each. An entity outside the task's scope is in neither; one whose scope hangs on a missing fact is
 * left out with a warning.
 */
export function taskFrame(
  task: Task,
  register: ReadonlyMap<string, Entity>,
  standings: readonly Standing[],
  rules: FrameRules,
): { readonly prepared: PreparedTask; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const certain: Certain[] = [];
  const members: Member[] = [];
  const before = new Set('parts' in task.quota ? task.quota.drawn : []);
  const drawn: string[] = [];
  for (const standing of standings) {
    const entity = register.get(standing.id) as Entity;
    const answer = holds(task.scope, entity, rules.asOf);
    if (answer === 'missing') {
      issues.push(
        warningAt('scope-unknown', ['tasks', task.id, 'scope'], {
          task: task.id,
          given: entity.id,
        }),
      );
    }
    if (answer !== 'yes') continue;
    const reason = certainReason(task, entity, standing, rules);
    if (reason !== undefined) {
      const items = itemsFor(task.items, standing.content, rules.items);
      certain.push({ id: entity.id, reason, items });
    } else if (before.has(entity.id)) drawn.push(entity.id);
    else {
      const { level, grade } = standing;
      const recency = recencyOf(task, entity, rules);
      members.push({ id: entity.id, level, grade, recency, part: isOfPart(task, entity, rules) });
    }
  }
  const sizes = stratified(members);
  const quotas = taskQuotas(task, sizes, drawn.length, rules, issues);
  const codes = opaqueCodes([...sizes.keys()], rules.secret, task.id);
  const frame = members.map((member) => ({
    id: member.id,
    stratum: codes.get(keyOf(member)) as string,
  }));
  const strata = [...sizes].map(([key, stratum]): PreparedStratum => {
    const { level, grade, recency, size } = stratum;
    const tier = rules.sampling.recency[recency]?.id as string;
    const cell = rules.matrix.cells[level]?.[grade] as Measures;
    return {
      code: codes.get(key) as string,
      level,
      grade,
      recency: tier,
      size,
      quota: quotas.get(key) as number,
      ...(stratum.part ? { part: true } : {}),
      method: cell.method,
      items: itemsFor(task.items, cell.content, rules.items),
    };
  });
  return {
    prepared: {
      task,
      frame,
      frameRoot: frameRoot(frame),
      certain,
      certainRoot: certainRootOf(certain),
      strata: sortedBy(strata, ({ code }) => code),
      ...('parts' in task.quota ? { drawn: { root: drawnRoot(drawn), count: drawn.length } } : {}),
    },
    issues,
  };
}

/** The root over those of a task's scope whom earlier parts of its cycle drew. */
function drawnRoot(ids: readonly string[]): string {
  return merkleRoot(sortedBy(ids, (id) => id));
}

/** Whether an entity belongs to the part that a quota gives a least share; what is missing is no yes. */
function isOfPart({ quota: asked }: Task, entity: Entity, { asOf }: FrameRules): boolean {
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
  { sampling, matrix }: FrameRules,
): string | undefined {
  if ('all' in task.quota) return `full-coverage: ${task.quota.all}`;
  const rule = sampling.certain.find(({ list }) => entity.lists.includes(list));
  if (rule !== undefined) return `list: ${rule.list}`;
  return matrix.cells[standing.level]?.[standing.grade]?.key === true
    ? 'key-supervision'
    : undefined;
}

/** The tier of recency by the last visit of any of the task's authorities, 0 the least recent. */
function recencyOf(task: Task, entity: Entity, { sampling, asOf }: FrameRules): number {
  let last: Day | undefined;
  for (const authority of [task.lead, ...task.partners]) {
    const day = entity.lastVisits?.[authority];
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  if (last === undefined) return 0;
  const day = last;
  return sampling.recency.findIndex(
    ({ after }) => after === undefined || day < windowStart(asOf, after),
  );
}

interface Stratum extends Omit<Member, 'id'> {
  size: number;
}

const keyOf = ({ level, grade, recency, part }: Omit<Member, 'id'>): string =>
  `${level}\u001f${grade}\u001f${recency}${part ? '\u001fpart' : ''}`;

function stratified(members: readonly Member[]): Map<string, Stratum> {
  const strata = new Map<string, Stratum>();
  for (const member of members) {
    const key = keyOf(member);
    const stratum = strata.get(key);
    if (stratum === undefined) {
      const { id: _, ...cell } = member;
      strata.set(key, { ...cell, size: 1 });
    } else stratum.size++;
  }
  return strata;
}

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
