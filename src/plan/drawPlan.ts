import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import { sortedMany } from '../core/sortedMany.js';
import type { Demand } from '../register/nouns.js';
import { drawKey } from '../ticket/drawKey.js';
import { drawSeed, type Entropy } from '../ticket/drawSeed.js';
import { type Booked, bookedOf } from './booked.js';
import { checkEntropy } from './checkEntropy.js';
import { jointVisits } from './jointVisits.js';
import type { Plan, PlanVisit, TaskSample } from './plan.js';
import type { Prepared } from './prepared.js';
import { purposesOf } from './purposes.js';
import { openingsOf } from './staff.js';
import { staffVisits } from './staffVisits.js';
import { taskDraw } from './taskDraw.js';

/**
 * Draws a prepared plan: samples, joint visits under the cap, teams.
 *
 * The entropy is the published values of the sources that notice A named, in its order. The same
 * prepared plan and entropy give the same plan everywhere.
 *
 * @returns the plan; where the staff does not suffice it has no teams but a witness
 * @throws `entropy-differs` where the labels are not those of the sources, `bad-entropy`,
 * `bad-entropy-value`; in a plan that binds, `entropy-too-short`
 *
 * @source double-random/1; visits: docs/visits.md
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { drawPlan, preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * const plan = drawPlan(prepared, [{ label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8' }]);
 * plan.after <= plan.before; // => true
 * ```
 */
export function drawPlan(prepared: Prepared, entropy: readonly Entropy[]): Plan {
  requireArgument('drawPlan', 'prepared', prepared, { tasks: 'array' }, 'preparePlan(…)');
  requireArgument('drawPlan', 'entropy', entropy, 'array');
  const stages = drawStages(prepared, entropy);
  for (;;) {
    const step = stages.next();
    if (step.done === true) return step.value;
  }
}

/** The stages of a draw, in their order. */
export type DrawStage = 'draw' | 'merge' | 'staff';

/** A stage that begins, or with `result` one that has ended: plain data that survives JSON. */
export interface DrawStep {
  readonly stage: DrawStage;
  readonly result?: object;
}

/**
 * `drawPlan` stage by stage, for whoever shows how far it is or keeps what is done. It yields each stage
 * when it begins, and again with its result; who answers the beginning with a result of the same
 * prepared plan and entropy spares it the work.
 */
export function* drawStages(
  prepared: Prepared,
  entropy: readonly Entropy[],
): Generator<DrawStep, Plan, object | undefined> {
  checkEntropy(prepared, entropy);
  const seed = drawSeed({ drawId: prepared.drawId, entropy });
  const keys = keysOf(prepared, seed);
  const { samples } = yield* stage('draw', () => ({ samples: samplesOf(prepared, keys) }));
  const joint = yield* stage('merge', () => jointVisits(prepared, samples, keys));
  const { staffed, staffing, relaxations } = yield* stage('staff', () =>
    staff(prepared, joint.visits, keys),
  );
  const { demands, desk, levelling, merged } = joint;
  const visited = new Set(joint.visits.map(({ entity }) => entity));
  const { before, after, deferred, refused, joined } = merged;
  return {
    prepared,
    mode: prepared.mode,
    entropy,
    seed,
    keys,
    samples,
    demands: sortedMany(demands, ({ id }) => id),
    visits: sortedMany(staffed, ({ id }) => id),
    desk,
    deferred,
    refused,
    ...(prepared.booked === undefined ? {} : { joined, booked: bookedAt(prepared, demands) }),
    before,
    after,
    ...(levelling === undefined ? {} : { levelling }),
    staffing,
    relaxations,
    openings: openingsOf(prepared.inspectors, prepared.secret).filter(({ entity }) =>
      visited.has(entity),
    ),
  };
}

function* stage<T extends object>(
  name: DrawStage,
  work: () => T,
): Generator<DrawStep, T, object | undefined> {
  const known = yield { stage: name };
  if (known !== undefined) return known as T;
  const result = work();
  yield { stage: name, result };
  return result;
}

function samplesOf(prepared: Prepared, keys: Readonly<Record<string, string>>): TaskSample[] {
  return prepared.tasks.map((one): TaskSample => {
    const draw = taskDraw(one, one.task, keys, prepared.substitutes);
    for (const unit of one.frame) draw.add(unit);
    return { task: one.task.id, strata: draw.done() };
  });
}

/** The keys a plan uses, by purpose. */
export function keysOf(
  { tasks, visitRules }: Pick<Prepared, 'tasks' | 'visitRules'>,
  seed: string,
): Record<string, string> {
  const groups = new Set(tasks.map(({ task }) => `select:${task.group}`));
  const purposes = [...sortedBy(groups, (group) => group), ...purposesOf(visitRules)];
  return Object.fromEntries(purposes.map((purpose) => [purpose, drawKey(seed, purpose)]));
}

/** What stood in the ledger of those who are due a visit, opened. */
export function bookedAt({ booked, secret }: Prepared, demands: readonly Demand[]): Booked[] {
  const due = new Set(demands.map(({ entity }) => entity));
  return bookedOf(booked, secret).filter(({ entity }) => due.has(entity));
}

function staff(
  prepared: Prepared,
  visits: readonly PlanVisit[],
  keys: Readonly<Record<string, string>>,
): { readonly staffed: readonly PlanVisit[] } & Pick<Plan, 'staffing' | 'relaxations'> {
  const assignment = staffVisits(
    visits,
    prepared.inspectors,
    prepared.items,
    { visitKey: keys['visit'] as string, pairKey: keys['pair'] as string },
    prepared.teams,
  );
  const { relaxations } = assignment;
  if (assignment.status === 'infeasible') {
    const { status, witness } = assignment;
    return { staffed: visits, staffing: { status, witness }, relaxations };
  }
  const teams = new Map(assignment.teams.map((team) => [team.visit, team]));
  return {
    staffed: visits.map((visit) => {
      const team = teams.get(visit.id);
      return team === undefined ? visit : { ...visit, members: team.members, leader: team.leader };
    }),
    staffing: { status: 'assigned', loads: assignment.loads },
    relaxations,
  };
}
