import type { Entropy } from '../ticket/drawSeed.js';
import { drawPlan } from './drawPlan.js';
import type { Plan } from './plan.js';
import type { PlanInput } from './planInput.js';
import { preparePlan } from './preparePlan.js';

/**
 * Both halves of a plan at once, as a simulation: its receipts say so, since chance that was there
 * before the commitment binds nobody.
 *
 * @param input - as for `preparePlan`
 * @param entropy - the values of the sources, in their order
 * @throws as `preparePlan` and `drawPlan` do
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { planYear } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const plan = planYear(
 *   {
 *     programme: parseProgramme(programme), register, tasks,
 *     year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001', sources: [{ label: 'dice', bits: 132 }],
 *   },
 *   [{ label: 'dice', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9' }],
 * );
 * plan.mode; // => 'simulation'
 * ```
 */
export function planYear(input: PlanInput, entropy: readonly Entropy[]): Plan {
  return drawPlan({ ...preparePlan(input), mode: 'simulation' }, entropy);
}
