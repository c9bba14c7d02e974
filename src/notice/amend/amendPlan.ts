import { requireArgument } from '../../core/argument.js';
import { isDay, noSuchDay } from '../../core/day.js';
import { ownDigest } from '../../core/digest.js';
import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import { arranged } from '../../plan/arranging.js';
import { bookedAt } from '../../plan/drawPlan.js';
import { allDue, mergedFor, plannedVisits } from '../../plan/jointVisits.js';
import type { Prepared } from '../../plan/prepared.js';
import { openingsOf } from '../../plan/staff.js';
import { standingsOf } from '../../plan/standingsOf.js';
import type { Demand } from '../../register/nouns.js';
import { DRAW_METHOD } from '../../ticket/method.js';
import { ticketHasher } from '../../ticket/ticket.js';
import type { JoinedVisit } from '../../visits/entityVisits.js';
import { noticeA } from '../noticeA.js';
import { noticeDeferred, noticeJoined, noticeVisit } from '../noticeB.js';
import type { NoticeA, NoticeB, NoticeTask } from '../notices.js';
import { additionsFrom, orderReader, reachOf, standingsOrThrow } from './additions.js';
import type { Addition, AmendedVisit, PlanAct, PlanAmendment } from './amendment.js';
import { keptDay } from './keptDay.js';
import {
  type Exchange,
  exchanged,
  type PlanNow,
  planNow,
  type Rearrangement,
  rearranged,
  substitutionFor,
  touchedBy,
} from './planNow.js';
import { restaffed } from './restaffed.js';
import { verifyAmendments } from './verifyAmendments.js';

/**
 * The next amendment of a published draw (变更公告).
 *
 * A struck entity gives its place to the next substitute of its stratum; both entities' visits follow
 * from what they are due now. A top-up lets in those who are next, as many in each stratum as the new
 * total gives by the announced quotas, a part's least share kept; nobody who was drawn is lost. An absent
 * inspector leaves his places to be drawn. Whoever can stay in a team stays; only vacant places are drawn, with the key `pair:2`, for the next re-run `pair:3`. A
 * visit that is still there keeps its day as long as it may. The seed never changes.
 *
 * @param input.prepared - the plan as it was prepared
 * @param input.noticeB - as it was published
 * @param input.amendments - all that were published before, in their order
 * @param act - a strike and a top-up need a reason
 * @throws `not-this-plan` | `amendments-differ` | `not-drawn` | `reason-missing` | `unknown-inspector` |
 * `no-such-day` | `bad-absence` | `unknown-task` | `bad-top-up` | `top-up-exhausted`
 *
 * @source double-random/1 §4, amendments
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { amendPlan, noticeA, noticeB, verifyAmendments } from 'evenhand/notice';
 * import { drawPlan, preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * const b = noticeB(drawPlan(prepared, [{ label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8' }]));
 * const drawn = b.samples.flatMap(({ task, strata }) =>
 *   strata.flatMap(({ selected }) => selected.map(({ id }) => ({ task, entity: id }))),
 * );
 * const act = { kind: 'strike', ...drawn[0]!, reason: 'closed since the cut-off' } as const;
 * const first = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
 * [first.number, first.previous === b.digest]; // => [1, true]
 * verifyAmendments(noticeA(prepared), b, [first]).ok; // => true
 * ```
 */
export function amendPlan(
  input: {
    readonly prepared: Prepared;
    readonly noticeB: NoticeB;
    readonly amendments: readonly PlanAmendment[];
  },
  act: PlanAct,
): PlanAmendment {
  requireArgument('amendPlan', 'input', input, { prepared: 'object' });
  const { prepared, noticeB: b, amendments } = input;
  const a = noticeA(prepared);
  if (b.noticeA !== a.digest) {
    throw mistake(
      'not-this-plan',
      `notice B follows the notice A \`${b.noticeA}\`, the prepared plan has \`${a.digest}\``,
      { given: b.noticeA, expected: a.digest },
    );
  }
  const earlier = verifyAmendments(a, b, amendments);
  if (!earlier.ok) {
    const { field = '', expected = '', found = '' } = earlier;
    throw mistake(
      'amendments-differ',
      `the amendments so far do not hold: \`${field}\` is \`${found}\`, expected \`${expected}\``,
      { field, expected, found },
    );
  }
  const before = planNow(b, amendments);
  const outcome = outcomeOf({ prepared, a, b, before, amendments }, act);
  const now = rearranged(before, { act, ...outcome });
  const amendment = {
    schema: 'evenhand/amendment/1' as const,
    scheme: DRAW_METHOD,
    mode: b.mode,
    drawId: b.drawId,
    noticeB: b.digest,
    number: amendments.length + 1,
    previous: amendments.at(-1)?.digest ?? b.digest,
    act,
    ...outcome,
    ...restaffed(a, b, now),
  };
  return { ...amendment, digest: ownDigest(amendment) };
}

type Outcome = Omit<Rearrangement, 'act'>;

/** What an act is done to. */
interface Ground {
  readonly prepared: Prepared;
  readonly a: NoticeA;
  readonly b: NoticeB;
  readonly before: PlanNow;
  readonly amendments: readonly PlanAmendment[];
}

function outcomeOf(ground: Ground, act: PlanAct): Outcome {
  if (act.kind === 'absence') return absent(ground.before, act);
  return act.kind === 'strike' ? struck(ground, act) : toppedUp(ground, act);
}

function struck(ground: Ground, act: Extract<PlanAct, { kind: 'strike' }>): Outcome {
  const { task, entity, reason } = act;
  if (reason.trim() === '') {
    throw mistake('reason-missing', `\`${entity}\` is struck without a reason; give one`, {
      given: entity,
    });
  }
  const substitution = substitutionFor(ground.before, act);
  if (substitution === undefined) {
    throw mistake('not-drawn', `\`${entity}\` was not drawn for task \`${task}\``, {
      given: entity,
      task,
    });
  }
  return { substitution, ...dueNow(ground, { act, substitution }) };
}

function toppedUp(ground: Ground, act: Extract<PlanAct, { kind: 'top-up' }>): Outcome {
  const { prepared, a, b, before, amendments } = ground;
  if (act.reason.trim() === '') {
    throw mistake('reason-missing', `task \`${act.task}\` draws more without a reason; give one`, {
      given: act.task,
    });
  }
  const standings = standingsOrThrow(a, b, before, act);
  const i = a.tasks.findIndex(({ id }) => id === act.task);
  const task = a.tasks[i] as NoticeTask;
  const more = standings.reduce((sum, { quota, wanted }) => sum + wanted - quota, 0);
  const reader = orderReader(task, b, reachOf(act.task, amendments, a.substitutes) + more);
  for (const unit of prepared.tasks[i]?.frame ?? []) reader.add(unit);
  const orders = reader.done();
  const additions = additionsFrom(standings, a.substitutes, task, (code) => orders.get(code) ?? []);
  return {
    additions,
    ...districtsOf(prepared, before, additions),
    ...dueNow(ground, { act, additions }),
  };
}

/** Where those named by a top-up lie, where notice B tells it of those it names. */
function districtsOf(
  { standings }: Prepared,
  before: PlanNow,
  additions: readonly Addition[],
): Pick<Outcome, 'districts'> {
  if (before.districts === undefined) return {};
  const named = new Set(
    additions.flatMap(({ added, substitutes }) => [...added, ...substitutes].map(({ id }) => id)),
  );
  const rows = standings.flatMap(({ id, district }) =>
    named.has(id) && district !== undefined ? [[id, district] as const] : [],
  );
  return { districts: Object.fromEntries(rows) };
}

/** What those concerned are due now, as joint visits, and the recusals of whoever is visited only now. */
function dueNow(ground: Ground, exchange: Exchange): Outcome {
  const { prepared, before } = ground;
  const due = visitsNow(ground, exchange);
  const known = new Set(before.openings.map(({ entity: opened }) => opened));
  const fresh = new Set(due.visits.map((visit) => visit.entity).filter((id) => !known.has(id)));
  return {
    ...due,
    openings: openingsOf(prepared.inspectors, prepared.secret).filter((one) =>
      fresh.has(one.entity),
    ),
  };
}

function visitsNow({ prepared, b, before }: Ground, exchange: Exchange): Omit<Outcome, 'openings'> {
  const isTouched = touchedBy(exchange);
  const samples = exchanged(before.samples, exchange).map(({ task, strata }) => ({
    task,
    strata: strata.map(({ code, size, quota, takeAll = [], selected, substitutes: spare }) => ({
      ...{ stratum: code, size, quota, selected, substitutes: spare },
      takeAll: takeAll.map(({ id }) => id),
    })),
  }));
  const standings = standingsOf(prepared, samples);
  const due = allDue(prepared, samples, standings);
  const demands = due.demands.filter(({ entity }) => isTouched(entity));
  const days = arranged(prepared);
  const merged = mergedFor(prepared, days, demands, standings);
  const ticketOf = ticketHasher(b.keys['visit'] as string);
  const byId = new Map(demands.map((demand) => [demand.id, demand]));
  const old = new Map(before.visits.map((visit) => [visit.id, visit]));
  const visits = plannedVisits(prepared, merged, demands, standings).map(
    (planned): AmendedVisit => {
      const visit = noticeVisit(planned, byId);
      return { ...visit, day: keptDay(old.get(visit.id), visit, ticketOf(visit.id), days) };
    },
  );
  return {
    visits: sortedBy(visits, ({ id }) => id),
    desk: due.desk
      .filter(({ entity }) => isTouched(entity))
      .map(({ task, entity }) => ({ task, entity })),
    deferred: merged.deferred.map(noticeDeferred),
    ...ledgerNow(prepared, before, merged.joined, demands),
  };
}

/** What is done on visits of the ledger, and what has to be opened of it for that. */
function ledgerNow(
  prepared: Prepared,
  before: PlanNow,
  joined: readonly JoinedVisit[],
  demands: readonly Demand[],
): Pick<Outcome, 'booked' | 'joined'> {
  if (prepared.booked === undefined) return {};
  const known = new Set(before.booked?.map(({ entity }) => entity));
  const byId = new Map(demands.map((demand) => [demand.id, demand]));
  return {
    booked: bookedAt(prepared, demands).filter(({ entity }) => !known.has(entity)),
    joined: joined.map((one) => noticeJoined(one, byId)),
  };
}

function absent(
  { staff }: PlanNow,
  { inspector, from, to }: Extract<PlanAct, { kind: 'absence' }>,
): Outcome {
  if (!staff.some(({ id }) => id === inspector)) {
    throw mistake('unknown-inspector', `the absent \`${inspector}\` is no inspector of the list`, {
      id: inspector,
    });
  }
  for (const day of [from, to]) if (!isDay(day)) throw noSuchDay(day);
  if (to < from) {
    throw mistake('bad-absence', `the absence ends on \`${to}\`, before it begins on \`${from}\``, {
      from,
      to,
    });
  }
  return { visits: [], desk: [], deferred: [], openings: [] };
}
