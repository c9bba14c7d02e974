import type { Sampling } from 'evenhand/draw';
import { noticeA, noticeB } from 'evenhand/notice';
import { drawPlan, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Entity, Task } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';
import { firms, task, townInput } from './town.js';
import { ENTROPY, frameOf } from './year.js';

/** The example programme with another sampling document. */
export const programmeWith = (sampling: Partial<Sampling>) => ({
  ...exampleProgramme,
  documents: exampleProgramme.documents.map((one) =>
    one.kind === 'sampling' ? { ...one, ...sampling } : one,
  ),
});
export const byVisitors = { fact: 'visitors', cite: 'example' } as const;
/** Firms with their visitors. */
export const weighed = (weights: readonly number[]): Entity[] =>
  firms(weights.length, 'low', 'B').map((one, i) => ({
    ...one,
    facts: { ...one.facts, visitors: weights[i] as number },
  }));

/** A year of the town by another sampling document, which draws by visitors where nothing is said. */
export function year(
  entities: readonly Entity[],
  tasks: readonly Task[],
  sampling: Partial<Sampling> = { method: 'pareto', weight: byVisitors },
  entropy = ENTROPY,
) {
  const programme = parseProgramme(programmeWith(sampling));
  const prepared = preparePlan(townInput(entities, tasks, { programme }));
  const plan = drawPlan(prepared, entropy);
  return { prepared, plan, a: noticeA(prepared), b: noticeB(plan), frame: frameOf(prepared) };
}

export const WEIGHTS = [100, 10, ...Array.from({ length: 20 }, (_, i) => 1 + (i % 5))];
export const eight = [task('one', { quota: { total: 8 } })];
/** Twenty-two firms of which eight are drawn: two of them are too heavy for a lottery. */
export const town = year(weighed(WEIGHTS), eight);
