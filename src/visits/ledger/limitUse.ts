import { addPeriod, type Day, type Period } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import { type Cap, type CapLimit, type CapScope, goesBefore, type VisitFilter } from '../cap.js';
import { triggerOf } from '../checkCap.js';
import { authoritiesOf, causesOf, formsOf, gathered, type LedgerVisit } from './ledgerVisit.js';

/** How far one count of a limit is used in its fullest window that a visit lies in, or begins. */
export interface LimitFound {
  readonly limit: string;
  /** Whose count it is, where the limit keeps several. */
  readonly key: readonly string[];
  readonly used: number;
  readonly most: number;
  /** Where it is passed: the other visits of the window, and the one it begins with. */
  readonly visits: readonly string[];
  /** Where it is passed: the day before which the visit would pass it on every day, if one is known. */
  readonly until?: Day;
}

/** The limit of a cap by its full name. */
export function limitName(cap: Pick<Cap, 'id'>, limit: Pick<CapLimit, 'id'>): string {
  return `${cap.id}/${limit.id}`;
}

/**
 * How far a limit is used by an entity's visits, one of them being asked for: an entry for each count
 * it is in, none where it is in none.
 *
 * @param others - the entity's other visits that hold their place
 * @param events - the firm's record, for windows that begin with an event
 */
export function limitUse(
  cap: Cap,
  limit: CapLimit,
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  events: readonly Event[],
): readonly LimitFound[] {
  const isCounted = countsIn(cap, limit, visit);
  const trigger = triggerOf(limit);
  const begins =
    trigger !== undefined && 'visits' in trigger && answers(visit, trigger.visits)
      ? trigger.visits
      : undefined;
  if (!isCounted && begins === undefined) return NOT_COUNTED;
  const most = mostOf(limit);
  if (trigger === undefined && limit.per === undefined && rollingOf(limit) === undefined) {
    return [usedInYear(cap, limit, visit, others, most)];
  }
  const uses: LimitFound[] = [];
  for (const key of isCounted ? keysOf(cap, limit, visit, limit.counts) : []) {
    const members = others.filter((other) => isMember(cap, limit, other, key));
    let fullest = UNUSED;
    let until: Day | undefined;
    for (const window of windowsOver({ cap, limit, visit, members, others, key, events })) {
      const count = countedIn(window, members, limit, visit);
      if (count.used > fullest.used) fullest = count;
      if (count.used <= most) continue;
      const last = passedUntil(count, visit, limit);
      if (last !== undefined && (until === undefined || until < last)) until = last;
    }
    const found = foundIn(fullest, visit, limitName(cap, limit), key, most);
    uses.push(until === undefined ? found : { until, ...found });
  }
  if (begins === undefined) return uses;
  for (const key of keysOf(cap, limit, visit, begins)) {
    const members = others.filter((other) => isMember(cap, limit, other, key));
    const full = countedIn(begunBy(cap, limit, visit), members, limit);
    // A window that it begins and that holds too much already would be passed by its beginning.
    if (full.used > most) uses.push(foundIn(full, visit, limitName(cap, limit), key, most));
  }
  return uses;
}

const NOT_COUNTED: readonly LimitFound[] = [];

/** How far a limit is used that keeps one count in a calendar year: there is one window, and nothing to tell apart. */
function usedInYear(
  cap: Cap,
  limit: CapLimit,
  visit: LedgerVisit,
  others: readonly LedgerVisit[],
  most: number,
): LimitFound {
  const countsDays = 'days' in limit.unit;
  let visits: string[] | undefined;
  let used = countsDays ? visit.days : 1;
  for (const other of others) {
    if (!isSameYear(other.day, visit.day) || !countsIn(cap, limit, other)) continue;
    used += countsDays ? other.days : 1;
    if (visits === undefined) visits = [other.id];
    else if (!visits.includes(other.id)) visits.push(other.id);
  }
  const name = limitName(cap, limit);
  if (used <= most || visits === undefined)
    return { limit: name, key: NO_KEY, used, most, visits: NOBODY };
  return { until: yearOf(visit.day).to, limit: name, key: NO_KEY, used, most, visits };
}

const NO_KEY: readonly string[] = [];

/** Whether two days begin with the same four digits. */
function isSameYear(a: Day, b: Day): boolean {
  for (let i = 0; i < 4; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  return true;
}

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

const mostOf = ({ unit }: CapLimit): number =>
  'visits' in unit ? unit.visits : 'days' in unit ? unit.days : 'gap' in unit ? 1 : 0;

/** Days from `from`, before `to`; of the visits in it, those that the begin of the window concerns. */
interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly begin?: LedgerVisit;
  readonly concerns?: (visit: LedgerVisit) => boolean;
}

/** All windows of a limit that hold the visit. */
function windowsOver(question: {
  readonly cap: Cap;
  readonly limit: CapLimit;
  readonly visit: LedgerVisit;
  readonly members: readonly LedgerVisit[];
  readonly others: readonly LedgerVisit[];
  readonly key: readonly string[];
  readonly events: readonly Event[];
}): Span[] {
  const { cap, limit, visit, members, others, key, events } = question;
  const holds = ({ from, to }: Span): boolean => from <= visit.day && visit.day < to;
  const rolling = rollingOf(limit);
  if (rolling !== undefined) {
    const firstDays = new Set([...members, visit].map(({ day }) => day));
    return [...firstDays]
      .filter((from) => from <= visit.day)
      .map((from) => ({ from, to: addPeriod(from, rolling) }))
      .filter(holds);
  }
  const trigger = triggerOf(limit);
  if (trigger === undefined) return [yearOf(visit.day)];
  if ('events' in trigger) {
    const starts = events.filter(({ kind }) => trigger.events.includes(kind));
    return starts.map(({ on }) => ({ from: on, to: endOf(on, lengthOf(limit)) })).filter(holds);
  }
  return others
    .filter(
      (other) => answers(other, trigger.visits) && inKey(cap, limit, other, trigger.visits, key),
    )
    .map((other) => begunBy(cap, limit, other))
    .filter((span) => holds(span) && (span.concerns?.(visit) ?? true));
}

/** The window that a visit begins. */
function begunBy(cap: Cap, limit: CapLimit, begin: LedgerVisit): Span {
  const trigger = triggerOf(limit);
  const isUpper = trigger !== undefined && 'visits' in trigger && trigger.by === 'upper';
  const span = { from: begin.day, to: endOf(begin.day, lengthOf(limit)), begin };
  return isUpper ? { concerns: (visit) => standsAbove(cap, begin, visit), ...span } : span;
}

/** The length of a window that any visit begins. */
function rollingOf({ unit, window }: CapLimit): Period | undefined {
  if ('gap' in unit) return unit.gap;
  return typeof window === 'object' && 'rolling' in window ? window.rolling : undefined;
}

/**
 * The day before which a visit on any later day would pass the limit by the same visits; undefined where
 * it passes it by itself. A rolling window holds it wherever it stands before the window of the first
 * of the others ends; any other window stays where it is.
 */
function passedUntil(
  { inside, to }: Counted,
  visit: LedgerVisit,
  limit: CapLimit,
): Day | undefined {
  const rolling = rollingOf(limit);
  if (rolling === undefined && triggerOf(limit) !== undefined) return to;
  const days = inside.filter((one) => one !== visit).map(({ day }) => day);
  const [first] = days.sort();
  if (first === undefined) return undefined;
  return rolling === undefined ? to : addPeriod(first, rolling);
}

function lengthOf({ unit, window }: CapLimit): Period | 'calendar-year' {
  if ('exempt' in unit) return unit.exempt;
  return typeof window === 'object' && 'since' in window ? window.for : 'calendar-year';
}

const endOf = (day: Day, length: Period | 'calendar-year'): Day =>
  length === 'calendar-year' ? yearOf(day).to : addPeriod(day, length);

function yearOf(day: Day): Span {
  const year = Number(day.slice(0, 4));
  return {
    from: `${day.slice(0, 4)}-01-01`,
    to: year === 9999 ? '9999-12-32' : `${String(year + 1).padStart(4, '0')}-01-01`,
  };
}

interface Counted {
  readonly to: Day;
  readonly used: number;
  readonly inside: readonly LedgerVisit[];
  readonly begin?: LedgerVisit;
}

/** The visits inside a window and how much of the limit they use; the one asked for is the last of them. */
function countedIn(
  { from, to, begin, concerns }: Span,
  members: readonly LedgerVisit[],
  { unit }: CapLimit,
  visit?: LedgerVisit,
): Counted {
  const isInside = (one: LedgerVisit): boolean =>
    one !== begin && from <= one.day && one.day < to && (concerns?.(one) ?? true);
  const inside = members.filter(isInside);
  if (visit !== undefined && isInside(visit)) inside.push(visit);
  let used = inside.length;
  if ('days' in unit) {
    used = 0;
    for (const { days } of inside) used += days;
  }
  return begin === undefined ? { to, used, inside } : { to, used, inside, begin };
}

const UNUSED: Counted = { to: '', used: 0, inside: [] };

function foundIn(
  { used, inside, begin }: Counted,
  visit: LedgerVisit,
  limit: string,
  key: readonly string[],
  most: number,
): LimitFound {
  if (used <= most) return { limit, key, used, most, visits: NOBODY };
  const all = begin === undefined ? inside : [begin, ...inside];
  const visits = all.filter((one) => one !== visit).map(({ id }) => id);
  return { limit, key, used, most, visits: [...new Set(visits)] };
}

const NOBODY: readonly string[] = [];

const isMember = (cap: Cap, limit: CapLimit, visit: LedgerVisit, key: readonly string[]): boolean =>
  countsIn(cap, limit, visit) && inKey(cap, limit, visit, limit.counts, key);

/** Stands for what a visit does not say: it is in every count. */
const ANY = '*';

function inKey(
  cap: Cap,
  limit: CapLimit,
  visit: LedgerVisit,
  filter: VisitFilter,
  key: readonly string[],
): boolean {
  if (key.length === 0) return true;
  return keysOf(cap, limit, visit, filter).some((other) =>
    other.every((part, i) => part === key[i] || part === ANY || key[i] === ANY),
  );
}

/** The counts of a limit that a visit is in: one for each combination of what the limit counts apart. */
function keysOf(
  cap: Cap,
  { per }: CapLimit,
  visit: LedgerVisit,
  filter: VisitFilter,
): readonly (readonly string[])[] {
  if (per === undefined) return ONE_COUNT;
  return per.reduce<string[][]>(
    (keys, scope) =>
      keys.flatMap((key) => partsOf(cap, scope, visit, filter).map((part) => [...key, part])),
    [[]],
  );
}

const ONE_COUNT: readonly (readonly string[])[] = [NO_KEY];

function partsOf(cap: Cap, scope: CapScope, visit: LedgerVisit, filter: VisitFilter): string[] {
  switch (scope) {
    case 'site':
      return [visit.site ?? ''];
    case 'kind':
      return [visit.kind];
    case 'form':
      return stated(kept(formsOf(visit), filter.forms));
    case 'item':
      return stated(kept(gathered(visit, 'items'), filter.items));
    case 'authority':
      return kept(authoritiesOf(visit), filter.authorities);
    case 'line':
      return (cap.lines ?? [])
        .filter(({ authorities }) =>
          kept(authoritiesOf(visit), filter.authorities).some((one) => authorities.includes(one)),
        )
        .map(({ id }) => id);
  }
}

const kept = (given: readonly string[], asked: readonly string[] | undefined): string[] =>
  given.filter((one) => asked?.includes(one) ?? true);

const stated = (parts: readonly string[]): string[] => (parts.length > 0 ? [...parts] : [ANY]);

/** Whether an authority of the first visit stands above one of the second's in a line. */
function standsAbove({ lines = [] }: Cap, upper: LedgerVisit, lower: LedgerVisit): boolean {
  return lines.some(({ authorities }) => {
    const ranks = (visit: LedgerVisit): number[] =>
      authoritiesOf(visit)
        .map((one) => authorities.indexOf(one))
        .filter((rank) => rank >= 0);
    return Math.min(...ranks(upper)) < Math.max(...ranks(lower));
  });
}
