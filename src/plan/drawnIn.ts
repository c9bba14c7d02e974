import type { PlanStratum } from './plan.js';

/** The ids that a stratum drew: those its weights took for certain, then those in draw order. */
export function drawnIn({
  takeAll,
  selected,
}: Pick<PlanStratum, 'takeAll' | 'selected'>): string[] {
  return [...takeAll, ...selected.map(({ id }) => id)];
}
