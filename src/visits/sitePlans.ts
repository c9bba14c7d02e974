import type { Due } from './due.js';
import { groupedBy } from './groupedBy.js';

/** What visits achieve, the first field first; `days` is the sum of their day numbers. */
export interface Score {
  readonly duties: number;
  readonly weight: number;
  readonly done: number;
  readonly census: number;
  readonly spotChecks: number;
  readonly days: number;
}

/** Visits at one site: the last of them, and those before it. */
export interface SitePlan extends Score {
  readonly kind: 'census' | 'spot-check';
  readonly day: number;
  readonly lastCensus: number;
  readonly before: SitePlan | undefined;
}

/** How many visits of each kind a plan may have. */
export type Allows = (census: number, spotChecks: number) => boolean;

/**
 * Whether one plan is better: more legal duties, then more weight, more demands, fewer visits,
 * earlier days (by their sum), and of equals the one with fewer census visits.
 */
export function isBetter(a: Score, b: Score): boolean {
  if (a.duties !== b.duties) return a.duties > b.duties;
  if (a.weight !== b.weight) return a.weight > b.weight;
  if (a.done !== b.done) return a.done > b.done;
  const visits = a.census + a.spotChecks - b.census - b.spotChecks;
  if (visits !== 0) return visits < 0;
  if (a.days !== b.days) return a.days < b.days;
  return a.census < b.census;
}

/**
 * The best visits at one site for each number of census and spot-check visits that is allowed.
 *
 * A demand is done by the first visit that can do it, so a plan's future depends on two days alone:
 * its last visit and its last census visit. A visit is on the first day that everything it does is
 * open, so the days to try are the windows' first days.
 */
export function sitePlans(dues: readonly Due[], allows: Allows): SitePlan[] {
  const days = [...new Set(dues.map((due) => due.from))].sort((a, b) => a - b);
  const census = gains(days, of(dues, 'census'));
  const spotChecks = gains(days, of(dues, 'spot-check'));
  const starts = new Set(of(dues, 'spot-check').map((due) => due.from));

  // reached[v]: for both counts and the last census day, the best plan whose last visit is on day v.
  const reached: Map<number, SitePlan>[] = [new Map([[0, NOTHING]])];
  const best = new Map<number, SitePlan>([[0, NOTHING]]);
  const keep = (t: number, plan: SitePlan): void => {
    const counts = plan.census * (dues.length + 1) + plan.spotChecks;
    keepBetter(best, counts, plan);
    const isFull =
      !allows(plan.census + 1, plan.spotChecks) && !allows(plan.census, plan.spotChecks + 1);
    if (isFull) return;
    const key = counts * (days.length + 1) + plan.lastCensus;
    keepBetter(reached[t] as Map<number, SitePlan>, key, plan);
  };
  days.forEach((day, i) => {
    const t = i + 1;
    reached[t] = new Map();
    for (let v = 0; v < t; v++) {
      const spotGain = at(spotChecks, v, t);
      for (const plan of (reached[v] as Map<number, SitePlan>).values()) {
        if (starts.has(day) && allows(plan.census, plan.spotChecks + 1)) {
          keep(t, followed(plan, 'spot-check', day, plan.lastCensus, spotGain));
        }
        const censusGain = at(census, plan.lastCensus, t);
        if (censusGain.done > 0 && allows(plan.census + 1, plan.spotChecks)) {
          keep(t, followed(plan, 'census', day, t, censusGain, spotGain));
        }
      }
    }
  });
  return [...best.values()];
}

function keepBetter(plans: Map<number, SitePlan>, key: number, plan: SitePlan): void {
  const known = plans.get(key);
  if (known === undefined || isBetter(plan, known)) plans.set(key, plan);
}

const NOTHING: SitePlan = {
  duties: 0,
  weight: 0,
  done: 0,
  census: 0,
  spotChecks: 0,
  days: 0,
  kind: 'spot-check',
  day: 0,
  lastCensus: 0,
  before: undefined,
};

type Gain = Pick<Score, 'duties' | 'weight' | 'done'>;
const NO_GAIN: Gain = { duties: 0, weight: 0, done: 0 };

const of = (dues: readonly Due[], kind: Due['demand']['kind']): Due[] =>
  dues.filter((due) => due.demand.kind === kind);

/** Row t, column v: what a visit on the t-th day does that is not yet open on the v-th; 0 is no day. */
function gains(days: readonly number[], dues: readonly Due[]): Gain[][] {
  const starting = groupedBy(dues, (due) => due.from);
  const rows = days.map((day, i) => {
    const row = new Array<Gain>(i + 1);
    let gain = NO_GAIN;
    for (let v = i; v >= 0; v--) {
      for (const due of starting.get(days[v] as number) ?? []) {
        if (due.to >= day) gain = withDue(gain, due);
      }
      row[v] = gain;
    }
    return row;
  });
  return [[], ...rows];
}

function withDue({ duties, weight, done }: Gain, { demand }: Due): Gain {
  return {
    duties: duties + (demand.duty ? 1 : 0),
    weight: weight + demand.weight,
    done: done + 1,
  };
}

const at = (table: readonly Gain[][], v: number, t: number): Gain => table[t]?.[v] as Gain;

function followed(
  before: SitePlan,
  kind: SitePlan['kind'],
  day: number,
  lastCensus: number,
  first: Gain,
  second: Gain = NO_GAIN,
): SitePlan {
  return {
    duties: before.duties + first.duties + second.duties,
    weight: before.weight + first.weight + second.weight,
    done: before.done + first.done + second.done,
    census: before.census + (kind === 'census' ? 1 : 0),
    spotChecks: before.spotChecks + (kind === 'census' ? 0 : 1),
    days: before.days + day,
    kind,
    day,
    lastCensus,
    before,
  };
}
