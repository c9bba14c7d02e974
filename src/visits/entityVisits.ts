import { compareBytes, sortedBy } from '../core/order.js';
import { VISIT_KINDS } from '../register/nouns.js';
import { type Deferred, deferred } from './deferred.js';
import { disjointWindows } from './disjointWindows.js';
import { canDo, type Due, type Stop } from './due.js';
import type { FixedStop } from './fixedStops.js';
import { groupedBy } from './groupedBy.js';
import { joinRepeats } from './joinRepeats.js';
import type { OpenDays } from './openDays.js';
import { plannedStops } from './plannedVisits.js';
import { type UnnumberedVisit, visitOf } from './visit.js';
import { beyondOf, type VisitProblem } from './visitProblem.js';
import type { YearCap } from './yearCap.js';
import { yearRooms } from './yearRoom.js';

/** An entity's visits, what they leave undone, and how many they would be unmerged. */
export interface EntityVisits {
  readonly visits: readonly UnnumberedVisit[];
  readonly joined: readonly JoinedVisit[];
  readonly deferred: readonly Deferred[];
  readonly before: number;
}

/** A visit that is there already, and the demands that are done on it too. */
export interface JoinedVisit {
  readonly visit: string;
  readonly demands: readonly string[];
}

/** What an entity's visits hang on besides its demands. */
export interface EntityRules {
  /** Left out for an entity that the cap does not protect. */
  readonly cap?: YearCap;
  /** The first day that keeps the cap's gap after a day. */
  readonly after?: (day: number) => number;
  readonly fixed: readonly FixedStop[];
  /** Left out where a visit can be on any day. */
  readonly opensAt?: (site: string | undefined) => OpenDays;
  readonly lead: (stop: Stop) => string | undefined;
}

/**
 * The joint visits of one entity in some years.
 *
 * @param dues - what can be done there in those years, by identifier
 * @param years - the first and the last of them: no demand reaches beyond
 */
export function entityVisits(
  dues: readonly Due[],
  years: readonly [number, number],
  rules: EntityRules,
): EntityVisits {
  const problem = problemOf(dues, years, rules);
  const free = freeStops(problem);
  if (free !== undefined) {
    if (free.length > 1) joinRepeats(free, spare(free, problem));
    const visits = free.map((stop) =>
      visitOf(stop, rules.lead(stop), freedomOf(stop, free, problem)),
    );
    return { visits, joined: [], deferred: [], before: errands(dues) };
  }
  const stops = plannedStops(problem, rules.cap);
  const own = stops.filter(({ joins }) => joins === undefined);
  joinRepeats(own, spare(own, problem));
  const beyond = beyondCap(own, problem);
  const done = stops.flatMap((stop) => stop.dues);
  const isDone = new Set(done);
  return {
    visits: own.map((stop) => {
      const visit = visitOf(stop, rules.lead(stop), freedomOf(stop, own, problem));
      return beyond.has(stop) ? { ...visit, ...excuse(stop) } : visit;
    }),
    joined: stops.flatMap(({ joins, dues: there }) =>
      joins === undefined
        ? []
        : [{ visit: joins, demands: there.map(({ demand }) => demand.id).sort(compareBytes) }],
    ),
    deferred: dues
      .filter((due) => !isDone.has(due))
      .map((due) => deferred(due, done, dues, problem)),
    before: errands(dues),
  };
}

/** How many visits it would be if each authority went on its own. */
export function errands(dues: readonly Due[]): number {
  let count = 0;
  for (let i = 0; i < dues.length; i++) {
    let isNew = true;
    for (let j = 0; j < i && isNew; j++) isNew = !sameErrand(dues[i] as Due, dues[j] as Due);
    if (isNew) count++;
  }
  return count;
}

/** Whether one authority on its own would do both in one visit. Pairs are faster here than a set of keys. */
function sameErrand(a: Due, b: Due): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.demand.kind === b.demand.kind &&
    a.demand.authority === b.demand.authority &&
    a.demand.site === b.demand.site
  );
}

/** What is due at one entity, ready to be planned. */
export function problemOf(
  dues: readonly Due[],
  [first, last]: readonly [number, number],
  { cap, after, fixed, opensAt }: EntityRules,
): VisitProblem {
  const sites = bySite(dues);
  return {
    sites,
    fixed,
    years: yearRooms(first, last, fixed, cap),
    isCapped: cap !== undefined,
    ...(after === undefined ? {} : { after }),
    opens: sites.map((own) => {
      const open = opensAt?.(own[0]?.demand.site);
      if (open === undefined) return anyDay;
      return (day) => open.from(day, day + 3660) ?? Number.POSITIVE_INFINITY;
    }),
  };
}

const anyDay = (day: number): number => day;

function bySite(dues: readonly Due[]): readonly (readonly Due[])[] {
  const site = dues[0]?.demand.site;
  if (dues.every((due) => due.demand.site === site)) return [dues];
  const sites = groupedBy(dues, (due) => due.demand.site ?? '');
  return sortedBy(sites, ([name]) => name).map(([, group]) => group);
}

/**
 * The fewest visits that do everything, where nothing stands in their way: no visit to join, and
 * neither a number nor a gap of the cap is passed. Then no plan is better.
 */
function freeStops(problem: VisitProblem): Stop[] | undefined {
  if (problem.fixed.some(({ visit }) => visit.isOpen)) return undefined;
  const [only] = problem.sites;
  const stops =
    only !== undefined && problem.sites.length === 1
      ? fewestStops(only)
      : problem.sites.flatMap(fewestStops);
  if (!problem.isCapped) return stops;
  const counts = new Array<number>(2 * problem.years.length).fill(0);
  for (const { day, kind } of stops) {
    const y = problem.years.findIndex(({ first, last }) => first <= day && day <= last);
    const at = 2 * y + (kind === 'census' ? 0 : 1);
    counts[at] = (counts[at] as number) + 1;
  }
  const breaches = problem.after === undefined ? 0 : tooNear(stops, problem).length;
  return beyondOf({ counts, breaches }, problem.years) === 0 ? stops : undefined;
}

function fewestStops(dues: readonly Due[]): Stop[] {
  const days = disjointWindows(dues).map((due) => due.from);
  const site = dues[0]?.demand.site;
  const stops = days.map((day): Stop => ({ site, kind: 'census', day, dues: [] }));
  for (const due of dues) stops.find((stop) => canDo(stop, due))?.dues.push(due);
  for (const stop of stops) {
    if (stop.dues.every((due) => due.demand.kind === 'spot-check')) stop.kind = 'spot-check';
  }
  return stops;
}

/** How many spot-check visits are still free in every year. */
function spare(stops: readonly Stop[], { isCapped, years, sites }: VisitProblem): number {
  if (!isCapped) return sites.flat().length;
  const free = years.map(
    ({ first, last, most }) =>
      most['spot-check'] -
      stops.filter(({ kind, day }) => kind === 'spot-check' && first <= day && day <= last).length,
  );
  return Math.min(...free);
}

/**
 * The visits beyond the cap: in each year of those that do a legal duty the latest, as many of each
 * kind as there are too many, and those too near to another.
 */
function beyondCap(stops: readonly Stop[], problem: VisitProblem): Set<Stop> {
  const found = new Set<Stop>();
  if (!problem.isCapped) return found;
  const mark = (counted: readonly Stop[], allowed: number): void => {
    const open = counted.filter((stop) => !found.has(stop));
    const dutiful = open.filter(hasDuty);
    dutiful.sort((a, b) => b.day - a.day || compareBytes(a.site ?? '', b.site ?? ''));
    for (const stop of dutiful.slice(0, Math.max(0, open.length - allowed))) found.add(stop);
  };
  for (const { first, last, most } of problem.years) {
    const own = stops.filter(({ day }) => first <= day && day <= last);
    for (const kind of VISIT_KINDS) {
      mark(
        own.filter((stop) => stop.kind === kind),
        most[kind],
      );
    }
    mark(own, most.total ?? Number.POSITIVE_INFINITY);
  }
  for (const pair of tooNear(stops, problem)) {
    if (pair.some((stop) => found.has(stop))) continue;
    const dutiful = pair.filter(hasDuty).at(-1);
    if (dutiful !== undefined) found.add(dutiful);
  }
  return found;
}

const hasDuty = (stop: Stop): boolean => stop.dues.some((due) => due.demand.duty);

/** The new visits of each two in a row that are nearer than the gap. */
function tooNear(stops: readonly Stop[], { after, fixed }: VisitProblem): Stop[][] {
  if (after === undefined) return [];
  const all = [
    ...stops.map((stop) => ({ day: stop.day, stop })),
    ...fixed.map(({ day }) => ({ day, stop: undefined })),
  ].sort((a, b) => a.day - b.day || Number(a.stop !== undefined) - Number(b.stop !== undefined));
  return all.slice(1).flatMap((later, i) => {
    const earlier = all[i] as (typeof all)[number];
    const pair = [earlier.stop, later.stop].filter((stop) => stop !== undefined);
    return pair.length > 0 && later.day < after(earlier.day) ? [pair] : [];
  });
}

/**
 * The days a visit can move to with all else where it is: inside its year, and so that it keeps the gap
 * to the next visit.
 */
function freedomOf(
  stop: Stop,
  stops: readonly Stop[],
  { years, after, fixed, opens, sites }: VisitProblem,
): { from: number; to: number } {
  const y = years.findIndex(({ first, last }) => first <= stop.day && stop.day <= last);
  const { first = stop.day, last = stop.day } = years[y] ?? {};
  const open = opens[sites.findIndex((dues) => dues[0]?.demand.site === stop.site)];
  if (after === undefined) return { from: y > 0 ? (open?.(first) ?? first) : first, to: last };
  const later = [...stops.map(({ day }) => day), ...fixed.map(({ day }) => day)].filter(
    (day) => day > stop.day,
  );
  const next = Math.min(...later);
  let to = stop.day;
  for (let day = stop.day; day <= last && after(day) <= next; day++) {
    if (open === undefined || open(day) === day) to = day;
  }
  return { from: stop.day, to };
}

function excuse(stop: Stop) {
  const duties = stop.dues.filter((due) => due.demand.duty).map((due) => due.demand.id);
  return {
    beyondCap: true,
    reason: 'duty-over-cap',
    because: duties.sort(compareBytes),
  } as const;
}
