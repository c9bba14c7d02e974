import { addDays, type Day } from '../../core/day.js';
import type { Event } from '../../register/nouns.js';
import { daySteps } from './daySteps.js';

/** One thing that is added up over an entity's events. */
export interface EventSum {
  /** The kinds of event that count at all. */
  readonly kinds: Iterable<string>;
  /** The days from which on an event counts otherwise than just before. */
  readonly turns: readonly Day[];
  /** What one event counts, as the readable evaluator says. */
  effect(event: Event): number;
}

/** All sums of one entity in one passage; false where the readable evaluator has to answer. */
export type AddEvents = (events: readonly Event[], sums: Float64Array) => boolean;

/**
 * Adds up several things over events at once.
 *
 * What an event counts hangs on its kind, on whether it is repaired, and on its day only through the
 * days where some window or step begins. So what `effect` says of one event of each kind and step is
 * put into one table, and each event costs one look-up.
 *
 * @param asked - the sums, in the order in which they are wanted
 */
export function eventAdder(asked: readonly EventSum[], asOf: Day): AddEvents {
  const lanes = asked.length;
  if (lanes === 0) return () => true;
  const turns = [...new Set(asked.flatMap((one) => [...one.turns, addDays(asOf, 1)]))].sort();
  const rows = new Map<string, number>();
  for (const { kinds } of asked) {
    for (const kind of kinds) if (!rows.has(kind)) rows.set(kind, rows.size);
  }
  const steps = turns.length + 1;
  const table = new Float64Array(rows.size * 2 * steps * lanes);
  for (const [kind, row] of rows) {
    for (const repaired of [0, 1]) {
      ['0001-01-01', ...turns].forEach((on, step) => {
        const event = { id: '', kind, on, source: '', ...(repaired ? { repairedOn: asOf } : {}) };
        const at = ((row * 2 + repaired) * steps + step) * lanes;
        asked.forEach(({ effect }, lane) => {
          table[at + lane] = effect(event);
        });
      });
    }
  }
  const stepOf = daySteps(turns);
  return (events, sums) => {
    sums.fill(0);
    for (let e = 0; e < events.length; e++) {
      const event = events[e] as Event;
      const row = rows.get(event.kind);
      if (row === undefined) continue;
      const { on, repairedOn, until, knownOn } = event;
      if (knownOn !== undefined && knownOn > asOf) continue;
      if (until !== undefined && until < asOf) continue;
      const step = stepOf(on);
      if (step < 0) return false;
      const repaired = repairedOn !== undefined && repairedOn <= asOf ? 1 : 0;
      const at = ((row * 2 + repaired) * steps + step) * lanes;
      for (let lane = 0; lane < lanes; lane++) {
        sums[lane] = (sums[lane] as number) + (table[at + lane] as number);
      }
    }
    return true;
  };
}
