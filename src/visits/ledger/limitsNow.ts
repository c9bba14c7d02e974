import { canonicalJson } from '../../core/canonicalJson.js';
import type { DocumentReference } from '../../document/document.js';
import type { Cap, CapLimit } from '../cap.js';
import { referencesOf } from './capsOn.js';
import { countsIn } from './countsIn.js';
import type { EntityLedger } from './history.js';
import { type Firm, isDescribed, protects } from './judge.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { limitName } from './limitUse.js';

/**
 * The limits that a booked visit is judged by on a day: those it was booked under, and what the documents that
 * rule then have beside them.
 *
 * Of a cap that has changed since, a further limit protects the firm where the act that describes it says so. Of a
 * firm that is not described again, a limit that is new or has another name protects it where the limits before it
 * did; where nothing tells, it protects, as for a request that says nothing of the firm.
 *
 * @param options.ruling - the caps in force on the day
 * @param options.all - every version there is
 * @param options.firm - what the act tells of the firm
 */
export function limitsNow(
  history: EntityLedger,
  visit: LedgerVisit,
  {
    ruling,
    all,
    firm,
  }: { readonly ruling: readonly Cap[]; readonly all: readonly Cap[]; readonly firm: Firm },
): ReadonlySet<string> {
  const known = new Set(visit.limits);
  const judgedBy = lastCapsOf(history, visit);
  for (const [i, { id, digest }] of referencesOf(ruling).entries()) {
    const cap = ruling[i] as Cap;
    const then = judgedBy.find((one) => one.id === id);
    if (then?.digest === digest) continue;
    for (const limit of cap.limits) {
      const concerns = isDescribed(firm)
        ? protects(cap, limit, firm)
        : then === undefined || isNew(cap, limit, then, visit, all);
      if (concerns) known.add(limitName(cap, limit));
    }
  }
  return known;
}

/** The documents by which a visit was judged last, when it was asked for, joined or confirmed. */
export function lastCapsOf(
  { events }: EntityLedger,
  { id }: Pick<LedgerVisit, 'id'>,
): readonly DocumentReference[] {
  const last = events.findLast(
    (one) => one.visit === id && 'caps' in one && one.type !== 'refused',
  );
  return last !== undefined && 'caps' in last ? last.caps : [];
}

/** Whether a limit of a changed cap concerns a visit that was not judged by it. */
function isNew(
  cap: Cap,
  limit: CapLimit,
  then: DocumentReference,
  visit: LedgerVisit,
  all: readonly Cap[],
): boolean {
  const before = all.find(({ id, version }) => id === then.id && version === then.version);
  const wasJudgedBy = (one: CapLimit): boolean => visit.limits.includes(limitName(cap, one));
  if (before === undefined) {
    // Without the version before, a limit that is gone is all that shows a change of names.
    const names = new Set(cap.limits.map((one) => limitName(cap, one)));
    return visit.limits.some((name) => name.startsWith(`${cap.id}/`) && !names.has(name));
  }
  if (before.limits.some(({ id }) => id === limit.id)) return false;
  if (!isSame(before.eligible, cap.eligible)) return true;
  const counted = before.limits.filter((one) => countsIn(before, one, visit));
  if (counted.length > 0 && !counted.some(wasJudgedBy)) return false;
  const alike = counted.filter((one) => isSame(one.eligible, limit.eligible));
  return alike.length === 0 || alike.some(wasJudgedBy);
}

const isSame = (a: object | undefined, b: object | undefined): boolean =>
  canonicalJson(a ?? {}) === canonicalJson(b ?? {});
