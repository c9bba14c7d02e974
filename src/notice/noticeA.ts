import { requireArgument } from '../core/argument.js';
import { canonicalJson } from '../core/canonicalJson.js';
import { ownDigest, saltedCommitment } from '../core/digest.js';
import { compareBytes, sortedBy } from '../core/order.js';
import { referenceOf } from '../document/book.js';
import { bookedCommitment, bookedOf } from '../plan/booked.js';
import type { Prepared, PreparedTask } from '../plan/prepared.js';
import { saltOf } from '../plan/secret.js';
import { commitmentOf, openingsOf } from '../plan/staff.js';
import type { PlanTeamRules } from '../plan/teamSlots.js';
import { DRAW_METHOD } from '../ticket/method.js';
import { dutyOrCap } from '../visits/cap.js';
import { isByLimit } from '../visits/protection.js';
import { type YearCap, yearCap, yearCaps } from '../visits/yearCap.js';
import type { CapNumbers, NoticeA, NoticeTask } from './notices.js';

/**
 * The public side of a prepared plan, to be published before the entropy exists (公示甲).
 *
 * It commits to the frames, the staff and the recusals by their roots, to the policy by its digest,
 * and names where chance will come from. Publish its `digest` where nobody can change it.
 *
 * @example
 * ```ts
 * import { sampleCity } from 'evenhand/city';
 * import { noticeA } from 'evenhand/notice';
 * import { preparePlan } from 'evenhand/plan';
 * import { parseProgramme } from 'evenhand/programme';
 *
 * const { register, tasks, programme } = sampleCity({ entities: 300, seed: 'doc' });
 * const prepared = preparePlan({
 *   programme: parseProgramme(programme), register, tasks,
 *   year: 2026, asOf: '2025-12-31', drawId: 'EX-2026-001',
 *   sources: [{ label: 'dice.2026-01-15', bits: 132 }],
 * });
 * noticeA(prepared).drawId; // => 'EX-2026-001'
 * ```
 */
export function noticeA(prepared: Prepared): NoticeA {
  requireArgument('noticeA', 'prepared', prepared, { tasks: 'array' }, 'preparePlan(…)');
  const openings = openingsOf(prepared.inspectors, prepared.secret);
  const used = new Set(prepared.tasks.flatMap(({ task }) => task.items));
  for (const { item } of prepared.causes) used.add(item);
  const { ladder, teams } = splitRules(prepared.teams);
  const [numbers, ...others] = capNumbers(prepared);
  const notice = {
    schema: 'evenhand/notice-a/1' as const,
    scheme: DRAW_METHOD,
    mode: prepared.mode,
    drawId: prepared.drawId,
    organ: prepared.organ,
    year: prepared.year,
    asOf: prepared.asOf,
    software: prepared.engine,
    method: prepared.method,
    policy: prepared.programme,
    documents: prepared.documents,
    sources: prepared.sources,
    recency: prepared.recency,
    substitutes: prepared.substitutes,
    ...(prepared.weight === undefined ? {} : { weight: prepared.weight }),
    offset: 0 as const,
    cap: {
      ...referenceOf(prepared.cap),
      ...numbers,
      precedence: dutyOrCap(prepared.cap),
      ...(others.length === 0 ? {} : { others }),
    },
    ...(prepared.calendars === undefined ? {} : { calendars: prepared.calendars }),
    ...(prepared.visitRules === undefined ? {} : { visitRules: prepared.visitRules }),
    items: prepared.items.filter(({ id }) => used.has(id)),
    tasks: prepared.tasks.map(noticeTask),
    staff: {
      root: prepared.staffRoot,
      count: prepared.inspectors.length,
      recusals: openings.map(commitmentOf).sort(compareBytes),
    },
    causes: { root: prepared.causesRoot, count: prepared.causes.length },
    ...(prepared.booked === undefined
      ? {}
      : {
          booked: bookedOf(prepared.booked, prepared.secret)
            .map(bookedCommitment)
            .sort(compareBytes),
        }),
    register: {
      commitment: saltedCommitment(saltOf(prepared.secret, 'register'), prepared.registerRoot),
      count: prepared.registerCount,
    },
    ladder: ladder ?? [],
    ...(teams === undefined ? {} : { teams }),
    ...(prepared.earlier === undefined ? {} : { earlier: prepared.earlier }),
    ...(prepared.publishCells ? { cells: cellsOf(prepared.tasks) } : {}),
  };
  return { ...notice, digest: ownDigest(notice) };
}

/**
 * What the cap says of those it protects: one answer for all, or, where limits protect a part of them each, every
 * answer that somebody has, in the order of its text. Who has which is not public.
 */
function capNumbers({ cap, standings }: Prepared): readonly [CapNumbers, ...CapNumbers[]] {
  if (!isByLimit(cap)) return [numbersOf(yearCap(cap))];
  const capFor = yearCaps(cap);
  const found = new Map<string, CapNumbers>();
  for (const { capped } of standings) {
    const own = capFor(capped);
    if (own !== undefined) found.set(canonicalJson(numbersOf(own)), numbersOf(own));
  }
  const [first = numbersOf(yearCap(cap)), ...rest] = sortedBy(found, ([text]) => text).map(
    ([, numbers]) => numbers,
  );
  return [first, ...rest];
}

const numbersOf = ({ visits, gaps }: YearCap): CapNumbers => ({
  visits,
  ...(gaps === undefined ? {} : { gaps }),
});

/** The ladder has a field of its own. */
function splitRules(
  rules: Prepared['teams'],
): Pick<PlanTeamRules, 'ladder'> & Pick<NoticeA, 'teams'> {
  if (rules === undefined) return {};
  const { ladder, ...teams } = rules;
  return { ...(ladder === undefined ? {} : { ladder }), teams };
}

function noticeTask({
  task,
  frame,
  frameRoot,
  certain,
  certainRoot,
  strata,
  drawn,
}: PreparedTask): NoticeTask {
  const { id, name, lead, partners, items, kind, scope, quota, window, group, teamSize } = task;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    lead,
    partners,
    items,
    kind,
    targeted: !('all' in scope && scope.all.length === 0),
    scope,
    quota: 'parts' in quota ? { ...quota, drawn: drawn ?? { root: '', count: 0 } } : quota,
    window,
    group,
    teamSize,
    duty: task.duty === true,
    ...(task.spread === undefined ? {} : { spread: task.spread }),
    frame: { root: frameRoot, count: frame.length },
    certain: { root: certainRoot, count: certain.length },
    strata: strata.map(({ code, size, quota: n, part, weights, method, items: checked }) => ({
      code,
      size,
      quota: n,
      ...(part === true ? { part } : {}),
      ...(weights === undefined ? {} : { weights }),
      method,
      items: checked,
    })),
  };
}

function cellsOf(tasks: readonly PreparedTask[]): NonNullable<NoticeA['cells']> {
  return Object.fromEntries(
    tasks.map(({ task, strata }) => [
      task.id,
      Object.fromEntries(
        strata.map(({ code, level, grade, recency }) => [
          code,
          { risk: level, credit: grade, recency },
        ]),
      ),
    ]),
  );
}
