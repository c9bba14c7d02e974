import type { Due, Stop } from './due.js';
import type { FixedStop } from './fixedStops.js';
import { openFrom, type Point, pointsOf } from './visitPoints.js';
import {
  beyondOf,
  isBetter,
  keepBetter,
  nameOf,
  noVisits,
  type VisitPlan,
  type VisitProblem,
} from './visitProblem.js';

/** What of a plan so far decides what can follow. */
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

/**
 * The best plan for each number of visits that is allowed, by a table of states from day to day.
 *
 * A demand is done by the first visit that can do it, so a plan’s future depends on each site’s last visit
 * and last census visit alone. A visit is on the first day on which everything it does is open, or the
 * first that keeps the gap after the visit before, or the first of a year.
 */
export function plansOf(problem: VisitProblem, beyond: number): VisitPlan[] {
  const { sites, years, isCapped, after } = problem;
  let states = new Map<string, State>();
  const start: State = {
    plan: noVisits(problem),
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
