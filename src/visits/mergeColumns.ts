import { dayNumber } from '../core/day.js';
import { mistake } from '../core/error.js';
import { compareBytes } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from './cap.js';
import type { Due } from './due.js';
import { entityVisits } from './entityVisits.js';
import { connectedYears, entityRules } from './mergeVisits.js';
import { type FewDemands, fewDemands, MOST_DEMANDS, trier } from './tryAll.js';
import { yearCap } from './yearCap.js';
import { yearOf, yearRooms } from './yearRoom.js';

/**
 * What is due at many entities, in columns: the demands of one entity stand in a row, by identifier, and
 * entity `e` has those from `first[e]` up to `first[e + 1]`. Sites and items are codes in the order of
 * their names; without sites every demand is at its entity's only place.
 */
export interface DemandColumns {
  readonly first: Uint32Array;
  /** The window's first and last day, as day numbers. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for a census demand, 0 for a spot check; 1 for a legal duty. */
  readonly census: Uint8Array;
  readonly duty: Uint8Array;
  readonly weight: Float64Array;
  readonly item: Uint32Array;
  readonly site?: Uint32Array;
  /** By entity 1 where the cap protects it; all where left out. */
  readonly capped?: Uint8Array;
}

/** The visits by entity and day, and the visit that does each demand. */
export interface VisitColumns {
  /** Entity `e` has the visits from `first[e]` up to `first[e + 1]`. */
  readonly first: Uint32Array;
  readonly day: Int32Array;
  readonly census: Uint8Array;
  /** 1 where it stands beyond the cap for a legal duty. */
  readonly beyond: Uint8Array;
  /** By demand the number of its visit, -1 where it is deferred. */
  readonly visitOf: Int32Array;
  /** How many entities needed more than the fewest days that meet all windows. */
  readonly planned: number;
}

/**
 * Joint visits for millions of entities: the same visits as `mergeVisits` gives, without texts.
 *
 * Where the fewest days that meet all of an entity's windows keep the cap, which most entities' do, they
 * are found in place, and nothing is made on the way; every other entity is planned as `mergeVisits` does.
 *
 * @param demands - windows and codes as they are checked already: nothing is parsed here
 * @throws `bad-demand-columns` for lengths that do not fit, `bad-cap`, `cap-not-plannable`
 * @example
 * ```ts
 * import { dayNumber } from 'evenhand/core';
 * import { twoInspections } from 'evenhand/schemes';
 * import { mergeColumns } from 'evenhand/visits';
 *
 * const days = (list: string[]) => Int32Array.from(list, dayNumber);
 * const { day, visitOf } = mergeColumns(
 *   {
 *     first: Uint32Array.of(0, 2),
 *     from: days(['2026-03-01', '2026-05-01']),
 *     to: days(['2026-06-30', '2026-09-30']),
 *     census: Uint8Array.of(0, 0), duty: Uint8Array.of(0, 0),
 *     weight: Float64Array.of(1, 1), item: Uint32Array.of(0, 1),
 *   },
 *   twoInspections,
 * );
 * [day.length, day[0] === dayNumber('2026-05-01'), [...visitOf]]; // => [1, true, [0, 0]]
 * ```
 */
export function mergeColumns(demands: DemandColumns, cap: Cap): VisitColumns {
  checkLengths(demands);
  const read = yearCap(cap);
  const { first, from, to, census, duty, weight, item, site, capped } = demands;
  const {
    census: mostCensus,
    'spot-check': mostSpot,
    total = Number.POSITIVE_INFINITY,
  } = read.visits;
  const isGapped = read.gaps !== undefined;
  const isStrict = read.precedence === 'cap-over-duty';
  const entities = first.length - 1;
  const count = from.length;
  const out = {
    first: new Uint32Array(entities + 1),
    day: new Int32Array(count),
    census: new Uint8Array(count),
    beyond: new Uint8Array(count),
    visitOf: new Int32Array(count).fill(-1),
  };
  const exactly = planner(demands, cap, out);
  const few = fewDemands();
  const tryAll = trier();
  const days = new Int32Array(longest(first));
  const order = new Int32Array(days.length);
  let visits = 0;
  let planned = 0;
  let [yearFirst, yearLast] = [0, -1];

  for (let e = 0; e < entities; e++) {
    const start = first[e] as number;
    const end = first[e + 1] as number;
    out.first[e] = visits;
    if (start === end) continue;
    const isCapped = capped === undefined || capped[e] === 1;
    const opens = from[start] as number;
    if (opens < yearFirst || opens > yearLast) {
      const year = yearOf(opens);
      const [room] = yearRooms(year, year, [], undefined);
      yearFirst = room?.first ?? 0;
      yearLast = room?.last ?? -1;
    }
    let isPlain = !(isCapped && isGapped);
    // The windows by their first day, the last first: few of them, so by insertion.
    for (let i = start; i < end; i++) {
      const own = from[i] as number;
      if (own < yearFirst || (to[i] as number) > yearLast) isPlain = false;
      if (site !== undefined && site[i] !== site[start]) isPlain = false;
      let at = i - start;
      while (at > 0 && (from[order[at - 1] as number] as number) < own) {
        order[at] = order[at - 1] as number;
        at--;
      }
      order[at] = i;
    }
    if (isPlain) {
      // The fewest days, the last first: a window that holds no day so far gives its first.
      let found = 0;
      let last = Number.POSITIVE_INFINITY;
      for (let at = 0; at < end - start; at++) {
        const i = order[at] as number;
        if ((to[i] as number) >= last) continue;
        last = from[i] as number;
        days[found++] = last;
      }
      let censusVisits = 0;
      for (let v = 0; v < found; v++) {
        out.day[visits + v] = days[found - 1 - v] as number;
        out.census[visits + v] = 0;
      }
      for (let i = start; i < end; i++) {
        let v = visits;
        while ((out.day[v] as number) < (from[i] as number)) v++;
        out.visitOf[i] = v;
        if (census[i] === 1 && out.census[v] === 0) {
          out.census[v] = 1;
          censusVisits++;
        }
      }
      const isUnder =
        !isCapped ||
        (censusVisits <= mostCensus && found - censusVisits <= mostSpot && found <= total);
      if (isUnder && (found === 1 || !repeats(item, start, end))) {
        visits += found;
        continue;
      }
      out.census.fill(0, visits, visits + found);
      const count = end - start;
      if (isCapped && count <= MOST_DEMANDS && !repeats(item, start, end)) {
        few.count = count;
        few.from.set(from.subarray(start, end));
        few.to.set(to.subarray(start, end));
        few.census.set(census.subarray(start, end));
        few.duty.set(duty.subarray(start, end));
        few.weight.set(weight.subarray(start, end));
        const best = tryAll(few, read.visits, 0);
        // A duty left undone may go beyond the cap: that is planned below.
        if (best !== undefined && (isStrict || best.duties === dutiesOf(few))) {
          out.visitOf.fill(-1, start, end);
          for (let v = 0; v < best.visits; v++) {
            out.day[visits + v] = best.day[v] as number;
            out.census[visits + v] = best.census[v] as number;
            for (let rest = best.does[v] as number; rest !== 0; rest &= rest - 1) {
              out.visitOf[start + 31 - Math.clz32(rest & -rest)] = visits + v;
            }
          }
          visits += best.visits;
          planned++;
          continue;
        }
      }
    }
    planned++;
    visits = exactly(e, visits, isCapped);
  }
  out.first[entities] = visits;
  return {
    ...out,
    day: out.day.slice(0, visits),
    census: out.census.slice(0, visits),
    beyond: out.beyond.slice(0, visits),
    planned,
  };
}

function dutiesOf({ duty, count }: FewDemands): number {
  let duties = 0;
  for (let i = 0; i < count; i++) duties += duty[i] as number;
  return duties;
}

/** Whether an item stands twice: then its demands may be brought together. */
function repeats(item: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) {
    for (let j = start; j < i; j++) if (item[i] === item[j]) return true;
  }
  return false;
}

/** Plans one entity as `mergeVisits` does, and writes its visits. */
function planner(
  { first, from, to, census, duty, weight, item, site }: DemandColumns,
  cap: Cap,
  out: Pick<VisitColumns, 'day' | 'census' | 'beyond' | 'visitOf'>,
): (entity: number, visits: number, isCapped: boolean) => number {
  const read = yearCap(cap);
  const [free, bound] = [false, true].map((eligible) =>
    entityRules(read, { eligible: () => eligible })(''),
  );
  return (entity, visits, isCapped) => {
    const start = first[entity] as number;
    const dues: Due[] = [];
    for (let i = start; i < (first[entity + 1] as number); i++) {
      const demand: Demand = {
        id: padded(i),
        entity: '',
        ...(site === undefined ? {} : { site: padded(site[i] as number) }),
        authority: '',
        item: String(item[i]),
        kind: census[i] === 1 ? 'census' : 'spot-check',
        cause: 'draw',
        window: { from: '', to: '' },
        weight: weight[i] as number,
        duty: duty[i] === 1,
      };
      dues.push({ demand, at: i, from: from[i] as number, to: to[i] as number });
      out.visitOf[i] = -1;
    }
    const rules = (isCapped ? bound : free) as NonNullable<typeof bound>;
    const made = connectedYears(dues, rules)
      .flatMap(({ years, group }) => entityVisits(group, years, rules).visits)
      .sort(
        (a, b) =>
          compareBytes(a.day, b.day) ||
          compareBytes(a.site ?? '', b.site ?? '') ||
          compareBytes(a.demands[0] as string, b.demands[0] as string),
      );
    made.forEach((visit, n) => {
      const v = visits + n;
      out.census[v] = visit.kind === 'census' ? 1 : 0;
      out.beyond[v] = visit.beyondCap === true ? 1 : 0;
      for (const id of visit.demands) out.visitOf[Number(id)] = v;
      out.day[v] = dayNumber(visit.day);
    });
    return visits + made.length;
  };
}

/** A number as a text whose order of bytes is that of numbers. */
const padded = (number: number): string => String(number).padStart(10, '0');

/** The most demands of one entity. */
function longest(first: Uint32Array): number {
  let most = 0;
  for (let e = 1; e < first.length; e++) {
    most = Math.max(most, (first[e] as number) - (first[e - 1] as number));
  }
  return most;
}

function checkLengths({ first, capped, ...columns }: DemandColumns): void {
  const count = first[first.length - 1] ?? 0;
  for (let e = 1; e < first.length; e++) {
    if ((first[e] as number) < (first[e - 1] as number)) {
      throw badColumns('first', first[e] as number, `at least ${first[e - 1]}`);
    }
  }
  if (first[0] !== 0) throw badColumns('first', first.length, 'a first entry of 0');
  for (const [name, column] of Object.entries(columns)) {
    if (column.length !== count) throw badColumns(name, column.length, `${count} entries`);
  }
  if (capped !== undefined && capped.length !== first.length - 1) {
    throw badColumns('capped', capped.length, `${first.length - 1} entries`);
  }
}

function badColumns(column: string, given: number, expected: string) {
  return mistake(
    'bad-demand-columns',
    `the column \`${column}\` does not fit the others: \`${given}\` (expected ${expected})`,
    { column, given, expected },
  );
}
