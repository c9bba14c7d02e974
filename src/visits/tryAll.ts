import type { YearVisitCounts } from './yearCap.js';

/** What is due, in columns. What is due at one place in one year stands in a row. */
export interface FewDemands {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly census: Uint8Array;
  readonly duty: Uint8Array;
  readonly weight: Float64Array;
}

/** The best visits: their days and kinds in order, and as bits which demands each does. */
export interface FewVisits {
  visits: number;
  /** The legal duties as bits, and how many of them are left undone. */
  duties: number;
  undone: number;
  readonly day: Int32Array;
  readonly census: Uint8Array;
  readonly does: Int32Array;
}

/** More demands than this are not told apart by bits. */
export const MOST_DEMANDS = 16;
const MOST_WAYS = 4096;
const MOST_VISITS = 8;
/** The weights of all sets of so many demands are added up beforehand, those of the others apart. */
const HALF = 8;
const LOW = (1 << HALF) - 1;

/** Columns for up to so many demands. */
export function fewDemands(): FewDemands {
  return {
    from: new Int32Array(MOST_DEMANDS),
    to: new Int32Array(MOST_DEMANDS),
    census: new Uint8Array(MOST_DEMANDS),
    duty: new Uint8Array(MOST_DEMANDS),
    weight: new Float64Array(MOST_DEMANDS),
  };
}

/** Finds the best visits for `count` demands from `start` on, with at most `beyond` beyond the cap. */
export type TryAll = (
  few: FewDemands,
  start: number,
  count: number,
  most: YearVisitCounts,
  beyond: number,
) => FewVisits | undefined;

/**
 * Finds the best visits by trying all there are, where they are few: the same aims as `bestVisits`,
 * without a table. With `m` first days and room for `k` visits there are about `(2m)^k / k!` ways.
 *
 * @returns a function whose answer is overwritten by its next call: undefined where there are too many
 * ways to try
 */
export function trier(): TryAll {
  const days = new Int32Array(MOST_DEMANDS);
  const spotOn = new Int32Array(MOST_DEMANDS);
  const anyOn = new Int32Array(MOST_DEMANDS);
  const startOn = new Int32Array(MOST_DEMANDS);
  const low = new Float64Array(1 << HALF);
  const high = new Float64Array(1 << (MOST_DEMANDS - HALF));
  const now = newVisits();
  const best = newVisits();
  let dayCount = 0;
  let [mostCensus, mostSpot, mostTotal, mostBeyond] = [0, 0, 0, 0];
  let [allMask, censusMask, dutyMask] = [0, 0, 0];
  let [bestDuties, bestWeight, bestDone, bestDays, bestCensus] = [0, 0, 0, 0, 0];

  /** Keeps the visits so far if they are better: by the order of `isBetter`. */
  const weigh = (mask: number, visits: number, sum: number, censusVisits: number): void => {
    const duties = ones(mask & dutyMask);
    if (duties < bestDuties) return;
    const weight = (low[mask & LOW] as number) + (high[mask >>> HALF] as number);
    const done = ones(mask);
    if (duties === bestDuties) {
      if (weight < bestWeight) return;
      if (weight === bestWeight) {
        if (done < bestDone) return;
        if (done === bestDone) {
          if (visits > best.visits) return;
          if (visits === best.visits) {
            if (sum > bestDays || (sum === bestDays && censusVisits >= bestCensus)) return;
          }
        }
      }
    }
    bestDuties = duties;
    bestWeight = weight;
    bestDone = done;
    bestDays = sum;
    bestCensus = censusVisits;
    best.visits = visits;
    for (let v = 0; v < visits; v++) {
      best.day[v] = now.day[v] as number;
      best.census[v] = now.census[v] as number;
      best.does[v] = now.does[v] as number;
    }
  };

  const over = (census: number, spots: number): number =>
    (census > mostCensus ? census - mostCensus : 0) + (spots > mostSpot ? spots - mostSpot : 0);

  const search = (
    next: number,
    mask: number,
    visits: number,
    sum: number,
    censusVisits: number,
  ): void => {
    // Whether one more visit of a kind fits, with so many beyond the cap.
    const fits = visits + 1 - mostTotal <= mostBeyond;
    const spots = visits - censusVisits;
    const canSpot = fits && over(censusVisits, spots + 1) <= mostBeyond;
    const canCensus = fits && over(censusVisits + 1, spots) <= mostBeyond;
    if (!canSpot && !canCensus) return;
    for (let d = next; d < dayCount; d++) {
      for (let isCensus = canSpot ? 0 : 1; isCensus < (canCensus ? 2 : 1); isCensus++) {
        const does = (isCensus === 1 ? (anyOn[d] as number) : (spotOn[d] as number)) & ~mask;
        if ((does & (startOn[d] as number)) === 0) continue;
        if (isCensus === 1 && (does & censusMask) === 0) continue;
        const day = days[d] as number;
        now.day[visits] = day;
        now.census[visits] = isCensus;
        now.does[visits] = does;
        const done = mask | does;
        weigh(done, visits + 1, sum + day, censusVisits + isCensus);
        if (done !== allMask) search(d + 1, done, visits + 1, sum + day, censusVisits + isCensus);
      }
    }
  };

  return ({ from, to, census, duty, weight }, start, count, most, beyond) => {
    if (count > MOST_DEMANDS) return undefined;
    mostCensus = most.census;
    mostSpot = most['spot-check'];
    mostTotal = most.total ?? mostCensus + mostSpot;
    mostBeyond = beyond;
    dayCount = sortedDays(from, start, count, days);
    const room = Math.min(mostCensus + mostSpot, mostTotal) + beyond;
    if (waysOf(dayCount, Math.min(room, dayCount)) > MOST_WAYS) return undefined;

    allMask = (1 << count) - 1;
    censusMask = 0;
    dutyMask = 0;
    for (let i = 0; i < count; i++) {
      censusMask |= (census[start + i] as number) << i;
      dutyMask |= (duty[start + i] as number) << i;
    }
    addUp(low, weight, start, Math.min(count, HALF));
    addUp(high, weight, start + HALF, count - HALF);
    for (let d = 0; d < dayCount; d++) {
      const day = days[d] as number;
      let any = 0;
      let starts = 0;
      for (let i = 0; i < count; i++) {
        const own = from[start + i] as number;
        if (own <= day && day <= (to[start + i] as number)) any |= 1 << i;
        if (own === day) starts |= 1 << i;
      }
      anyOn[d] = any;
      spotOn[d] = any & ~censusMask;
      startOn[d] = starts;
    }
    bestDuties = bestWeight = bestDone = bestDays = bestCensus = 0;
    best.visits = 0;
    search(0, 0, 0, 0, 0);
    best.duties = dutyMask;
    best.undone = ones(dutyMask) - bestDuties;
    return best;
  };
}

function newVisits(): FewVisits {
  return {
    visits: 0,
    duties: 0,
    undone: 0,
    day: new Int32Array(MOST_DEMANDS),
    census: new Uint8Array(MOST_DEMANDS),
    does: new Int32Array(MOST_DEMANDS),
  };
}

/** The weight of each set of demands, by its bits. */
function addUp(sums: Float64Array, weight: Float64Array, start: number, count: number): void {
  sums[0] = 0;
  for (let i = 0; i < count; i++) {
    const own = weight[start + i] as number;
    for (let set = 0, bit = 1 << i; set < bit; set++) sums[bit | set] = (sums[set] as number) + own;
  }
}

/** How many bits are set; they are few. */
function ones(mask: number): number {
  let found = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) found++;
  return found;
}

/** Writes the distinct first days in order, and says how many there are. */
function sortedDays(from: Int32Array, start: number, count: number, days: Int32Array): number {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const day = from[start + i] as number;
    let at = found;
    while (at > 0 && (days[at - 1] as number) > day) at--;
    if (at > 0 && days[at - 1] === day) continue;
    for (let k = found; k > at; k--) days[k] = days[k - 1] as number;
    days[at] = day;
    found++;
  }
  return found;
}

/** How many choices of days and kinds there are, at the most. */
function waysOf(days: number, visits: number): number {
  if (visits > MOST_VISITS) return Number.POSITIVE_INFINITY;
  let [sum, ways] = [1, 1];
  for (let k = 1; k <= visits; k++) {
    ways = (ways * 2 * (days - k + 1)) / k;
    sum += ways;
  }
  return sum;
}
