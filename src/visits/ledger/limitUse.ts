import { addPeriod, type Day } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import type { Cap, CapLimit } from '../cap.js';
import { triggerOf } from '../checkCap.js';
import { answers, countsIn } from './countsIn.js';
import type { LedgerVisit } from './ledgerVisit.js';
import { inKey, keysOf, NO_KEY } from './limitKeys.js';
import { begunBy, rollingOf, type Span, windowsOver, yearOf } from './limitWindows.js';

/** How far one count of a limit is used in its fullest window that a visit lies in, or begins. */
export interface LimitFound {
  readonly cap: Cap;
  /** The limit by its full name. */
  readonly limit: string;
  /** Whether each item has a count of its own. */
  readonly byItem: boolean;
  /** Whose count it is, where the limit keeps several. */
  readonly key: readonly string[];
  readonly used: number;
  readonly most: number;
  /** Where it is passed: the other visits of the window, and the one it begins with. */
  readonly visits: readonly string[];
  /** Where it is passed: the day before which the visit would pass it on every day, if one is known. */
  readonly until: Day | undefined;
}

/** The limit of a cap by its full name. Documents don't change, and whatever is decided keeps its limits' names. */
export function limitName(cap: Pick<Cap, 'id'>, limit: Pick<CapLimit, 'id'>): string {
  let own = names.get(cap);
  if (own === undefined) {
    own = new Map();
    names.set(cap, own);
  }
  let name = own.get(limit.id);
  if (name === undefined) {
    name = `${cap.id}/${limit.id}`;
    own.set(limit.id, name);
  }
  return name;
}

const names = new WeakMap<object, Map<string, string>>();

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
    uses.push(foundIn(fullest, { cap, limit, visit, key, most }, until));
  }
  if (begins === undefined) return uses;
  for (const key of keysOf(cap, limit, visit, begins)) {
    const members = others.filter((other) => isMember(cap, limit, other, key));
    const full = countedIn(begunBy(cap, limit, visit), members, limit);
    // A window that it begins and that holds too much already would be passed by its beginning.
    if (full.used > most) uses.push(foundIn(full, { cap, limit, visit, key, most }));
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
  if (used <= most) visits = undefined;
  return {
    cap,
    limit: limitName(cap, limit),
    byItem: false,
    key: NO_KEY,
    used,
    most,
    visits: visits ?? NOBODY,
    until: visits === undefined ? undefined : yearOf(visit.day).to,
  };
}

/** Whether two days begin with the same four digits. */
function isSameYear(a: Day, b: Day): boolean {
  for (let i = 0; i < 4; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  return true;
}

const mostOf = ({ unit }: CapLimit): number =>
  'visits' in unit ? unit.visits : 'days' in unit ? unit.days : 'gap' in unit ? 1 : 0;

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
  count: Pick<LimitFound, 'cap' | 'key' | 'most'> & {
    readonly limit: CapLimit;
    readonly visit: LedgerVisit;
  },
  until?: Day,
): LimitFound {
  const { cap, limit, visit, key, most } = count;
  const others = (begin === undefined ? inside : [begin, ...inside]).filter((one) => one !== visit);
  return {
    cap,
    limit: limitName(cap, limit),
    byItem: limit.per?.[0] === 'item',
    key,
    used,
    most,
    visits: used > most ? [...new Set(others.map(({ id }) => id))] : NOBODY,
    until,
  };
}

const NOBODY: readonly string[] = [];

const isMember = (cap: Cap, limit: CapLimit, visit: LedgerVisit, key: readonly string[]): boolean =>
  countsIn(cap, limit, visit) && inKey(cap, limit, visit, limit.counts, key);
