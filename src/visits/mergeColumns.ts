import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import type { Cap } from './cap.js';
import { columnPlanner } from './columnPlanner.js';
import { columnTrier } from './columnTrier.js';
import { type YearCap, yearCap } from './yearCap.js';
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
 * are found in place, and nothing is made on the way. Elsewhere all ways are tried where they are few; what
 * has several places, years or demands of one item is planned as `mergeVisits` does.
 *
 * @param demands - windows and codes as they are checked already: nothing is parsed here
 * @throws `bad-demand-columns` for lengths that do not fit, `bad-cap`, `cap-not-plannable`, also for limits that protect
 * a part of the entities only
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
  requireArgument('mergeColumns', 'demands', demands, {
    first: 'array',
    from: 'array',
    to: 'array',
    census: 'array',
    item: 'array',
  });
  requireArgument('mergeColumns', 'cap', cap, 'object', 'parseCap(…)');
  checkLengths(demands);
  const read = capForAll(cap);
  const { first, from, to, census, item, site, capped } = demands;
  const { census: mostCensus, 'spot-check': mostSpot } = read.visits;
  const mostTotal = read.visits.total ?? Number.POSITIVE_INFINITY;
  const isGapped = read.gaps !== undefined;
  const entities = first.length - 1;
  const count = from.length;
  const out = {
    first: new Uint32Array(entities + 1),
    day: new Int32Array(count),
    census: new Uint8Array(count),
    beyond: new Uint8Array(count),
    visitOf: new Int32Array(count).fill(-1),
  };
  const exactly = columnPlanner(demands, cap, out);
  const tried = columnTrier(demands, read, out);
  const days = new Int32Array(longest(first));
  let visits = 0;
  let planned = 0;
  let [yearFirst, yearLast] = [0, -1];

  for (let e = 0; e < entities; e++) {
    const start = first[e] as number;
    const end = first[e + 1] as number;
    out.first[e] = visits;
    if (start === end) continue;
    const isCapped = capped === undefined || capped[e] === 1;
    let last = from[start] as number;
    let opens = last;
    let closes = to[start] as number;
    for (let i = start + 1; i < end; i++) {
      const own = from[i] as number;
      last = larger(last, own);
      opens = smaller(opens, own);
      closes = larger(closes, to[i] as number);
    }
    if (opens < yearFirst || opens > yearLast) {
      const year = yearOf(opens);
      const [room] = yearRooms(year, year, [], undefined);
      yearFirst = room?.first ?? 0;
      yearLast = room?.last ?? -1;
    }
    const isPlain =
      closes <= yearLast &&
      !(isCapped && isGapped) &&
      (site === undefined || isOne(site, start, end));
    if (!isPlain) {
      planned++;
      visits = exactly(e, visits, isCapped);
      continue;
    }
    // The fewest days, the last first: of the windows that hold no day so far the latest first day.
    let found = 0;
    for (let isOpen = true; isOpen; ) {
      days[found++] = last;
      let next = opens - 1;
      for (let i = start; i < end; i++) {
        const isBefore = ((to[i] as number) - last) >> 31;
        next = larger(next, opens - 1 + (((from[i] as number) - opens + 1) & isBefore));
      }
      isOpen = next >= opens;
      last = next;
    }
    for (let v = 0; v < found; v++) {
      out.day[visits + v] = days[found - 1 - v] as number;
      out.census[visits + v] = 0;
    }
    // Each by the first visit on a day of its window: behind all that are too early.
    for (let i = start; i < end; i++) {
      let v = visits;
      for (let k = 1; k < found; k++) v += ((days[k] as number) - (from[i] as number)) >>> 31;
      out.visitOf[i] = v;
      out.census[v] = (out.census[v] as number) | (census[i] as number);
    }
    let censusVisits = 0;
    for (let v = visits; v < visits + found; v++) censusVisits += out.census[v] as number;
    const isUnder =
      !isCapped ||
      (censusVisits <= mostCensus && found - censusVisits <= mostSpot && found <= mostTotal);
    const isApart = found === 1 || !repeats(item, start, end);
    if (isUnder && isApart) {
      visits += found;
      continue;
    }
    planned++;
    for (let v = visits; v < visits + found; v++) out.census[v] = 0;
    const best = isCapped && isApart ? tried(start, end, visits) : -1;
    visits = best < 0 ? exactly(e, visits, isCapped) : visits + best;
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

// Without a branch, since nothing foretells which of two days is the earlier.
function larger(a: number, b: number): number {
  const less = a - b;
  return a - (less & (less >> 31));
}

function smaller(a: number, b: number): number {
  const more = b - a;
  return a + (more & (more >> 31));
}

/** Whether all of an entity's demands are at one place. */
function isOne(site: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (site[i] !== site[start]) return false;
  return true;
}

/** Whether an item stands twice: then its demands may be brought together. */
function repeats(item: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) {
    for (let j = start; j < i; j++) if (item[i] === item[j]) return true;
  }
  return false;
}

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

/** A cap each limit of which holds for everybody the cap protects: columns tell no more of an entity. */
function capForAll(cap: Cap): YearCap {
  const read = yearCap(cap);
  const given = cap.limits.flatMap(({ id, eligible }) => (eligible === undefined ? [] : [id]));
  if (given.length === 0) return read;
  throw mistake(
    'cap-not-plannable',
    `cap \`${cap.id}\` has limits that protect a part of the entities: \`${given.join(', ')}\` (merge by \`mergeVisits\`, or the entities of each apart)`,
    { cap: cap.id, given },
    ['limits'],
  );
}
