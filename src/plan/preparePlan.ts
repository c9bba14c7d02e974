import { checkPlanInput } from './checkPlanInput.js';
import type { PlanInput } from './planInput.js';
import type { Prepared } from './prepared.js';
import { preparing } from './preparing.js';

/**
 * All of a year's plan that needs no chance: where every entity stands, the frames, strata and
 * quotas of every task, and the roots that notice A commits to.
 *
 * An entity whose facts do not suffice stands in no frame; it is among `issues`. The order of the
 * register and of the tasks changes nothing. Only active entities can be drawn.
 *
 * A plan whose source is the one for demonstration is a simulation, whatever its programme.
 *
 * @param input - programme, register, tasks, year, cut-off day, draw id, entropy sources
 * @returns plain data that survives JSON, to be kept secret until the draw and kept for the auditor
 * @throws `bad-plan-input` with every issue, `year-without-calendar`, `not-in-force`, `cap-not-in-force`, `bad-secret`,
 * `no-cap-to-plan`, `bad-name`, `bad-id`, `bad-capacity`
 *
 * @source 京政发〔2021〕24号 (matrix, double random); draw: double-random/1 §2
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * prepared.tasks.length === tasks.length; // => true
 * ```
 */
export function preparePlan(input: PlanInput): Prepared {
  checkPlanInput(input);
  const preparation = preparing(input);
  for (const entity of input.register.entities) preparation.add(entity);
  return listed(preparation.done());
}

/** The same with lists in the place of columns: plain data, however it is copied. */
function listed(prepared: Prepared): Prepared {
  return {
    ...prepared,
    standings: [...prepared.standings],
    tasks: prepared.tasks.map((one) => ({ ...one, frame: [...one.frame] })),
  };
}
