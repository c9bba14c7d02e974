import { requireArgument } from '../../core/argument.js';
import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import { sortedMany } from '../../core/sortedMany.js';
import { arranged } from '../../plan/arranging.js';
import { bookedAt } from '../../plan/drawPlan.js';
import { allDue, mergedFor, plannedVisits } from '../../plan/jointVisits.js';
import type { Plan, PlanStratum } from '../../plan/plan.js';
import type { Prepared } from '../../plan/prepared.js';
import type { PlanLoad } from '../../plan/staffVisits.js';
import { standingsOf } from '../../plan/standingsOf.js';
import { roundsOf } from '../../plan/teamSlots.js';
import type { NoticeB, NoticeSample, NoticeVisit } from '../notices.js';
import type { PlanAmendment } from './amendment.js';
import { planNow } from './planNow.js';

/**
 * A drawn plan as it stands after its amendments, with everything that authorities work by: whom to
 * visit on which day with which team, what is due and what waits. Without amendments it is the plan that
 * was drawn; nothing is drawn again.
 *
 * Loads count the teams as they stand; their bands are those of the draw. `levelling` is the draw's too.
 *
 * @param prepared - the plan as it was prepared
 * @param amendments - in their order; `verifyAmendments` says whether they are right
 * @throws `amendments-differ` where they lack a visit that follows from them
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { amendPlan, noticeB, planAsAmended } from 'evenhand/notice';
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
 * const inspector = b.visits[0]!.leader!;
 * const act = { kind: 'absence', inspector, from: '2026-01-01', to: '2026-12-31' } as const;
 * const first = amendPlan({ prepared, noticeB: b, amendments: [] }, act);
 * const now = planAsAmended(prepared, b, [first]);
 * now.visits.some(({ members }) => members?.includes(inspector)); // => false
 * ```
 */
export function planAsAmended(
  prepared: Prepared,
  noticeB: NoticeB,
  amendments: readonly PlanAmendment[],
): Plan {
  requireArgument('planAsAmended', 'prepared', prepared, 'object', 'preparePlan(…)');
  requireArgument(
    'planAsAmended',
    'noticeB',
    noticeB,
    { entropy: 'array', keys: 'object' },
    'a notice B',
  );
  requireArgument('planAsAmended', 'amendments', amendments, 'array');
  const { mode, entropy, seed, keys, levelling, witness } = noticeB;
  const now = planNow(noticeB, amendments);
  const samples = now.samples.map(({ task, strata }) => ({ task, strata: strata.map(drawnFrom) }));
  const standings = standingsOf(prepared, samples);
  const { demands, desk } = allDue(prepared, samples, standings);
  const merged = mergedFor(prepared, arranged(prepared), demands, standings);
  const known = new Map(now.visits.map((visit) => [visit.id, visit]));
  const visits = plannedVisits(prepared, merged, demands, standings).map((visit) => {
    const { day, members, leader } = known.get(visit.id) ?? notThere(visit.id);
    return {
      ...{ ...visit, day },
      ...(members === undefined ? {} : { members }),
      ...(leader === undefined ? {} : { leader }),
    };
  });
  const { before, after, deferred, refused, joined } = merged;
  return {
    ...{ prepared, mode, entropy, seed, keys, samples },
    demands: sortedMany(demands, ({ id }) => id),
    visits: sortedBy(visits, ({ id }) => id),
    ...{ desk, deferred, refused },
    ...(prepared.booked === undefined ? {} : { joined, booked: bookedAt(prepared, demands) }),
    ...{ before, after },
    ...(levelling === undefined ? {} : { levelling }),
    staffing:
      witness === undefined
        ? { status: 'assigned', loads: loadsNow(prepared, noticeB, now.visits) }
        : { status: 'infeasible', witness },
    relaxations: now.relaxations,
    openings: now.openings,
  };
}

function notThere(found: string): never {
  const field = 'visits';
  throw mistake('amendments-differ', `the visit \`${found}\` is due and stands in none of them`, {
    ...{ field, expected: found, found: '' },
  });
}

type Shown = NoticeSample['strata'][number];

/** What a stratum drew, as the plan has it and not as a notice shows it. */
function drawnFrom({ code, takeAll = [], weights, lastInKey, firstOutKey, ...one }: Shown) {
  const drawn = { stratum: code, ...one, takeAll: takeAll.map(({ id }) => id) };
  if (weights === undefined) return drawn;
  return {
    ...{ ...drawn, weights, certain: takeAll },
    ...(lastInKey === undefined ? {} : { lastInKey: Number(lastInKey) }),
    ...(firstOutKey === undefined ? {} : { firstOutKey: Number(firstOutKey) }),
  } as PlanStratum;
}

/** The loads of the draw, and what teams have more or less of since. */
function loadsNow(
  { teams }: Prepared,
  b: NoticeB,
  visits: readonly NoticeVisit[],
): readonly PlanLoad[] {
  const change = new Map<string, { inspector: string; period?: string; more: number }>();
  const count = (list: readonly NoticeVisit[], step: number): void => {
    for (const [period, round] of roundsOf(list, teams?.capacityPer)) {
      for (const { members = [] } of round) {
        for (const inspector of members) {
          const name = nameOf({ inspector, ...period });
          const known = change.get(name) ?? { inspector, ...period, more: 0 };
          known.more += step;
          change.set(name, known);
        }
      }
    }
  };
  count(b.visits, -1);
  count(visits, 1);
  const loads = b.loads.map((one): PlanLoad => {
    const { more = 0 } = change.get(nameOf(one)) ?? {};
    change.delete(nameOf(one));
    return more === 0 ? one : { ...one, load: one.load + more };
  });
  const fresh = [...change.values()].flatMap(({ more: load, ...one }) =>
    load > 0 ? [{ ...one, load, low: 0, high: load }] : [],
  );
  return [...loads, ...fresh];
}

const nameOf = ({ inspector, period = '' }: Pick<PlanLoad, 'inspector' | 'period'>): string =>
  `${period}\u001f${inspector}`;
