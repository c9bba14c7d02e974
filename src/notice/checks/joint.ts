import { sortedBy } from '../../core/order.js';
import { arranged } from '../../plan/arranging.js';
import { fixedOf } from '../../plan/booked.js';
import { demandId, taskAndItem } from '../../plan/demandsOf.js';
import { leadOf } from '../../plan/leadOf.js';
import { TEAM } from '../../plan/teamSize.js';
import type { Demand } from '../../register/nouns.js';
import { mergeUnder } from '../../visits/mergeVisits.js';
import type { YearCap } from '../../visits/yearCap.js';
import type { CapNumbers, NoticeA, NoticeB, NoticeJoined, NoticeVisit } from '../notices.js';
import { differs, type Finding, firstOf } from './case.js';

/** What of a visit follows from the demands alone; day, place and team come afterwards. */
type Bare = Omit<NoticeVisit, 'day' | 'district' | 'members' | 'leader'>;

/** What joint visits made of one entity's demands. */
interface Outcome {
  visits: Bare[];
  deferred: NoticeB['deferred'][number][];
  joined: NoticeJoined[];
}

/** What a notice or an amendment says of joint visits. */
type Shown = Pick<NoticeB, 'visits' | 'deferred' | 'districts' | 'booked' | 'joined'>;

/**
 * The visits that count, and the deferrals, are those of `joint-visits/2`. Whether the cap protects an
 * entity, and by which of its numbers, is not public, so any of the answers there may be is taken.
 */
export function checkJoint(a: NoticeA, b: Shown, demands: readonly Demand[]): Finding {
  const forCause = b.visits.filter(({ kind }) => kind === 'for-cause').map(bare);
  const counted = b.visits.filter(({ kind }) => kind !== 'for-cause').map(bare);
  const found = byEntity({
    ...{ visits: counted, deferred: [...b.deferred] },
    joined: [...(b.joined ?? [])],
  });
  const free = byEntity(merged(a, b, demands, undefined));
  const capped = capsOf(a).map((cap) => byEntity(merged(a, b, demands, cap)));
  const expected = [...free].map(([entity, freely]) => {
    const own = found.get(entity) ?? NOTHING;
    const isOwn = (outcome: Outcome): boolean => differs('', outcome, own) === undefined;
    if (isOwn(freely)) return freely;
    const underCap = capped.map((one) => one.get(entity) as Outcome);
    const fallback = own.deferred.length > 0 ? (underCap[0] as Outcome) : freely;
    return underCap.find(isOwn) ?? fallback;
  });
  const joint = expected.flatMap(({ visits }) => visits);
  const visits = sortedBy([...joint, ...forCause], ({ id }) => id);
  const length = Math.max(visits.length, b.visits.length);
  const deferred = sortedBy(
    expected.flatMap((one) => one.deferred),
    ({ task, item, entity }) => demandId(task, item, entity),
  );
  return (
    firstOf(Array.from({ length }), (_, i) => {
      const visit = b.visits[i];
      return differs(`B.visits[${i}]`, visits[i], visit === undefined ? undefined : bare(visit));
    }) ??
    differs('B.deferred', deferred, b.deferred) ??
    differs('B.joined', joinedOf(a, expected), b.joined)
  );
}

const NOTHING: Outcome = { visits: [], deferred: [], joined: [] };

/** What is done on visits of the ledger, where notice A commits to any ledger. */
function joinedOf({ booked }: NoticeA, outcomes: readonly Outcome[]): NoticeB['joined'] {
  if (booked === undefined) return undefined;
  return sortedBy(
    outcomes.flatMap((one) => one.joined),
    ({ visit }) => visit,
  );
}

function bare({ day: _, district: __, members: ___, leader: ____, ...visit }: NoticeVisit): Bare {
  return visit;
}

function byEntity({ visits, deferred, joined }: Outcome): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  const of = (entity: string): Outcome => {
    const known = outcomes.get(entity) ?? { visits: [], deferred: [], joined: [] };
    outcomes.set(entity, known);
    return known;
  };
  for (const visit of visits) of(visit.entity).visits.push(visit);
  for (const one of deferred) of(one.entity).deferred.push(one);
  for (const one of joined) of(one.entity).joined.push(one);
  return outcomes;
}

function merged(
  a: NoticeA,
  { districts = {}, booked }: Shown,
  demands: readonly Demand[],
  cap: YearCap | undefined,
): Outcome {
  const tasks = new Map(a.tasks.map((task) => [task.id, task]));
  const ranks = new Map(a.items.map(({ id, rank }) => [id, rank]));
  const { options, rules } = arranged(a);
  const entities = new Map(demands.map(({ id, entity }) => [id, entity]));
  const { visits, deferred, joined } = mergeUnder(demands, announced(a), () => cap, {
    ...options,
    districtOf: (entity) => districts[entity],
    rankOf: (item) => ranks.get(item),
    fixed: fixedOf(booked),
  });
  return {
    visits: sortedBy(visits, ({ id }) => id).map((visit) => {
      const { day: _, beyondCap: __, reason: ___, because: ____, ...rest } = visit;
      const own = visit.demands.map(taskAndItem);
      const sizes = own.map(({ task }) => tasks.get(task)?.teamSize ?? TEAM);
      return {
        ...rest,
        ...(rules?.lead === undefined ? leadOf(visit, own, tasks) : {}),
        demands: own,
        teamSize: Math.max(TEAM, ...sizes),
      };
    }),
    deferred: deferred.map(({ demand, entity, reason }) => ({
      ...taskAndItem(demand),
      entity,
      reason,
    })),
    joined: joined.map(({ visit, demands: own }) => ({
      visit,
      entity: entities.get(own[0] as string) as string,
      demands: own.map(taskAndItem),
    })),
  };
}

/** The announced cap, for all days; what it says of everybody it may protect. */
function capsOf(a: NoticeA): [YearCap, ...YearCap[]] {
  const others = (a.cap.others ?? []).map((numbers) => announced(a, numbers));
  return [announced(a), ...others];
}

function announced({ cap }: NoticeA, { visits, gaps }: CapNumbers = cap): YearCap {
  const { id, precedence } = cap;
  const least = gaps === undefined ? {} : { gaps };
  return { id, from: '', visits, ...least, precedence, doesNotCount: [] };
}
