import { type Cap, type CapLimit, goesBefore, type VisitFilter } from '../cap.js';
import { authoritiesOf, causesOf, formsOf, gathered, type LedgerVisit } from './ledgerVisit.js';

/** Whether a visit counts in a limit: it answers to the filter, and no exception lifts the limit. */
export function countsIn(cap: Cap, limit: CapLimit, visit: LedgerVisit): boolean {
  return answers(visit, limit.counts) && !isLifted(cap, limit.id, visit);
}

/** Whether a listed cause with its evidence lifts a limit of the cap. */
export function isLifted(
  cap: Cap,
  limit: string,
  { evidence }: Pick<LedgerVisit, 'evidence'>,
  byDefault = true,
): boolean {
  if (evidence === undefined) return false;
  const exception = cap.exceptions.find(({ cause }) => cause === evidence.cause);
  if (exception === undefined || !goesBefore(cap, 'for-cause', 'cap')) return false;
  return exception.lifts?.includes(limit) ?? byDefault;
}

/** Whether a visit answers to every facet of a filter; a facet it does not state answers to all. */
export function answers(visit: LedgerVisit, filter: VisitFilter): boolean {
  const { kinds, causes, forms, methods, authorities, items, outcomes } = filter;
  return (
    (kinds === undefined || visit.kind === 'for-cause' || kinds.includes(visit.kind)) &&
    (methods === undefined || methods.includes(visit.method)) &&
    (causes === undefined || meets(causes, causesOf(visit))) &&
    (forms === undefined || meets(forms, formsOf(visit))) &&
    (authorities === undefined || meets(authorities, authoritiesOf(visit))) &&
    (items === undefined || meets(items, gathered(visit, 'items'))) &&
    (outcomes === undefined ||
      (visit.state === 'done' && outcomes.includes(visit.outcome as string)))
  );
}

function meets<T>(asked: readonly T[], given: readonly T[]): boolean {
  return given.length === 0 || given.some((one) => asked.includes(one));
}
