import { arranged } from '../../plan/arranging.js';
import { type DueAtDesk, demandsOf } from '../../plan/demandsOf.js';
import { levelDays } from '../../plan/levelDays.js';
import type { Demand } from '../../register/nouns.js';
import { ticketHasher } from '../../ticket/ticket.js';
import type { NoticeA, NoticeB } from '../notices.js';
import { checkBooked } from './booked.js';
import { type Case, differs, type Finding, firstOf } from './case.js';
import { checkForCause } from './forCause.js';
import { checkJoint } from './joint.js';

/**
 * Whoever was drawn or is certain is visited, checked at the desk or deferred, just as it follows from
 * the announced tasks; nobody else is, but for the causes committed to; and a ticket gave every day.
 */
export function checkVisits({ a, b }: Case): Finding {
  const { demands, desk } = dueIn(a, b);
  const ticketOf = ticketHasher(b.keys['visit'] as string);
  const levelled = levelDays(b.visits, a.year, arranged(a), ticketOf, b.keys['level']);
  return (
    checkBooked(a, b.booked, 'B.booked') ??
    checkJoint(a, b, demands) ??
    checkForCause(a, b) ??
    checkDistricts(b) ??
    firstOf(b.visits, ({ id, day }, i) =>
      differs(`B.visits[${i}].day`, levelled.days.get(id), day),
    ) ??
    differs('B.levelling', levelled.levelling, b.levelling) ??
    differs(
      'B.desk',
      desk.map(({ task, entity }) => ({ task, entity })),
      b.desk,
    )
  );
}

/** A visit is where the samples' list has its entity, where there is one. */
function checkDistricts({ visits, districts }: NoticeB): Finding {
  if (districts === undefined) return undefined;
  return firstOf(visits, ({ entity, kind, district }, i) =>
    kind === 'for-cause'
      ? undefined
      : differs(`B.visits[${i}].district`, districts[entity], district),
  );
}

/** What the samples make due by the announced tasks. An entity's demands all weigh the same. */
export function dueIn(
  { tasks, items }: NoticeA,
  { samples }: Pick<NoticeB, 'samples'>,
): { readonly demands: Demand[]; readonly desk: DueAtDesk[] } {
  const authorities = new Map(items.map(({ id, authority }) => [id, authority]));
  const authorityOf = (item: string) => authorities.get(item) ?? '';
  const due = tasks.map((task, i) =>
    demandsOf(task, samples[i] ?? { certain: [], strata: [] }, authorityOf, () => 1),
  );
  return {
    demands: due.flatMap((one) => one.demands),
    desk: due.flatMap((one) => one.desk),
  };
}
