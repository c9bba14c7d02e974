import { type DrawStage, drawStages } from '../plan/drawPlan.js';
import type { Plan } from '../plan/plan.js';
import type { Prepared } from '../plan/prepared.js';
import type { Entropy } from '../ticket/drawSeed.js';
import type { Desk } from './io.js';
import type { DrawingStages } from './planStages.js';

const NAMES = {
  draw: { zh: '抽签', en: 'drawing' },
  merge: { zh: '合并检查', en: 'merging visits' },
  staff: { zh: '派组', en: 'staffing' },
} as const satisfies Record<DrawStage, { readonly zh: string; readonly en: string }>;

/** `drawPlan`, whose stages are shown, and kept or taken up where there is a place for them. */
export async function drawnBy(
  desk: Desk,
  prepared: Prepared,
  entropy: readonly Entropy[],
  kept?: DrawingStages,
): Promise<Plan> {
  const stages = drawStages(prepared, entropy);
  let answer: object | undefined;
  for (;;) {
    const step = stages.next(answer);
    answer = undefined;
    if (step.done === true) return step.value;
    const { stage, result } = step.value;
    if (result !== undefined) {
      desk.bar.tick();
      await kept?.keep(stage, result);
      continue;
    }
    answer = await kept?.result(stage);
    const { zh, en } = NAMES[stage];
    if (answer === undefined) desk.bar.stage(NAMES[stage], 1);
    else desk.note(desk.say(`${zh}：沿用已完成的结果`, `${en}: taken up, it was finished before`));
  }
}
