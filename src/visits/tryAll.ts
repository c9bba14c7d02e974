import type { YearVisitCounts } from './yearCap.js';

/** What is due at one place in one year, in columns of which the first `count` entries are used. */
export interface FewDemands {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly census: Uint8Array;
  readonly duty: Uint8Array;
  readonly weight: Float64Array;
}

/** The best visits: their days and kinds in order, and as bits which demands each does. */
export interface FewVisits {
  visits: number;
  duties: number;
  readonly day: Int32Array;
  readonly census: Uint8Array;
  readonly does: Int32Array;
}

/** More demands than this are not told apart by bits. */
export const MOST_DEMANDS = 16;
const MOST_WAYS = 4096;
const MOST_VISITS = 8;

/** Columns for up to so many demands. */
export function fewDemands(): FewDemands {
  return {
    count: 0,
    from: new Int32Array(MOST_DEMANDS),
    to: new Int32Array(MOST_DEMANDS),
    census: new Uint8Array(MOST_DEMANDS),
    duty: new Uint8Array(MOST_DEMANDS),
    weight: new Float64Array(MOST_DEMANDS),
  };
}

/**
 * Finds the best visits by trying all there are, where they are few: the same aims as `bestVisits`,
 * without a table. With `m` first days and room for `k` visits there are about `(2m)^k / k!` ways.
 *
 * @returns a function whose answer is overwritten by its next call: undefined where there are too many
 * ways to try
 */
export function trier(): (
  few: FewDemands,
  most: YearVisitCounts,
  beyond: number,
) => FewVisits | undefined {
  const days = new Int32Array(MOST_DEMANDS);
  const spotOn = new Int32Array(MOST_DEMANDS);
  const anyOn = new Int32Array(MOST_DEMANDS);
  const startOn = new Int32Array(MOST_DEMANDS);
  const now = newVisits();
  const best = newVisits();

  return (few, most, beyond) => {
    const { count, from, to, census, duty, weight } = few;
    if (count > MOST_DEMANDS) return undefined;
    const { census: mostCensus, 'spot-check': mostSpot, total = mostCensus + mostSpot } = most;
    const room = Math.min(mostCensus + mostSpot, total) + beyond;
    const dayCount = sortedDays(from, count, days);
    if (waysOf(dayCount, Math.min(room, dayCount)) > MOST_WAYS) return undefined;

    let censusMask = 0;
    for (let i = 0; i < count; i++) if (census[i] === 1) censusMask |= 1 << i;
    for (let d = 0; d < dayCount; d++) {
      const day = days[d] as number;
      let [any, start] = [0, 0];
      for (let i = 0; i < count; i++) {
        if ((from[i] as number) <= day && day <= (to[i] as number)) any |= 1 << i;
        if (from[i] === day) start |= 1 << i;
      }
      anyOn[d] = any;
      spotOn[d] = any & ~censusMask;
      startOn[d] = start;
    }

    best.visits = 0;
    best.duties = 0;
    let [bestWeight, bestDone, bestDays, bestCensus] = [0, 0, 0, 0];

    const search = (
      next: number,
      doneMask: number,
      duties: number,
      weights: number,
      done: number,
      visits: number,
      sum: number,
      censusVisits: number,
    ): void => {
      if (
        duties > best.duties ||
        (duties === best.duties &&
          (weights > bestWeight ||
            (weights === bestWeight &&
              (done > bestDone ||
                (done === bestDone &&
                  (visits < best.visits ||
                    (visits === best.visits &&
                      (sum < bestDays || (sum === bestDays && censusVisits < bestCensus)))))))))
      ) {
        best.visits = visits;
        best.duties = duties;
        bestWeight = weights;
        bestDone = done;
        bestDays = sum;
        bestCensus = censusVisits;
        for (let v = 0; v < visits; v++) {
          best.day[v] = now.day[v] as number;
          best.census[v] = now.census[v] as number;
          best.does[v] = now.does[v] as number;
        }
      }
      for (let d = next; d < dayCount; d++) {
        for (let isCensus = 0; isCensus < 2; isCensus++) {
          const c = censusVisits + isCensus;
          const s = visits + 1 - c;
          const over = Math.max(
            Math.max(0, c - mostCensus) + Math.max(0, s - mostSpot),
            visits + 1 - total,
          );
          if (over > beyond) continue;
          const does = (isCensus === 1 ? (anyOn[d] as number) : (spotOn[d] as number)) & ~doneMask;
          if ((does & (startOn[d] as number)) === 0) continue;
          if (isCensus === 1 && (does & censusMask) === 0) continue;
          let [moreDuties, moreWeight, more] = [0, 0, 0];
          for (let rest = does; rest !== 0; rest &= rest - 1) {
            const i = 31 - Math.clz32(rest & -rest);
            moreDuties += duty[i] as number;
            moreWeight += weight[i] as number;
            more++;
          }
          now.day[visits] = days[d] as number;
          now.census[visits] = isCensus;
          now.does[visits] = does;
          search(
            d + 1,
            doneMask | does,
            duties + moreDuties,
            weights + moreWeight,
            done + more,
            visits + 1,
            sum + (days[d] as number),
            c,
          );
        }
      }
    };
    search(0, 0, 0, 0, 0, 0, 0, 0);
    return best;
  };
}

function newVisits(): FewVisits {
  return {
    visits: 0,
    duties: 0,
    day: new Int32Array(MOST_DEMANDS),
    census: new Uint8Array(MOST_DEMANDS),
    does: new Int32Array(MOST_DEMANDS),
  };
}

/** Writes the distinct first days in order, and says how many there are. */
function sortedDays(from: Int32Array, count: number, days: Int32Array): number {
  let found = 0;
  for (let i = 0; i < count; i++) {
    const day = from[i] as number;
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
