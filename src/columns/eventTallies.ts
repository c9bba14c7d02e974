import { type Day, dayNumber, dayOf } from '../core/day.js';
import { type EventAggregate, holds, windowStart } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import { type CompiledEvents, type EventBounds, effectOf } from '../scoring/constructs/events.js';
import { BLOCK, type Block } from './block.js';
import type { EventColumns } from './entityColumns.js';
import {
  type AddUp,
  addUp,
  type Effects,
  groupsOf,
  type Take,
  TOGETHER,
  take,
} from './eventWords.js';
import { FAR } from './sums.js';

/** What is added up over the events of each row of a block. */
export interface Tally {
  readonly sums: Int32Array;
}

/** Adds up events for terms and conditions alike, all in one reading of a block's events. */
export interface EventTallies {
  /** The points of some terms of one part, of which only the sum matters, at most `most` a row. */
  points(
    terms: readonly { readonly term: CompiledEvents; readonly bounds: EventBounds }[],
    most: number,
  ): Tally;
  /** How many events of a row a condition counts. */
  count(aggregate: EventAggregate): Tally;
  /** How many events of a row are of a kind outside a closed set. */
  unknown(kinds: ReadonlySet<string>): Tally;
  /** Call once when all are asked for: reads the events of some rows. */
  reader(block: Block): (from: number, size: number) => void;
}

interface Asked {
  readonly sums: Int32Array;
  /** Days before the first of which an event counts otherwise than on it. */
  readonly turns: readonly Day[];
  effect(event: Event): number;
  /** What a row may add up to; one that might go beyond is left to the row evaluator. */
  readonly most: number;
}

/**
 * Tallies over the events of columns as of a day.
 *
 * What an event counts hangs on its kind, on whether it is repaired, and on its age only through the
 * days on which some window or step begins. So one small table holds what `effectOf` and `holds`
 * themselves say of one event of each kind and age, and each event of a row costs one look-up.
 */
export function eventTallies(events: EventColumns | undefined, asOf: Day): EventTallies {
  const asked: Asked[] = [];
  const add = (one: Omit<Asked, 'sums'>): Tally => {
    const tally = { sums: new Int32Array(BLOCK), ...one };
    asked.push(tally);
    return tally;
  };
  return {
    points: (terms, most) =>
      add({
        most,
        turns: terms.flatMap(({ bounds: { from, to, steps } }) => [from, dayAfter(to), ...steps]),
        effect: (event) =>
          terms.reduce((sum, one) => sum + (effectOf(one.term, event, asOf, one.bounds) ?? 0), 0),
      }),
    count: (aggregate) =>
      add({
        most: FAR,
        turns: aggregate.within === undefined ? [] : [windowStart(asOf, aggregate.within)],
        effect: (event) => {
          const one = { events: { ...aggregate, atLeast: 1, atMost: 1 } };
          return holds(one, { facts: {}, lists: [], events: [event] }, asOf) === 'yes' ? 1 : 0;
        },
      }),
    unknown: (kinds) =>
      add({ most: FAR, turns: [], effect: ({ kind }) => (kinds.has(kind) ? 0 : 1) }),
    reader: (block) =>
      events === undefined || asked.length === 0
        ? () => undefined
        : readerOf(events, asOf, asked, block),
  };
}

function readerOf(events: EventColumns, asOf: Day, asked: readonly Asked[], block: Block) {
  const { offsets, kind, kinds, repairedOn, until, knownOn } = events;
  const { faulty } = block;
  const today = dayNumber(asOf);
  const steps = stepsOf(asked, today);
  const { ofAge, count: stepCount } = steps;
  const oldest = ofAge.length - 1;
  const most = mostEvents(events);
  const { groups, allowed } = groupsOf(tablesOf(asked, kinds, steps.ages, asOf), most);
  const isLong = most > allowed;
  const known = kinds.length;
  const table = { ofAge, oldest, stepCount, known, today };
  const isPlain = until === undefined && knownOn === undefined && repairedOn !== undefined;
  const find = isPlain ? plainPlaces(events, table) : allPlaces(events, table);
  let places = new Int32Array(0);
  let running = new Int32Array(0);

  return (from: number, size: number): void => {
    const first = offsets[from] as number;
    const count = (offsets[from + size] as number) - first;
    if (places.length < count) {
      places = new Int32Array(count * 2);
      running = new Int32Array((count * 2 + 1) * TOGETHER);
    }
    const isBeyond = find(places, first, count);
    for (const { effects, words } of groups) {
      (addUp[words.length] as AddUp)(effects, places, count, running);
      (take[words.length] as Take)(running, offsets, from, size, words);
    }
    if (!isBeyond && !isLong) return;
    for (let i = 0; i < size; i++) {
      const start = offsets[from + i] as number;
      const end = offsets[from + i + 1] as number;
      if (end - start > allowed) faulty[i] = 1;
      for (let at = start; at < end; at++) if ((kind[at] as number) >= known) faulty[i] = 1;
    }
  };
}

interface Places {
  readonly ofAge: Uint16Array;
  readonly oldest: number;
  readonly stepCount: number;
  readonly known: number;
  readonly today: number;
}

/** Finds the place of each event in the tables of effects; whether some kind is beyond its dictionary. */
type FindPlaces = (places: Int32Array, first: number, count: number) => boolean;

/**
 * The usual case: nothing ends, and all was known at once. Without branches, which for events in any
 * order can't be foreseen: twice as fast by this.
 */
function plainPlaces(
  { kind, on, repairedOn }: EventColumns,
  { ofAge, oldest, stepCount, known, today }: Places,
): FindPlaces {
  const repaired = repairedOn as Int32Array;
  const beyond = known * 2 * stepCount;
  return (places, first, count) => {
    let isBeyond = 0;
    for (let e = 0, at = first; e < count; e++, at++) {
      const age = (today - (on[at] as number)) | 0;
      const older = (oldest - age) >> 31;
      const gone = age >> 31;
      const step = (ofAge[((age & ~older) | (oldest & older)) & ~gone] as number) & ~gone;
      const mended = ((repaired[at] as number) - today - 1) >>> 31;
      const code = kind[at] as number;
      const over = (known - 1 - code) >> 31;
      isBeyond |= over;
      places[e] = ((Math.imul((code << 1) | mended, stepCount) + step) & ~over) | (beyond & over);
    }
    return isBeyond !== 0;
  };
}

function allPlaces(
  { kind, on, repairedOn, until, knownOn }: EventColumns,
  { ofAge, oldest, stepCount, known, today }: Places,
): FindPlaces {
  const beyond = known * 2 * stepCount;
  return (places, first, count) => {
    let isBeyond = 0;
    for (let e = 0, at = first; e < count; e++, at++) {
      const age = (today - (on[at] as number)) | 0;
      const older = (oldest - age) >> 31;
      // Step 0 is that of events without effect: in the future, not yet known, or at an end.
      let gone = age >> 31;
      if (until !== undefined) gone |= ((until[at] as number) - today) >> 31;
      if (knownOn !== undefined) gone |= (today - (knownOn[at] as number)) >> 31;
      const step = (ofAge[((age & ~older) | (oldest & older)) & ~gone] as number) & ~gone;
      const mended = repairedOn === undefined ? 0 : ((repairedOn[at] as number) - today - 1) >>> 31;
      const code = kind[at] as number;
      const over = (known - 1 - code) >> 31;
      isBeyond |= over;
      places[e] = ((Math.imul((code << 1) | mended, stepCount) + step) & ~over) | (beyond & over);
    }
    return isBeyond !== 0;
  };
}

function mostEvents({ offsets }: EventColumns): number {
  let most = 0;
  for (let i = 1; i < offsets.length; i++) {
    const count = (offsets[i] as number) - (offsets[i - 1] as number);
    if (count > most) most = count;
  }
  return most;
}

/** The ages from which an event counts otherwise than when younger, and the step of each age, from 1. */
function stepsOf(asked: readonly Asked[], today: number) {
  const turns = asked.flatMap((one) => one.turns.map((day) => today - dayNumber(day) + 1));
  const ages = [...new Set([0, ...turns.filter((age) => age > 0)])].sort((a, b) => a - b);
  const ofAge = new Uint16Array((ages.at(-1) as number) + 1);
  for (const [i, age] of ages.entries()) ofAge.fill(i + 1, age);
  return { ages, ofAge, count: ages.length + 1 };
}

function tablesOf(
  asked: readonly Asked[],
  kinds: readonly string[],
  ages: readonly number[],
  asOf: Day,
): readonly Effects[] {
  const today = dayNumber(asOf);
  const firstDay = dayNumber('0001-01-01');
  return asked.map(({ sums, most, effect }) => {
    const units = new Float64Array(kinds.length * 2 * (ages.length + 1) + 1);
    let greatest = 0;
    let at = 0;
    for (const kind of kinds) {
      for (const repaired of [false, true]) {
        at++;
        for (const age of ages) {
          const on = dayOf(Math.max(firstDay, today - age));
          const event = { id: '', kind, on, source: '', ...(repaired ? { repairedOn: asOf } : {}) };
          const one = effect(event);
          greatest = Math.max(greatest, Math.abs(one));
          units[at++] = one;
        }
      }
    }
    return { sums, most, units, greatest };
  });
}

const dayAfter = (day: Day): Day => dayOf(Math.min(dayNumber('9999-12-31'), dayNumber(day) + 1));
