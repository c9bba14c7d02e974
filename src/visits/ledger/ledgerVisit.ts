import type { Day, DayRange } from '../../core/day.js';
import type { Demand, Method, Visit } from '../../register/nouns.js';
import type { VisitShare } from './event.js';
import type { CauseEvidence, VisitOverride, VisitState } from './request.js';

/** A share of a visit with the request that brought it and the authority it is of. */
export interface OwnedShare extends VisitShare {
  readonly request: string;
}

/** A visit as it stands in the ledger, after all events about it. */
export interface LedgerVisit {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly kind: Visit['kind'];
  readonly method: Method;
  readonly state: VisitState;
  readonly day: Day;
  readonly window: DayRange;
  readonly days: number;
  readonly counts: boolean;
  readonly evidence?: CauseEvidence;
  readonly until?: Day;
  readonly plan?: string;
  readonly override?: VisitOverride;
  /** The limits it was judged by when it was booked, joined or confirmed, `cap/limit`. */
  readonly limits: readonly string[];
  /** Limits it passed: for a legal duty, by an override, by the days it took. */
  readonly beyond: readonly string[];
  readonly outcome?: string;
  /** What each request brought that is still in it, the first first; empty once it is cancelled. */
  readonly shares: readonly OwnedShare[];
}

/** Whether a visit holds its place: it is neither off nor lapsed. */
export function isLive({ state }: Pick<LedgerVisit, 'state'>): boolean {
  return state !== 'cancelled' && state !== 'expired';
}

/** The visits' facts that a joint visit has of all its shares. */
export function gathered<K extends 'items' | 'demands' | 'basis'>(
  { shares }: Pick<LedgerVisit, 'shares'>,
  field: K,
): string[] {
  return [...new Set(shares.flatMap((share) => share[field]))];
}

/** All authorities of a visit, its lead first. */
export function authoritiesOf({ shares }: Pick<LedgerVisit, 'shares'>): string[] {
  return [...new Set(shares.flatMap(({ lead, partners }) => [lead, ...partners]))];
}

/** The causes its shares give. */
export function causesOf({ shares }: Pick<LedgerVisit, 'shares'>): Demand['cause'][] {
  return [...new Set(shares.flatMap(({ cause }) => cause ?? []))];
}

/** The forms its shares give. */
export function formsOf({ shares }: Pick<LedgerVisit, 'shares'>): string[] {
  return [...new Set(shares.flatMap(({ form }) => form ?? []))];
}

/** Whether a visit stands outside every cap by a cause that one of them lists. */
export function isOutside({ counts, evidence }: LedgerVisit): boolean {
  return !counts && evidence !== undefined;
}

/** The authority that leads a visit; none once it is off. */
export const leadOf = ({ shares }: LedgerVisit): string => shares[0]?.lead ?? '';
