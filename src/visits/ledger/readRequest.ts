import { type Day, type DayRange, isDay } from '../../core/day.js';
import { identifierFault } from '../../core/identifier.js';
import { type Demand, type Item, METHODS } from '../../register/nouns.js';
import { because } from './because.js';
import type { LedgerVisit, OwnedShare } from './ledgerVisit.js';
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
  readonly share: OwnedShare;
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
  const basis = request.basis ?? (request.beyondCap === true ? (request.because ?? NONE) : NONE);
  const cause = request.cause ?? (kind === 'for-cause' ? 'for-cause' : undefined);
  const share: Writable<OwnedShare> = {
    request: id,
    lead,
    partners: request.partners?.filter((one) => one !== lead) ?? NONE,
    items: request.items ?? NONE,
    demands: request.demands ?? NONE,
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
    limits: NONE,
    beyond: NONE,
    shares: [share],
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

function faultsOf(
  request: VisitRequest,
  register: LedgerRegister,
  today: Day | undefined,
): readonly Because[] {
  const { kind, evidence, override, basis, window, until, lead } = request;
  const faults: Because[] = [];
  nameFault(faults, 'id', request.id);
  nameFault(faults, 'entity', request.entity);
  if (request.site !== undefined) nameFault(faults, 'site', request.site);
  // A word that no limit counts by would pass every limit that counts by others.
  wordFault(faults, request, 'kind', kind);
  if (request.method !== undefined) wordFault(faults, request, 'method', request.method);
  if (request.cause !== undefined) wordFault(faults, request, 'cause', request.cause);
  if (!lead) add(faults, request, 'authority-missing', 'lead', '', 'the id of an authority');
  if (basis !== undefined && (basis.length === 0 || basis.some((one) => one.trim() === ''))) {
    add(faults, request, 'basis-missing', 'basis', 'basis', '');
  }
  for (const one of registerFaults(request, register)) faults.push(one);

  const known = faults.length;
  dayFault(faults, request, request.day);
  if (window !== undefined) {
    dayFault(faults, request, window.from);
    dayFault(faults, request, window.to);
  }
  dayFault(faults, request, until);
  dayFault(faults, request, request.at);
  dayFault(faults, request, override?.on);
  if (faults.length > known) return faults;
  if (window !== undefined && window.to < window.from) {
    add(faults, request, 'window-inverted', 'window', span(window), 'from <= to');
  }
  const day = request.day ?? window?.from ?? today;
  if (day === undefined) add(faults, request, 'day-missing', 'day', '', 'day | window | at');
  else if (
    window !== undefined &&
    faults.length === known &&
    (day < window.from || window.to < day)
  ) {
    add(faults, request, 'outside-window', 'day', day, span(window));
  }
  if (until !== undefined && today !== undefined && until < today) {
    add(faults, request, 'bad-reservation', 'until', until, `>= ${today}`);
  }
  if (today !== undefined && day !== undefined && day < today) {
    add(faults, request, 'day-past', 'day', day, `>= ${today}`);
  }
  const count = request.days === undefined ? 1 : request.days;
  if (!Number.isSafeInteger(count) || count < 1 || count > 366) {
    add(faults, request, 'bad-days', 'days', count, '1..366');
  }
  if (
    evidence === undefined
      ? kind === 'for-cause'
      : !evidence.reference?.trim() || !evidence.cause?.trim()
  ) {
    const expected = '{ cause, reference }';
    add(faults, request, 'evidence-missing', 'evidence', evidence?.cause ?? '', expected);
  }
  if (override !== undefined) {
    const lacking = (['actor', 'reason', 'on'] as const).filter(
      (field) => !override[field]?.trim(),
    );
    if (lacking.length > 0) {
      const expected = '{ actor, reason, on }';
      add(faults, request, 'override-incomplete', 'override', lacking.join(', '), expected);
    }
  }
  return faults;
}

function add(
  faults: Because[],
  { id }: VisitRequest,
  code: Because['code'],
  field: string,
  given: unknown,
  expected: string | readonly string[],
): void {
  faults.push(because(code, field, { id: shown(id), given: shown(given), expected }));
}

function nameFault(faults: Because[], field: string, given: unknown): void {
  const fault = identifierFault(given);
  if (fault === undefined) return;
  faults.push(because('bad-id', field, { given: shown(given), what: field, fault }));
}

function wordFault(
  faults: Because[],
  request: VisitRequest,
  field: keyof typeof WORDS,
  given: string,
): void {
  const words: readonly string[] = WORDS[field];
  if (!words.includes(given)) add(faults, request, 'not-one-of', field, given, words);
}

function dayFault(faults: Because[], request: VisitRequest, day: Day | undefined): void {
  if (day !== undefined && !isDay(day)) {
    add(faults, request, 'no-such-day', 'day', day, 'YYYY-MM-DD');
  }
}

const span = ({ from, to }: DayRange): string => `${from}..${to}`;

const WORDS = {
  kind: ['census', 'spot-check', 'for-cause'],
  method: METHODS,
  cause: ['draw', 'floor', 'list', 'for-cause'],
} as const;

const NO_FAULTS: readonly Because[] = [];
const NONE: readonly string[] = [];

/** A firm that is not known, an authority that is not, an item that is of somebody else. */
function registerFaults(
  request: VisitRequest,
  { entities, authorities, items: known }: LedgerRegister,
): readonly Because[] {
  if (entities === undefined && authorities === undefined && known === undefined) return NO_FAULTS;
  const { entity, lead, partners = [], items = [] } = request;
  const id = shown(request.id);
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
