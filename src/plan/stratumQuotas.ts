import { type Issue, warningAt } from '../core/issue.js';
import { compareBytes } from '../core/order.js';
import { quota } from '../draw/quota.js';
import type { Sampling } from '../draw/sampling.js';
import { splitByRecency } from '../draw/splitByRecency.js';
import type { Matrix, Measures } from '../matrix/matrix.js';
import type { Task } from '../register/nouns.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { Cell } from './taskPlacer.js';
import { taskTotals } from './taskTotals.js';

/** A stratum while it is filled; its code is known at the end. */
export interface Stratum extends Cell {
  readonly key: string;
  size: number;
  /** What its units weigh together; as many as there are, where chances are equal. */
  weight: number;
  code: string;
}

/** What quotas hang on. */
export interface QuotaRules {
  readonly matrix: Matrix;
  readonly sampling: Sampling;
  /** How many inspectors of a task's authorities may be counted for its quota. */
  readonly heads: (task: Task) => number;
}

/** How many of each stratum: fixed for the cell, the part or all first, then split over recency. */
export function taskQuotas(
  task: Task,
  strata: ReadonlyMap<string, Stratum>,
  drawn: number,
  rules: QuotaRules,
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
  rules: QuotaRules,
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
  if ('least' in task.quota && inside.length === 0 && all.length > 0) {
    issues.push(warningAt('empty-part', ['tasks', task.id, 'quota', 'least'], { task: task.id }));
  }
  return [
    { part: inside, wanted: totals.part },
    { part: all.filter(([, { part }]) => !part), wanted: totals.rest },
  ].filter(({ part }) => part.length > 0);
}

const sizeOf = (strata: Strata): number => strata.reduce((sum, [, { size }]) => sum + size, 0);

/** How many of a cell the matrix draws. */
function wantedOf(cell: Strata, { matrix }: QuotaRules): number {
  const [, { level, grade }] = cell[0] as Strata[number];
  const measures = matrix.cells[level]?.[grade] as Measures;
  return quota(sizeOf(cell), measures.ratio, measures.rule);
}
