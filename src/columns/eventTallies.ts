import { type Day, dayNumber } from '../core/day.js';
import { BLOCK, type Block } from './block.js';
import { ageSteps, effectTable } from './effectTables.js';
import type { EventColumns } from './entityColumns.js';
import { areEventsSound, markEvents } from './eventDomains.js';
import type { EventQuestion } from './eventQuestions.js';
import {
  type AddUp,
  addUp,
  groupsOf,
  mostEvents,
  type Take,
  TOGETHER,
  take,
} from './eventWords.js';

/** What is added up over the events of each row of a block. */
export interface Tally {
  readonly sums: Int32Array;
}

/** Adds up events for terms and conditions alike, all in one reading of a block's events. */
export interface EventTallies {
  tally(question: EventQuestion): Tally;
  /** Call once when all are asked for: reads the events of some rows. */
  reader(block: Block): (from: number, size: number) => void;
}

type Asked = EventQuestion & Tally;

/**
 * Tallies over the events of columns as of a day: one small table for all, and each event of a row
 * costs one look-up.
 */
export function eventTallies(events: EventColumns | undefined, asOf: Day): EventTallies {
  const asked: Asked[] = [];
  return {
    tally: (question) => {
      const one = { sums: new Int32Array(BLOCK), ...question };
      asked.push(one);
      return one;
    },
    reader: (block) =>
      events === undefined ? () => undefined : readerOf(events, asOf, asked, block),
  };
}

function readerOf(events: EventColumns, asOf: Day, asked: readonly Asked[], block: Block) {
  const { offsets, kinds } = events;
  const { faulty } = block;
  const today = dayNumber(asOf);
  const steps = ageSteps(asked, asOf);
  const { ofAge, count: stepCount } = steps;
  const oldest = ofAge.length - 1;
  const most = mostEvents(events);
  const tables = asked.map((one) => ({ ...one, ...effectTable(one, kinds, steps, asOf) }));
  const { groups, allowed } = groupsOf(tables, most);
  const isLong = most > allowed;
  const known = kinds.length;
  const find = placesOf(events, { ofAge, oldest, stepCount, known, today });
  const isSound = areEventsSound(events);
  let places = new Int32Array(0);
  let running = new Int32Array(0);

  return (from: number, size: number): void => {
    const first = offsets[from] as number;
    const count = (offsets[from + size] as number) - first;
    if (places.length < count) {
      places = new Int32Array(count * 2);
      running = new Int32Array((count * 2 + 1) * TOGETHER);
    }
    if (!isSound) markEvents(events, faulty, from, size);
    find(places, first, count);
    for (const { effects, words } of groups) {
      (addUp[words.length] as AddUp)(effects, places, count, running);
      (take[words.length] as Take)(running, offsets, from, size, words);
    }
    if (!isLong) return;
    for (let i = 0; i < size; i++) {
      const own = (offsets[from + i + 1] as number) - (offsets[from + i] as number);
      if (own > allowed) faulty[i] = 1;
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

/**
 * Finds the place of each event in the tables of effects. Without branches, which for events in any
 * order can't be foreseen: twice as fast by this.
 */
function placesOf(
  { kind, on, repairedOn, until, knownOn }: EventColumns,
  { ofAge, oldest, stepCount, known, today }: Places,
): (places: Int32Array, first: number, count: number) => void {
  return (places, first, count) => {
    for (let e = 0, at = first; e < count; e++, at++) {
      const age = (today - (on[at] as number)) | 0;
      const older = (oldest - age) >> 31;
      // Step 0 is that of events without effect: in the future, not yet known, or at an end.
      let gone = age >> 31;
      if (until !== undefined) gone |= ((until[at] as number) - today) >> 31;
      if (knownOn !== undefined) gone |= (today - (knownOn[at] as number)) >> 31;
      const step = (ofAge[((age & ~older) | (oldest & older)) & ~gone] as number) & ~gone;
      const mended = repairedOn === undefined ? 0 : ((repairedOn[at] as number) - today - 1) >>> 31;
      const code = Math.min(known, kind[at] as number);
      places[e] = (Math.imul((code << 1) | mended, stepCount) + step) | 0;
    }
  };
}
