import { drawAccumulator } from '../draw/drawAccumulator.js';
import type { FrameUnit } from '../draw/unit.js';
import { weightedDraw } from '../draw/weightedDraw.js';
import type { Task } from '../register/nouns.js';
import { offsetOf } from './offsetOf.js';
import type { PlanStratum } from './plan.js';
import type { StratumWeights } from './prepared.js';

/** A task's draw that takes the frame unit by unit. */
export interface TaskDraw {
  readonly add: (unit: FrameUnit) => void;
  readonly done: () => readonly PlanStratum[];
}

/** What of a stratum its draw hangs on; an announced stratum has it too. */
export interface DrawnStratum {
  readonly code: string;
  readonly quota: number;
  readonly weights?: StratumWeights;
}

/**
 * The draw of a task, by equal chances or by weight: the planner draws with it, and the verifier again.
 *
 * @param keys - by purpose
 * @param substitutes - how many of the next in order each stratum names
 * @throws what `drawAccumulator` throws
 */
export function taskDraw(
  { strata }: { readonly strata: readonly DrawnStratum[] },
  task: Pick<Task, 'group' | 'spread'>,
  keys: Readonly<Record<string, string>>,
  substitutes: number,
): TaskDraw {
  const rules = {
    key: keys[`select:${task.group}`] as string,
    quotas: Object.fromEntries(strata.map(({ code, quota }) => [code, quota])),
    substitutes,
  };
  if (strata.some(({ weights }) => weights !== undefined)) return weightedDraw(rules);
  const draw = drawAccumulator({ ...rules, offset: offsetOf(task) });
  return { add: draw.add, done: () => draw.done().strata };
}
