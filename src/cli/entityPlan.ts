import { paretoKey } from '../draw/paretoStratum.js';
import type { PlanAmendment } from '../notice/amend/amendment.js';
import { changesFor, type PlaceChange } from '../notice/proof/changesFor.js';
import { drawnIn } from '../plan/drawnIn.js';
import type { Plan, PlanStratum, PlanVisit } from '../plan/plan.js';
import type { Prepared, Standing } from '../plan/prepared.js';
import { drawKey } from '../ticket/drawKey.js';
import { ticket } from '../ticket/ticket.js';

/** How an entity fared in one task. */
export interface EntityTask {
  readonly task: string;
  readonly name?: string;
  /** Why it is visited for certain, outside the lottery. */
  readonly certain?: string;
  readonly stratum?: string;
  readonly size?: number;
  readonly quota?: number;
  /** After the draw. */
  readonly ticket?: string;
  readonly threshold?: string;
  /** By weight: what it weighs, the keys of its ticket and of the last one in, or why it was certain. */
  readonly weight?: number;
  readonly key?: string;
  readonly thresholdKey?: string;
  readonly takeAll?: string;
  readonly isDrawn?: boolean;
  /** What amendments did with it in the task, in their order. */
  readonly amended?: readonly EntityAmended[];
}

/** How an amendment concerns an entity: it was struck, came in for somebody struck, or by a top-up. */
export interface EntityAmended {
  readonly number: number;
  readonly how: 'struck' | 'substitute' | 'topped-up';
}

const HOW = {
  struck: 'struck',
  'came-in': 'substitute',
  added: 'topped-up',
} as const satisfies Record<PlaceChange['kind'], EntityAmended['how']>;

/** What a plan does with one entity. */
export interface EntityPlan {
  readonly entity: string;
  readonly standing: Standing;
  readonly isDrawn: boolean;
  readonly tasks: readonly EntityTask[];
  readonly visits: readonly PlanVisit[];
  readonly desk: readonly { readonly task: string; readonly method: string }[];
  readonly deferred: Plan['deferred'];
}

/**
 * Everything a plan has on one entity; undefined where it has nothing.
 *
 * @param plan - as it stands after `amendments`
 */
export function entityPlan(
  prepared: Prepared,
  plan: Plan | undefined,
  entity: string,
  amendments: readonly PlanAmendment[] = [],
): EntityPlan | undefined {
  const standing = prepared.standings.find(({ id }) => id === entity);
  if (standing === undefined) return undefined;
  const own = <T extends { readonly entity: string }>(list: readonly T[] | undefined): T[] =>
    (list ?? []).filter((one) => one.entity === entity);
  return {
    entity,
    standing,
    isDrawn: plan !== undefined,
    tasks: tasksOf(prepared, plan, entity).map((one) => {
      const changes = changesFor(amendments, { task: one.task, id: entity });
      const amended = changes.map(({ number, kind }) => ({ number, how: HOW[kind] }));
      return amended.length === 0 ? one : { ...one, amended };
    }),
    visits: own(plan?.visits),
    desk: own(plan?.desk).map(({ task, method }) => ({ task, method })),
    deferred: own(plan?.deferred),
  };
}

function tasksOf(prepared: Prepared, plan: Plan | undefined, entity: string): EntityTask[] {
  return prepared.tasks.flatMap(({ task, frame, certain, strata }, i): EntityTask[] => {
    const name = task.name === undefined ? {} : { name: task.name };
    const reason = certain.find(({ id }) => id === entity)?.reason;
    if (reason !== undefined) return [{ task: task.id, ...name, certain: reason }];
    const { stratum: code, weight } = frame.find(({ id }) => id === entity) ?? {};
    const stratum = strata.find((one) => one.code === code);
    if (code === undefined || stratum === undefined) return [];
    const { size, quota } = stratum;
    const known = { task: task.id, ...name, stratum: code, size, quota };
    if (plan === undefined) return [known];
    const sample = plan.samples[i]?.strata.find((one) => one.stratum === code);
    const own = ticket(drawKey(plan.seed, `select:${task.group}`), entity);
    return [
      {
        ...known,
        ticket: own,
        ...(sample?.lastIn === undefined ? {} : { threshold: sample.lastIn }),
        ...(weight === undefined ? {} : { weight, ...keysOf(sample, entity, own, weight) }),
        isDrawn: sample !== undefined && drawnIn(sample).includes(entity),
      },
    ];
  });
}

/** In a draw by weight the ticket alone decides nothing: its key does, or the weight alone. */
function keysOf(
  sample: PlanStratum | undefined,
  entity: string,
  own: string,
  weight: number,
): Pick<EntityTask, 'key' | 'thresholdKey' | 'takeAll'> {
  if (sample === undefined || !('weights' in sample)) return {};
  const { certain, weights, lastInKey } = sample;
  const takeAll = certain.find(({ id }) => id === entity)?.reason;
  if (takeAll !== undefined) return { takeAll };
  if (lastInKey === undefined) return {};
  const key = paretoKey(own, weight, weights.rest, weights.quota);
  return { key: String(key), thresholdKey: String(lastInKey) };
}
