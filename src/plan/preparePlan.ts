import { sortedBy } from '../core/order.js';
import { ENGINE } from '../core/version.js';
import type { Sampling } from '../draw/sampling.js';
import type { Task } from '../register/nouns.js';
import { requireInForce } from '../visits/inForce.js';
import { causesRootOf, readCauses } from './causes.js';
import { checkPlanInput } from './checkPlanInput.js';
import { isDemonstration } from './demonstration.js';
import { withEarlier } from './earlier.js';
import type { PlanInput } from './planInput.js';
import { planningCap } from './planningCap.js';
import { PLAN_METHOD, type Prepared } from './prepared.js';
import { requirePublished } from './requirePublished.js';
import { secretOf } from './secret.js';
import { headsOf, staffRootOf, staffRow } from './staff.js';
import { registerRootOf, standingsOf } from './standings.js';
import { emptyFrameIssue, taskFrame } from './taskFrame.js';
import type { PlanTeamRules } from './teamSlots.js';

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
  const { register, asOf } = input;
  const at = input.programme.at(asOf);
  requirePublished(input, at.calendars);
  const { cap, issues: capIssues } = planningCap(at.caps);
  for (const demand of input.tasks) requireInForce(cap, { demand });
  const { causes, issues: causeIssues } = readCauses(input.causes ?? [], cap);
  const registerRoot = registerRootOf(register.entities);
  const secret = secretOf(input.secret, registerRoot, input.drawId);
  const { standings, issues } = standingsOf(at, register.entities, cap);
  const byId = new Map(register.entities.map((entity) => [entity.id, entity]));
  const items = new Map(register.items.map((item) => [item.id, item]));
  const heads = (task: Task): number => headsOf(task, register.inspectors);
  const rules = { asOf, matrix: at.matrix, sampling: at.sampling, items, secret, heads };
  const frames = sortedBy(input.tasks, ({ id }) => id).map((task) =>
    taskFrame(task, byId, standings, rules),
  );
  const teams = teamRules(at.sampling);
  const inspectors = sortedBy(
    withEarlier(register.inspectors, input.earlier, teams),
    ({ id }) => id,
  );
  return {
    schema: 'evenhand/prepared/1',
    method: PLAN_METHOD,
    engine: ENGINE,
    mode: input.sources.some(isDemonstration) ? 'simulation' : at.mode,
    organ: input.programme.source.organ,
    drawId: input.drawId,
    year: input.year,
    asOf,
    programme: at.programme,
    documents: at.documents,
    sources: input.sources,
    secret,
    registerRoot,
    registerCount: register.entities.length,
    staffRoot: staffRootOf(inspectors.map(staffRow)),
    recency: at.sampling.recency.map(({ id, multiplier }) => ({ tier: id, multiplier })),
    substitutes: at.sampling.substitutes,
    publishCells: at.sampling.publishCells,
    ...(teams === undefined ? {} : { teams }),
    ...(input.earlier === undefined ? {} : { earlier: input.earlier.digest }),
    cap,
    ...(at.calendars.length === 0 ? {} : { calendars: at.calendars }),
    ...(at.visitRules === undefined ? {} : { visitRules: at.visitRules }),
    items: sortedBy(register.items, ({ id }) => id),
    inspectors,
    standings,
    tasks: frames.map(({ prepared }) => prepared),
    causes,
    causesRoot: causesRootOf(causes),
    issues: [
      ...capIssues,
      ...issues,
      ...causeIssues,
      ...frames.flatMap((frame) => frame.issues),
      ...frames.flatMap(({ prepared }) => emptyFrameIssue(prepared) ?? []),
    ],
  };
}

/** The rules of teams without their citation, which stands in the document. */
function teamRules({ teams }: Sampling): PlanTeamRules | undefined {
  if (teams === undefined) return undefined;
  const { cite: _, ...rules } = teams;
  return rules;
}
