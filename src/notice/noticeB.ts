import { requireArgument } from '../core/argument.js';
import { digest, ownDigest } from '../core/digest.js';
import { madeRows } from '../core/rows.js';
import { taskAndItem } from '../plan/demandsOf.js';
import type { Plan, PlanVisit, TaskSample } from '../plan/plan.js';
import type { PreparedTask } from '../plan/prepared.js';
import { staffRow } from '../plan/staff.js';
import { standingsNamed } from '../plan/standingsOf.js';
import type { Demand } from '../register/nouns.js';
import { DRAW_METHOD } from '../ticket/method.js';
import type { Deferred } from '../visits/deferred.js';
import type { JoinedVisit } from '../visits/entityVisits.js';
import { noticeA } from './noticeA.js';
import { type NoticeRows, wholeNotice } from './noticeRows.js';
import { noticeStratum } from './noticeStratum.js';
import type { NoticeB, NoticeJoined, NoticeSample, NoticeVisit } from './notices.js';

/**
 * The public side of a drawn plan (公示乙): the entropy, who was drawn with which ticket, which
 * visits they became, and which team each has. With notice A anyone can check it.
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { noticeA, noticeB, verifyDraw } from 'evenhand/notice';
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
 * verifyDraw(noticeA(prepared), noticeB(plan)).ok; // => true
 * ```
 */
export function noticeB(plan: Plan): NoticeB {
  requireArgument('noticeB', 'plan', plan, { samples: 'array' }, 'drawPlan(…)');
  return wholeNotice(noticeBRows(plan));
}

/** `noticeB` row by row: of a city's it would be a second copy of all that was drawn. */
export function noticeBRows(plan: Plan): NoticeRows {
  const { prepared, staffing } = plan;
  const causes = byId(plan.demands.filter(({ cause }) => cause === 'for-cause'));
  const notice = {
    schema: 'evenhand/notice-b/1' as const,
    scheme: DRAW_METHOD,
    mode: plan.mode,
    drawId: prepared.drawId,
    noticeA: noticeA(prepared).digest,
    policy: prepared.programme,
    entropy: plan.entropy.map(({ label, value }) => ({ label, value })),
    seed: plan.seed,
    keys: plan.keys,
    samples: madeRows(plan.samples, (sample, i) =>
      noticeSample(sample, prepared.tasks[i] as PreparedTask),
    ),
    visits: madeRows(plan.visits, (visit) => noticeVisit(visit, causes)),
    desk: madeRows(plan.desk, ({ task, entity }) => ({ task, entity })),
    deferred: madeRows(plan.deferred, noticeDeferred),
    ...(plan.booked === undefined ? {} : { booked: plan.booked }),
    ...joinedIn(plan),
    ...(plan.levelling === undefined ? {} : { levelling: plan.levelling }),
    ...districtsOf(plan),
    staff: madeRows(prepared.inspectors, staffRow),
    openings: plan.openings,
    loads: staffing.status === 'assigned' ? staffing.loads : [],
    ...(staffing.status === 'infeasible' ? { witness: staffing.witness } : {}),
    relaxations: plan.relaxations,
  };
  const complete = { ...notice, result: resultDigest(notice) };
  return { ...complete, digest: ownDigest(complete) };
}

const byId = (demands: readonly Demand[]): Map<string, Demand> =>
  new Map(demands.map((demand) => [demand.id, demand]));

function joinedIn({ joined, demands }: Plan): Pick<NoticeRows, 'joined'> {
  if (joined === undefined) return {};
  const known = byId(demands);
  return { joined: madeRows(joined, (one) => noticeJoined(one, known)) };
}

/** The digest of what the draw led to, which `result` holds. */
export function resultDigest(
  notice: Pick<
    NoticeRows,
    'samples' | 'visits' | 'desk' | 'deferred' | 'loads' | 'levelling' | 'joined'
  >,
): string {
  const { samples, visits, desk, deferred, loads, levelling, joined } = notice;
  return digest({
    ...{ samples, visits, desk, deferred, loads },
    ...(levelling === undefined ? {} : { levelling }),
    ...(joined === undefined ? {} : { joined }),
  });
}

/** Where everybody in the samples lies, if quiet days hold in some districts alone. */
function districtsOf({ prepared, samples }: Plan): Pick<NoticeB, 'districts'> {
  const { quiet = [] } = prepared.visitRules ?? {};
  if (quiet.every(({ districts }) => districts === undefined)) return {};
  const shown = new Set(prepared.tasks.flatMap(({ certain }) => certain.map(({ id }) => id)));
  for (const { strata } of samples) {
    for (const { takeAll, selected, substitutes } of strata) {
      for (const id of takeAll) shown.add(id);
      for (const { id } of [...selected, ...substitutes]) shown.add(id);
    }
  }
  const rows: [string, string][] = [];
  for (const { id, district } of standingsNamed(prepared.standings, shown)) {
    if (district !== undefined) rows.push([id, district]);
  }
  return { districts: Object.fromEntries(rows) };
}

function noticeSample(
  { task, strata }: TaskSample,
  { task: { spread }, certain }: PreparedTask,
): NoticeSample {
  return { task, strata: strata.map((one) => noticeStratum(one, spread)), certain };
}

/**
 * A visit as it is published: what its demands are, and not why they weigh what they do.
 *
 * @param causes - the for-cause demands, which are called after no task; others may stand there too
 */
export function noticeVisit(visit: PlanVisit, causes: ReadonlyMap<string, Demand>): NoticeVisit {
  const { tasks: _, items: __, beyondCap, reason, because, demands: ids, ...shown } = visit;
  return {
    ...shown,
    demands: ids.map((id) => {
      const known = causes.get(id);
      return known?.cause === 'for-cause' ? { item: known.item } : taskAndItem(id);
    }),
  };
}

/** What is done on a visit of the ledger, as it is published. */
export function noticeJoined(
  { visit, demands }: JoinedVisit,
  known: ReadonlyMap<string, Demand>,
): NoticeJoined {
  return {
    visit,
    entity: known.get(demands[0] as string)?.entity as string,
    demands: demands.map(taskAndItem),
  };
}

/** A deferral as it is published. */
export function noticeDeferred({ demand, entity, reason }: Deferred): NoticeB['deferred'][number] {
  return { ...taskAndItem(demand), entity, reason };
}
