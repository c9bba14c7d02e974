import { compareBytes } from '../core/order.js';
import type { Due, Stop } from './due.js';
import type { FixedStop } from './fixedStops.js';
import type { YearVisitCounts } from './yearCap.js';

/** What visits achieve, the first field first; `days` is the sum of their day numbers. */
export interface Score {
  readonly duties: number;
  readonly weight: number;
  readonly done: number;
  readonly visits: number;
  readonly days: number;
  readonly census: number;
}

/**
 * Whether one plan is better: more legal duties, then more weight, more demands, fewer visits,
 * earlier days (by their sum), and of equals the one with fewer census visits.
 */
export function isBetter(a: Score, b: Score): boolean {
  if (a.duties !== b.duties) return a.duties > b.duties;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.done !== b.done) return a.done > b.done;
  if (a.visits !== b.visits) return a.visits < b.visits;
  if (a.days !== b.days) return a.days < b.days;
  return a.census < b.census;
}

/** What is due at one entity in some years, and everything that limits the visits for it. */
export interface VisitProblem {
  /** A list for each site that has demands, each by identifier. */
  readonly sites: readonly (readonly Due[])[];
  /** Visits that are there already, by day: they keep their place, and planned ones can be joined. */
  readonly fixed: readonly FixedStop[];
  /** The years in which something can be done, and what the cap leaves in them. */
  readonly years: readonly YearRoom[];
  readonly isCapped: boolean;
  /** The first day that keeps the cap's gap after a day; left out where it asks for none. */
  readonly after?: (day: number) => number;
  /** Only plans that do this are looked at. */
  readonly must?: Due;
  /** By site the first day from a day on that a visit can be on. */
  readonly opens: readonly ((day: number) => number)[];
}

/** A calendar year by the numbers of its first and last day, and what visits it has room for. */
export interface YearRoom {
  readonly first: number;
  readonly last: number;
  readonly most: YearVisitCounts;
}

/** A plan, told by its last visit and the one before it. */
export interface VisitPlan extends Score {
  /** For each year the census visits and the spot checks, in turn. */
  readonly counts: readonly number[];
  /** Visits nearer to the one before than the cap's gap. */
  readonly breaches: number;
  /** Whether it does what must be done. */
  readonly doesMust: boolean;
  readonly stop: Stop | undefined;
  readonly before: readonly VisitPlan[];
}

interface State {
  readonly plan: VisitPlan;
  /** By site the day of the last visit, and of the last census visit. */
  readonly last: readonly number[];
  readonly lastCensus: readonly number[];
  /** The day of the last visit at any site, and whether it is a new one. */
  readonly day: number;
  readonly isNew: boolean;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** How many visits stand beyond the cap at the least: too many of a year, or too near to each other. */
export function beyondOf(
  { counts, breaches }: Pick<VisitPlan, 'counts' | 'breaches'>,
  years: readonly YearRoom[],
): number {
  let beyond = breaches;
  years.forEach(({ most }, y) => {
    const [census = 0, spotChecks = 0] = [counts[2 * y], counts[2 * y + 1]];
    const over = Math.max(0, census - most.census) + Math.max(0, spotChecks - most['spot-check']);
    const total = most.total ?? Number.POSITIVE_INFINITY;
    beyond += Math.max(over, census + spotChecks - total, 0);
  });
  return beyond;
}

/**
 * The best visits for what is due, with at most so many beyond the cap.
 *
 * A demand is done by the first visit that can do it, so a plan's future depends on each site's last
 * visit and last census visit alone. A visit is on the first day on which everything it does is open,
 * or the first that keeps the gap after the visit before, or the first of a year. Where no gap ties the
 * sites together each is planned alone, and their plans are put together under the common cap.
 *
 * @returns undefined where what must be done can't be
 */
export function bestVisits(problem: VisitProblem, beyond: number): VisitPlan | undefined {
  const { sites, after } = problem;
  const parts =
    after === undefined && sites.length > 1
      ? sites.map((dues, s) => ({
          ...problem,
          sites: [dues],
          opens: problem.opens.slice(s, s + 1),
        }))
      : [problem];
  let best: VisitPlan[] = [nothing(problem)];
  for (const part of parts) {
    const grown = new Map<string, VisitPlan>();
    for (const own of plansOf(part, beyond)) {
      for (const plan of best) {
        const joined = together(plan, own);
        if (problem.isCapped && beyondOf(joined, problem.years) > beyond) continue;
        keepBetter(grown, nameOf(joined, problem), joined);
      }
    }
    best = [...grown.values()];
  }
  const found = problem.must === undefined ? best : best.filter(({ doesMust }) => doesMust);
  return found.length === 0 ? undefined : found.reduce((a, b) => (isBetter(b, a) ? b : a));
}

/** What two plans must have in common to be one as good as the other for what follows. */
function nameOf({ counts, doesMust }: VisitPlan, { isCapped }: VisitProblem): string {
  return `${doesMust ? '!' : ''}${isCapped ? counts.join() : ''}`;
}

/** The new visits of a plan and what is joined to fixed ones, by day. */
export function stopsOf(plan: VisitPlan): Stop[] {
  const stops: Stop[] = [];
  const open: VisitPlan[] = [plan];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.stop !== undefined) stops.push(one.stop);
    open.push(...one.before);
  }
  return stops.sort((a, b) => a.day - b.day || compareBytes(a.site ?? '', b.site ?? ''));
}

const nothing = ({ years }: VisitProblem): VisitPlan => ({
  duties: 0,
  weight: 0,
  done: 0,
  visits: 0,
  days: 0,
  census: 0,
  counts: years.flatMap(() => [0, 0]),
  breaches: 0,
  doesMust: false,
  stop: undefined,
  before: [],
});

function together(a: VisitPlan, b: VisitPlan): VisitPlan {
  return {
    duties: a.duties + b.duties,
    weight: a.weight + b.weight,
    done: a.done + b.done,
    visits: a.visits + b.visits,
    days: a.days + b.days,
    census: a.census + b.census,
    counts: a.counts.map((count, i) => count + (b.counts[i] as number)),
    breaches: a.breaches + b.breaches,
    doesMust: a.doesMust || b.doesMust,
    stop: undefined,
    before: [a, b],
  };
}

/** The best plan for each number of visits that is allowed. */
function plansOf(problem: VisitProblem, beyond: number): VisitPlan[] {
  const { sites, years, isCapped, after } = problem;
  let states = new Map<string, State>();
  const start: State = {
    plan: nothing(problem),
    last: sites.map(() => NEVER),
    lastCensus: sites.map(() => NEVER),
    day: NEVER,
    isNew: false,
  };
  states.set('', start);
  const closing = sites.map((dues) => Math.max(...dues.map(({ to }) => to)));

  for (const point of pointsOf(problem)) {
    const next = new Map<string, State>();
    const keep = (state: State): void => {
      const near = after !== undefined && pushedPast(state.day, after, problem) > point.day;
      const key = [
        nameOf(state.plan, problem),
        isCapped ? state.plan.breaches : 0,
        ...closing.map((end, s) =>
          end < point.day ? '' : `${state.last[s]}/${state.lastCensus[s]}`,
        ),
        near ? `${state.day}/${state.isNew}` : '',
      ].join();
      const known = next.get(key);
      if (known === undefined || isBetter(state.plan, known.plan)) next.set(key, state);
    };
    for (const state of states.values()) {
      if (point.fixed !== undefined) {
        const passed = withFixed(state, point, problem);
        if (beyondOf(passed.plan, years) <= beyond || !isCapped) keep(passed);
        continue;
      }
      keep(state);
      for (const kind of ['spot-check', 'census'] as const) {
        const grown = withVisit(state, kind, point, problem);
        if (grown === undefined) continue;
        if (isCapped && beyondOf(grown.plan, years) > beyond) continue;
        keep(grown);
      }
    }
    states = next;
  }
  const best = new Map<string, VisitPlan>();
  for (const { plan } of states.values()) {
    keepBetter(best, nameOf(plan, problem), plan);
  }
  return [...best.values()];
}

/** The last day that a visit can be pushed to at any site by a visit on a day. */
function pushedPast(day: number, after: (day: number) => number, { opens }: VisitProblem): number {
  return day === NEVER ? NEVER : Math.max(...opens.map((open) => open(after(day))));
}

function keepBetter(plans: Map<string, VisitPlan>, key: string, plan: VisitPlan): void {
  const known = plans.get(key);
  if (known === undefined || isBetter(plan, known)) plans.set(key, plan);
}

/** A day on which something happens at a site; a fixed visit stands before a new one. */
interface Point {
  readonly day: number;
  readonly site: number;
  readonly fixed?: FixedStop;
}

function pointsOf(problem: VisitProblem): Point[] {
  const { sites, fixed, years, after } = problem;
  const starts = sites.map((dues) => new Set(dues.map(({ from }) => from)));
  if (years.length > 1) {
    starts.forEach((own, s) => {
      for (const { first } of years.slice(1)) own.add(openFrom(problem, s, first));
    });
  }
  if (after !== undefined) spread(problem, starts, after);
  const points: Point[] = fixed.map((one) => ({
    day: one.day,
    site: sites.findIndex((dues) => dues[0]?.demand.site === one.visit.site),
    fixed: one,
  }));
  starts.forEach((days, site) => {
    for (const day of days) points.push({ day, site });
  });
  return points.sort(
    (a, b) =>
      a.day - b.day ||
      Number(b.fixed !== undefined) - Number(a.fixed !== undefined) ||
      a.site - b.site,
  );
}

/** Adds the days that visits are pushed to by the gap, from any day a visit can be on. */
function spread(
  problem: VisitProblem,
  starts: readonly Set<number>[],
  after: (day: number) => number,
): void {
  const { sites, fixed } = problem;
  const end = Math.max(...sites.flatMap((dues) => dues.map(({ to }) => to)));
  const open = [...starts.flatMap((days) => [...days]), ...fixed.map(({ day }) => day)];
  const seen = new Set(open);
  for (let day = open.pop(); day !== undefined; day = open.pop()) {
    for (const [s, days] of starts.entries()) {
      const pushed = openFrom(problem, s, after(day));
      if (pushed > end) continue;
      days.add(pushed);
      if (seen.has(pushed)) continue;
      seen.add(pushed);
      open.push(pushed);
    }
  }
}

const openFrom = ({ opens }: VisitProblem, site: number, day: number): number =>
  (opens[site] as (day: number) => number)(day);

/** The state after a fixed visit: what it can do is done by it, and it costs nothing. */
function withFixed(state: State, point: Point, problem: VisitProblem): State {
  const { day, site } = point;
  const { visit } = point.fixed as FixedStop;
  const breaches = breachOf(state, day, false, problem);
  const isHere = site >= 0 && visit.isOpen;
  const kind = visit.kind === 'census' ? 'census' : 'spot-check';
  const dues = isHere ? newly(state, kind, point, problem) : [];
  const plan = {
    ...achieved(state.plan, dues, problem),
    breaches: state.plan.breaches + breaches,
    stop:
      dues.length === 0
        ? undefined
        : ({ site: dues[0]?.demand.site, kind, day, dues, joins: visit.id } satisfies Stop),
    before: [state.plan],
  };
  return {
    plan,
    last: isHere ? replaced(state.last, site, day) : state.last,
    lastCensus:
      isHere && kind === 'census' ? replaced(state.lastCensus, site, day) : state.lastCensus,
    day,
    isNew: false,
  };
}

function withVisit(
  state: State,
  kind: 'census' | 'spot-check',
  point: Point,
  problem: VisitProblem,
): State | undefined {
  const { day, site } = point;
  const dues = newly(state, kind, point, problem);
  if (!dues.some((due) => due.demand.kind === kind)) return undefined;
  if (!isAnchored(state, point, dues, problem)) return undefined;
  const { counts } = state.plan;
  const y = problem.years.findIndex(({ first, last }) => first <= day && day <= last);
  const at = 2 * y + (kind === 'census' ? 0 : 1);
  const achievedPlan = achieved(state.plan, dues, problem);
  return {
    plan: {
      ...achievedPlan,
      visits: achievedPlan.visits + 1,
      days: achievedPlan.days + day,
      census: achievedPlan.census + (kind === 'census' ? 1 : 0),
      counts: replaced(counts, at, (counts[at] as number) + 1),
      breaches: state.plan.breaches + breachOf(state, day, true, problem),
      stop: { site: dues[0]?.demand.site, kind, day, dues },
      before: [state.plan],
    },
    last: replaced(state.last, site, day),
    lastCensus: kind === 'census' ? replaced(state.lastCensus, site, day) : state.lastCensus,
    day,
    isNew: true,
  };
}

function achieved(plan: VisitPlan, dues: readonly Due[], { must }: VisitProblem): VisitPlan {
  let { duties, weight } = plan;
  for (const { demand } of dues) {
    weight += demand.weight;
    if (demand.duty) duties++;
  }
  const doesMust = plan.doesMust || (must !== undefined && dues.includes(must));
  return { ...plan, duties, weight, done: plan.done + dues.length, doesMust };
}

/** What a visit does that none before it could. */
function newly(
  state: State,
  kind: 'census' | 'spot-check',
  { day, site }: Point,
  { sites }: VisitProblem,
): Due[] {
  const [last, lastCensus] = [state.last[site] as number, state.lastCensus[site] as number];
  return (sites[site] as readonly Due[]).filter((due) => {
    if (due.from > day || day > due.to) return false;
    if (due.demand.kind === 'census') return kind === 'census' && due.from > lastCensus;
    return due.from > last;
  });
}

function isAnchored(
  state: State,
  { day, site }: Point,
  dues: readonly Due[],
  problem: VisitProblem,
): boolean {
  const { after, years } = problem;
  if (dues.some(({ from }) => from === day)) return true;
  if (after !== undefined && state.day !== NEVER) {
    if (openFrom(problem, site, after(state.day)) === day) return true;
  }
  return years.some(({ first }, y) => y > 0 && openFrom(problem, site, first) === day);
}

/** 1 where a visit is nearer to the one before it than the gap, and one of the two is new. */
function breachOf(state: State, day: number, isNew: boolean, { after }: VisitProblem): number {
  if (after === undefined || state.day === NEVER) return 0;
  return (isNew || state.isNew) && day < after(state.day) ? 1 : 0;
}

function replaced(list: readonly number[], at: number, value: number): number[] {
  const copy = [...list];
  copy[at] = value;
  return copy;
}
