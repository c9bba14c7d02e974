import { type Day, type DayRange, isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import { type Demand, type Item, METHODS } from '../../register/nouns.js';
import { because } from './because.js';
import type { VisitShare } from './event.js';
import type { LedgerVisit } from './ledgerVisit.js';
import type { Because, VisitRequest } from './request.js';
import { DEMAND, REQUEST, shapeFaults, shown } from './shape.js';

/** What a register knows, as the ledger asks it: firms, authorities, and the items with their authority. */
export interface LedgerRegister {
  readonly entities?: { has(id: string): boolean };
  readonly authorities?: { has(id: string): boolean };
  readonly items?: { get(id: string): Pick<Item, 'authority' | 'basis'> | undefined };
}

/** A request whose fields hold together, as the visit it would be. */
export interface Asked {
  readonly request: VisitRequest;
  readonly share: VisitShare;
  /** The visit it would be on its own, on the day it asks for. */
  readonly visit: LedgerVisit;
  /** The day it is asked on, where that is told. */
  readonly today: Day | undefined;
}

/**
 * Reads a request, or a demand that asks for a visit of its own, with everything that is wrong with it.
 *
 * @param today - the day it is asked on, which is its day where it names none
 */
export function readRequest(
  given: VisitRequest | Demand,
  register: LedgerRegister,
  today: Day | undefined,
): Asked | readonly Because[] {
  const isDemand = typeof given === 'object' && given !== null && 'authority' in given;
  const misshapen = shapeFaults(given, isDemand ? DEMAND : REQUEST);
  if (misshapen.length > 0) return misshapen;
  const request = isDemand ? requestOf(given as Demand) : (given as VisitRequest);
  const faults = faultsOf(request, register, today);
  if (faults.length > 0) return faults;
  const { id, entity, site, kind, lead, evidence, until, plan, override } = request;
  const day = (request.day ?? request.window?.from ?? today) as Day;
  const basis = request.basis ?? (request.beyondCap === true ? (request.because ?? []) : []);
  const cause = request.cause ?? (kind === 'for-cause' ? 'for-cause' : undefined);
  const share: Writable<VisitShare> = {
    lead,
    partners: request.partners?.filter((one) => one !== lead) ?? [],
    items: request.items ?? [],
    demands: request.demands ?? [],
    basis,
  };
  if (cause !== undefined) share.cause = cause;
  if (request.form !== undefined) share.form = request.form;
  const visit: Writable<LedgerVisit> = {
    id,
    entity,
    kind,
    method: request.method ?? 'on-site',
    state: until !== undefined ? 'reserved' : plan !== undefined ? 'planned' : 'admitted',
    day,
    window: request.window ?? { from: day, to: day },
    days: request.days ?? 1,
    counts: true,
    limits: [],
    beyond: [],
    shares: [{ request: id, ...share }],
  };
  if (site !== undefined) visit.site = site;
  if (evidence !== undefined) visit.evidence = evidence;
  if (until !== undefined) visit.until = until;
  if (plan !== undefined) visit.plan = plan;
  if (override !== undefined) visit.override = override;
  return { request, share, visit, today };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Whether reading found something wrong. */
export function isRefusal(read: Asked | readonly Because[]): read is readonly Because[] {
  return Array.isArray(read);
}

/** A demand asks for a visit that does it alone. */
function requestOf(demand: Demand): VisitRequest {
  const { id, entity, site, authority, item, kind, cause, window, duty, evidence } = demand;
  return {
    id,
    entity,
    ...(site === undefined ? {} : { site }),
    kind: cause === 'for-cause' ? 'for-cause' : kind,
    window,
    lead: authority,
    items: item === undefined ? [] : [item],
    demands: [id],
    cause,
    ...(duty ? { basis: [] } : {}),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function faultsOf(request: VisitRequest, register: LedgerRegister, today?: Day): Because[] {
  const { kind, evidence, override, basis, window, until } = request;
  const id = shown(request.id);
  const faults: Because[] = [];
  const fault = (code: Because['code'], field: string, given: unknown, expected: string): void => {
    faults.push(because(code, field, { id, given: shown(given), expected }));
  };
  for (const field of ['id', 'entity', 'site'] as const) {
    const given = request[field];
    if (field === 'site' && given === undefined) continue;
    const wrong = identifierFault(given);
    if (wrong === undefined) continue;
    const params = { given: shown(given), what: field, fault: wrong };
    faults.push(because('bad-id', field, params));
  }
  // A word that no limit counts by would pass every limit that counts by others.
  for (const [field, words] of WORDS) {
    const given = request[field];
    if (given === undefined && field !== 'kind') continue;
    if (!words.includes(given as string)) {
      faults.push(because('not-one-of', field, { id, given: shown(given), expected: words }));
    }
  }
  if (!request.lead) fault('authority-missing', 'lead', '', 'the id of an authority');
  if (basis !== undefined && (basis.length === 0 || basis.some((one) => one.trim() === ''))) {
    fault('basis-missing', 'basis', 'basis', '');
  }
  for (const one of registerFaults(request, register, id)) faults.push(one);

  const days = [request.day, window?.from, window?.to, until, request.at, override?.on];
  const known = faults.length;
  for (const day of days) {
    if (day !== undefined && !isDay(day)) fault('no-such-day', 'day', day, 'YYYY-MM-DD');
  }
  if (faults.length > known) return faults;
  if (window !== undefined && window.to < window.from) {
    fault('window-inverted', 'window', span(window), 'from <= to');
  }
  const day = request.day ?? window?.from ?? today;
  if (day === undefined) fault('day-missing', 'day', '', 'day | window | at');
  else if (
    window !== undefined &&
    faults.length === known &&
    (day < window.from || window.to < day)
  ) {
    fault('outside-window', 'day', day, span(window));
  }
  if (until !== undefined && today !== undefined && until < today) {
    fault('bad-reservation', 'until', until, `>= ${today}`);
  }
  if (today !== undefined && day !== undefined && day < today) {
    fault('day-past', 'day', day, `>= ${today}`);
  }
  const count = request.days === undefined ? 1 : request.days;
  if (!Number.isSafeInteger(count) || count < 1 || count > 366) {
    fault('bad-days', 'days', count, '1..366');
  }
  if (
    evidence === undefined
      ? kind === 'for-cause'
      : !evidence.reference?.trim() || !evidence.cause?.trim()
  ) {
    fault('evidence-missing', 'evidence', evidence?.cause ?? '', '{ cause, reference }');
  }
  if (override !== undefined) {
    const lacking = (['actor', 'reason', 'on'] as const).filter(
      (field) => !override[field]?.trim(),
    );
    if (lacking.length > 0) {
      fault('override-incomplete', 'override', lacking.join(', '), '{ actor, reason, on }');
    }
  }
  return faults;

  function span({ from, to }: DayRange): string {
    return `${from}..${to}`;
  }
}

const WORDS: readonly (readonly ['kind' | 'method' | 'cause', readonly string[]])[] = [
  ['kind', ['census', 'spot-check', 'for-cause']],
  ['method', METHODS],
  ['cause', ['draw', 'floor', 'list', 'for-cause']],
];

const NO_FAULTS: readonly Because[] = [];

/** A firm that is not known, an authority that is not, an item that is of somebody else. */
function registerFaults(
  { entity, lead, partners = [], items = [] }: VisitRequest,
  { entities, authorities, items: known }: LedgerRegister,
  id: string,
): readonly Because[] {
  if (entities === undefined && authorities === undefined && known === undefined) return NO_FAULTS;
  const own = [lead, ...partners];
  return [
    ...(entities === undefined || entities.has(entity)
      ? []
      : [because('firm-unknown', 'entity', { id, given: entity })]),
    ...own
      .filter((one) => one && authorities?.has(one) === false)
      .map((given) => because('authority-unknown', 'lead', { id, given })),
    ...(known === undefined ? [] : items).flatMap((given) => {
      const item = known?.get(given);
      if (item === undefined) return [because('item-unknown', 'items', { id, given })];
      if (!own.includes(item.authority)) {
        const expected = item.authority;
        return [because('item-of-another', 'items', { id, given, expected }, { items: [given] })];
      }
      return item.basis.length > 0
        ? []
        : [because('basis-missing', 'items', { id, given, expected: '' })];
    }),
  ];
}
