import { type Day, dayNumber, dayOf } from '../core/day.js';
import { type EventAggregate, holds, windowStart } from '../register/condition.js';
import type { Event } from '../register/nouns.js';
import { type CompiledEvents, type EventBounds, effectOf } from '../scoring/constructs/events.js';
import { BLOCK, type Block } from './block.js';
import type { EventColumns } from './entityColumns.js';
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

/** Tallies that are added up together. */
const LANES = 4;

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
  const { offsets, kind, kinds, on, repairedOn, until, knownOn } = events;
  const { faulty } = block;
  const today = dayNumber(asOf);
  const steps = stepsOf(asked, today);
  const { ofAge, count: stepCount } = steps;
  const oldest = ofAge.length - 1;
  const tables = tablesOf(asked, kinds, steps.ages, asOf);
  // The running sums may wrap: what matters is that the differences fit 32 bits.
  const allowed = Math.min(...tables.map((table) => table.allowed));
  const isLong = mostEvents(events) > allowed;
  const known = kinds.length;
  const beyond = known * 2 * steps.count;
  let places = new Int32Array(0);
  let running = new Int32Array(0);

  return (from: number, size: number): void => {
    const first = offsets[from] as number;
    const count = (offsets[from + size] as number) - first;
    if (places.length < count) {
      places = new Int32Array(count * 2);
      running = new Int32Array((count * 2 + 1) * LANES);
    }
    let isBeyond = false;
    for (let e = 0, at = first; e < count; e++, at++) {
      // Without branches, which for events in any order can't be foreseen: twice as fast by this.
      const age = (today - (on[at] as number)) | 0;
      const older = (oldest - age) >> 31;
      // Step 0 is that of events without effect: in the future, not yet known, or at an end.
      let gone = age >> 31;
      if (until !== undefined) gone |= ((until[at] as number) - today) >> 31;
      if (knownOn !== undefined) gone |= (today - (knownOn[at] as number)) >> 31;
      const step = (ofAge[((age & ~older) | (oldest & older)) & ~gone] as number) & ~gone;
      const repaired =
        repairedOn === undefined ? 0 : ((repairedOn[at] as number) - today - 1) >>> 31;
      const place = kind[at] as number;
      if (place >= known) isBeyond = true;
      places[e] = place < known ? Math.imul((place << 1) | repaired, stepCount) + step : beyond;
    }
    for (const { effects, sums } of tables) {
      const add = sums.length === 1 ? addOne : addFour;
      add(effects, places, count, running);
      (sums.length === 1 ? takeOne : takeFour)(running, offsets, from, size, sums);
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

/** For each group of tallies the effects of every kind, unrepaired and repaired, at every step. */
function tablesOf(
  asked: readonly Asked[],
  kinds: readonly string[],
  ages: readonly number[],
  asOf: Day,
) {
  const today = dayNumber(asOf);
  const firstDay = dayNumber('0001-01-01');
  return Array.from({ length: Math.ceil(asked.length / LANES) }, (_, table) => {
    const group = asked.slice(table * LANES, (table + 1) * LANES);
    // Four side by side, or one alone.
    const lanes = group.length === 1 ? 1 : LANES;
    const nothing = { sums: new Int32Array(BLOCK), effect: () => 0, most: FAR };
    const padded = Array.from({ length: lanes }, (_, lane) => group[lane] ?? nothing);
    // One place more for a kind beyond the dictionary, whose row is looked at alone.
    const effects = new Int32Array((kinds.length * 2 * (ages.length + 1) + 1) * lanes);
    let allowed = Infinity;
    let at = 0;
    for (const kind of kinds) {
      for (const repaired of [false, true]) {
        at += lanes;
        for (const age of ages) {
          const on = dayOf(Math.max(firstDay, today - age));
          const event = { id: '', kind, on, source: '', ...(repaired ? { repairedOn: asOf } : {}) };
          for (const { effect, most } of padded) {
            const units = effect(event);
            if (units !== 0) allowed = Math.min(allowed, Math.floor(most / Math.abs(units)));
            effects[at++] = units;
          }
        }
      }
    }
    return { effects, allowed, sums: padded.map(({ sums }) => sums) };
  });
}

/** Running sums of a group of tallies over the events of a block, the first before any event. */
type AddUp = (effects: Int32Array, places: Int32Array, count: number, running: Int32Array) => void;

/** The sums of each row from the running sums. */
type Take = (
  running: Int32Array,
  offsets: Uint32Array,
  from: number,
  size: number,
  sums: readonly Int32Array[],
) => void;

const addOne: AddUp = (effects, places, count, running) => {
  let sum = 0;
  running[0] = 0;
  for (let e = 0; e < count; e++) {
    sum = (sum + (effects[places[e] as number] as number)) | 0;
    running[e + 1] = sum;
  }
};

const takeOne: Take = (running, offsets, from, size, [out]) => {
  const first = offsets[from] as number;
  let before = 0;
  for (let i = 0; i < size; i++) {
    const sum = running[(offsets[from + i + 1] as number) - first] as number;
    (out as Int32Array)[i] = (sum - before) | 0;
    before = sum;
  }
};

const addFour: AddUp = (effects, places, count, running) => {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  running.fill(0, 0, LANES);
  for (let e = 0, to = LANES; e < count; e++, to += LANES) {
    const at = (places[e] as number) * LANES;
    a = (a + (effects[at] as number)) | 0;
    b = (b + (effects[at + 1] as number)) | 0;
    c = (c + (effects[at + 2] as number)) | 0;
    d = (d + (effects[at + 3] as number)) | 0;
    running[to] = a;
    running[to + 1] = b;
    running[to + 2] = c;
    running[to + 3] = d;
  }
};

const takeFour: Take = (running, offsets, from, size, sums) => {
  const [one, two, three, four] = sums as [Int32Array, Int32Array, Int32Array, Int32Array];
  const first = offsets[from] as number;
  let at = 0;
  for (let i = 0; i < size; i++) {
    const to = ((offsets[from + i + 1] as number) - first) * LANES;
    one[i] = ((running[to] as number) - (running[at] as number)) | 0;
    two[i] = ((running[to + 1] as number) - (running[at + 1] as number)) | 0;
    three[i] = ((running[to + 2] as number) - (running[at + 2] as number)) | 0;
    four[i] = ((running[to + 3] as number) - (running[at + 3] as number)) | 0;
    at = to;
  }
};

const dayAfter = (day: Day): Day => dayOf(Math.min(dayNumber('9999-12-31'), dayNumber(day) + 1));
