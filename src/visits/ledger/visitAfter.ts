import type { DayRange } from '../../core/day.js';
import { type BookedEvent, isBooked, type LedgerEvent } from './event.js';
import type { LedgerVisit, OwnedShare } from './ledgerVisit.js';
import type { VisitState } from './request.js';

/**
 * A visit after an event about it.
 *
 * @returns `none` where the event leaves no trace in it (a refusal); undefined where the visit can't
 * have such an event
 */
export function visitAfter(
  visit: LedgerVisit | undefined,
  event: LedgerEvent,
): LedgerVisit | 'none' | undefined {
  if (event.type === 'refused') return 'none';
  if (isBooked(event)) {
    if (event.type !== 'joined') return visit === undefined ? opened(event) : undefined;
    if (visit === undefined || !isOpen(visit.state)) return undefined;
    return {
      ...visit,
      days: Math.max(visit.days, event.days),
      window: bothOf(visit.window, event.window),
      shares: [...visit.shares, shareOf(event)],
      limits: [...new Set([...visit.limits, ...limitsOf(event)])],
      beyond: [...visit.beyond, ...(event.beyond ?? [])],
    };
  }
  if (visit === undefined || !NEXT[visit.state].includes(event.type)) return undefined;
  switch (event.type) {
    case 'admitted': {
      const { until: _, ...rest } = visit;
      const limits = [...new Set([...visit.limits, ...limitsOf(event)])];
      return { ...rest, state: 'admitted', day: event.day, limits, beyond: passed(visit, event) };
    }
    case 'started':
      return { ...visit, state: 'started', day: event.day, beyond: passed(visit, event) };
    case 'done': {
      const { outcome, days } = event;
      return { outcome, ...visit, state: 'done', days, beyond: passed(visit, event) };
    }
    case 'cancelled': {
      const shares = visit.shares.filter(({ lead }) => lead !== event.by);
      if (shares.length === visit.shares.length) return undefined;
      return { ...visit, shares, ...(shares.length === 0 ? { state: 'cancelled' } : {}) };
    }
    case 'expired':
      return { ...visit, state: 'expired' };
  }
}

function passed(
  { beyond }: LedgerVisit,
  event: { readonly beyond?: readonly string[] },
): readonly string[] {
  return event.beyond === undefined ? beyond : [...new Set([...beyond, ...event.beyond])];
}

const limitsOf = ({ uses }: Pick<BookedEvent, 'uses'>): string[] => {
  const limits: string[] = [];
  for (const { limit } of uses) if (!limits.includes(limit)) limits.push(limit);
  return limits;
};

const NONE: readonly string[] = [];

/** What can still happen to a visit that stands where it stands. */
export const NEXT: Readonly<Record<VisitState, readonly LedgerEvent['type'][]>> = {
  planned: ['admitted', 'joined', 'cancelled', 'expired', 'started'],
  reserved: ['admitted', 'cancelled', 'expired'],
  admitted: ['joined', 'started', 'cancelled'],
  started: ['done'],
  done: [],
  cancelled: [],
  expired: [],
};

/** Whether others may still join it. */
export function isOpen(state: VisitState): boolean {
  return NEXT[state].includes('joined');
}

/** The days on which both can be done. */
export function bothOf(a: DayRange, b: DayRange): DayRange {
  return { from: a.from < b.from ? b.from : a.from, to: a.to < b.to ? a.to : b.to };
}

function opened(event: BookedEvent): LedgerVisit {
  const { type, visit: id, entity, kind, method, day, window, days, counts } = event;
  const { site, evidence, until, plan, override, beyond = NONE, overridden = NONE } = event;
  const visit: Writable<LedgerVisit> = {
    id,
    entity,
    kind,
    method,
    state: type === 'planned' || type === 'reserved' ? type : 'admitted',
    day,
    window,
    days,
    counts,
    limits: limitsOf(event),
    beyond: overridden.length === 0 ? beyond : [...beyond, ...overridden],
    shares: [shareOf(event)],
  };
  if (site !== undefined) visit.site = site;
  if (evidence !== undefined) visit.evidence = evidence;
  if (until !== undefined) visit.until = until;
  if (plan !== undefined) visit.plan = plan;
  if (override !== undefined) visit.override = override;
  return visit;
}

function shareOf(event: BookedEvent): OwnedShare {
  const { request, lead, partners, items, demands, basis, cause, form } = event;
  const share: Writable<OwnedShare> = { request, lead, partners, items, demands, basis };
  if (cause !== undefined) share.cause = cause;
  if (form !== undefined) share.form = form;
  return share;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
