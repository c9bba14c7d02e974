import type { Day } from '../core/day.js';
import { EvenhandError, mistake } from '../core/error.js';
import { sortedBy } from '../core/order.js';
import { sortedMany } from '../core/sortedMany.js';
import type { Demand, Task } from '../register/nouns.js';
import { drawKey } from '../ticket/drawKey.js';
import { drawSeed, type Entropy } from '../ticket/drawSeed.js';
import { canHoldBits } from '../ticket/entropy/canHoldBits.js';
import { checkEntropyValue } from '../ticket/entropy/checkEntropyValue.js';
import { ticketHasher } from '../ticket/ticket.js';
import { checklistOf } from '../visits/checklistOf.js';
import { type MergedVisits, mergeVisits } from '../visits/mergeVisits.js';
import { type Arranged, arranged } from './arranging.js';
import { type Booked, bookedOf } from './booked.js';
import { demandsOf } from './demandsOf.js';
import { leadOf } from './leadOf.js';
import { levelDays } from './levelDays.js';
import type { DeskCheck, Plan, PlanVisit, TaskSample } from './plan.js';
import type { Prepared, Standing } from './prepared.js';
import { purposesOf } from './purposes.js';
import { openingsOf } from './staff.js';
import { staffVisits } from './staffVisits.js';
import { standingsOf } from './standingsOf.js';
import { taskDraw } from './taskDraw.js';
import { TEAM } from './teamSize.js';

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

/** What was drawn as joint visits, each with its day. */
function jointVisits(
  prepared: Prepared,
  samples: readonly TaskSample[],
  keys: Readonly<Record<string, string>>,
) {
  const standings = standingsOf(prepared, samples);
  const { demands, desk } = allDue(prepared, samples, standings);
  const days = arranged(prepared);
  const all = mergedFor(prepared, days, demands, standings);
  const unplaced = plannedVisits(prepared, all, demands, standings);
  const ticketOf = ticketHasher(keys['visit'] as string);
  const levelled = levelDays(unplaced, prepared.year, days, ticketOf, keys['level']);
  const { visits: _, outside: __, ...merged } = all;
  return {
    demands,
    desk,
    merged,
    visits: unplaced.map((visit) => ({ ...visit, day: levelled.days.get(visit.id) as Day })),
    ...(levelled.levelling === undefined ? {} : { levelling: levelled.levelling }),
  };
}

/** What all tasks make due, and the for-cause demands that were known before. */
export function allDue(
  { tasks, items, causes }: Prepared,
  samples: readonly TaskSample[],
  standings: ReadonlyMap<string, Standing>,
): { readonly demands: Demand[]; readonly desk: DeskCheck[] } {
  const authorities = new Map(items.map(({ id, authority }) => [id, authority]));
  const due = tasks.map(({ task, certain, strata }, i) =>
    demandsOf(
      { ...task, strata },
      {
        certain,
        strata: (samples[i]?.strata ?? []).map(({ stratum: code, takeAll, selected }) => ({
          code,
          takeAll: takeAll.map((id) => ({ id })),
          selected,
        })),
      },
      (item) => authorities.get(item) as string,
      (entity) => standings.get(entity)?.weight as number,
    ),
  );
  return {
    demands: [...due.flatMap((one) => one.demands), ...causes],
    desk: due.flatMap((one) => one.desk),
  };
}

function checkEntropy({ sources, mode }: Prepared, entropy: readonly Entropy[]): void {
  const expected = sources.map(({ label }) => label);
  const given = entropy.map(({ label }) => label);
  if (expected.join('\n') === given.join('\n')) {
    checkValues(sources, entropy);
    if (mode === 'authoritative') checkLengths(sources, entropy);
    return;
  }
  throw mistake(
    'entropy-differs',
    `the entropy is labelled \`${given.join(', ')}\`, notice A names \`${expected.join(', ')}\` in this order`,
    { given, expected },
  );
}

/** A value of the wrong form is found before the draw, not by whoever verifies it. */
function checkValues(sources: Prepared['sources'], entropy: readonly Entropy[]): void {
  const issues = sources.flatMap(({ spec }, i) =>
    spec === undefined ? [] : checkEntropyValue(spec, entropy[i]?.value ?? ''),
  );
  const { code, params } = issues[0] ?? {};
  if (code === undefined) return;
  throw new EvenhandError(
    code,
    `the value \`${String(params?.['given'])}\` is none of source \`${String(params?.['label'])}\` (expected ${String(params?.['expected'])})`,
    issues,
  );
}

/** In a draw that binds, a value is long enough for the bits that its source claims. */
function checkLengths(sources: Prepared['sources'], entropy: readonly Entropy[]): void {
  const at = sources.findIndex(({ bits }, i) => !canHoldBits(entropy[i]?.value ?? '', bits));
  if (at < 0) return;
  const { label, bits } = sources[at] as Prepared['sources'][number];
  const given = entropy[at]?.value ?? '';
  throw mistake(
    'entropy-too-short',
    `the value \`${given}\` of source \`${label}\` can't hold ${bits} bits`,
    { label, given, expected: String(bits) },
  );
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

/** The joint visits of what is due, by the programme's cap, calendars and rules. */
export function mergedFor(
  { cap, items, booked }: Pick<Prepared, 'cap' | 'items' | 'booked'>,
  { options }: Arranged,
  demands: readonly Demand[],
  standings: ReadonlyMap<string, Standing>,
): MergedVisits {
  const ranks = new Map(items.map(({ id, rank }) => [id, rank]));
  return mergeVisits(demands, cap, {
    ...options,
    eligible: (entity) => standings.get(entity)?.capped === true,
    districtOf: (entity, site) => districtOf({ site }, standings.get(entity)),
    rankOf: (item) => ranks.get(item),
    ...(booked === undefined ? {} : { fixed: booked }),
  });
}

/** The visits of what was merged, each with its lead, place, checklist and team size. */
export function plannedVisits(
  prepared: Prepared,
  merged: MergedVisits,
  demands: readonly Demand[],
  standings: ReadonlyMap<string, Standing>,
): PlanVisit[] {
  const byId = new Map(demands.map((demand) => [demand.id, demand]));
  const known = new Map(prepared.tasks.map(({ task }) => [task.id, task]));
  const { lead, checklist } = prepared.visitRules ?? {};
  const ranks = new Map(prepared.items.map(({ id, rank }) => [id, rank]));
  return [...merged.visits, ...merged.outside].map((visit): PlanVisit => {
    const own = visit.demands.map((id) => byId.get(id) as Demand);
    const from = own.map((demand) => ({ task: taskOf(demand, known) }));
    const tasks = distinct(from.map(({ task }) => task));
    const district = districtOf(visit, standings.get(visit.entity));
    const led = lead === undefined ? { ...visit, ...leadOf(visit, from, known) } : visit;
    return {
      ...led,
      ...(district === undefined ? {} : { district }),
      tasks,
      items:
        checklist === undefined
          ? distinct(own.map(({ item }) => item))
          : checklistOf(led, own, checklist.order, (item) => ranks.get(item)).map(
              ({ item }) => item,
            ),
      teamSize: Math.max(TEAM, ...tasks.map((task) => known.get(task)?.teamSize ?? TEAM)),
    };
  });
}

/** The task a demand came from; a for-cause demand comes from none. */
function taskOf({ id, cause }: Demand, tasks: ReadonlyMap<string, Task>): string | undefined {
  const task = id.slice(0, id.indexOf('/'));
  return cause !== 'for-cause' && tasks.has(task) ? task : undefined;
}

function districtOf(
  visit: { readonly site?: string | undefined },
  standing: Standing | undefined,
): string | undefined {
  const site = standing?.sites?.find(({ id }) => id === visit.site);
  return site?.district ?? standing?.district;
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

function distinct(list: readonly (string | undefined)[]): string[] {
  return sortedBy(new Set(list.filter((one) => one !== undefined)), (one) => one);
}
