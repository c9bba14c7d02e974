import * as fc from 'fast-check';
import { addDays, type Day } from '../../core/day.js';
import { windowStart } from '../../register/condition.js';
import type { Event } from '../../register/nouns.js';
import { arbitraryDay } from './day.js';
import type { Reading } from './reading.js';

/**
 * Events of the kinds a programme reads, now and then of one it does not: on both sides of the edges
 * of every window more often than by chance, some learnt of late, ended or repaired, some after
 * `asOf`.
 */
export function arbitraryEvent(reading: Reading, asOf: Day, id: string): fc.Arbitrary<Event> {
  const edges = reading.periods.flatMap((period) => {
    const first = windowStart(asOf, period);
    return [addDays(first, -1), first, addDays(first, 1)];
  });
  const around = { from: addDays(asOf, -365 * 4), to: addDays(asOf, 30) };
  const later = fc.option(
    fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1200 })),
    { nil: undefined, freq: 2 },
  );
  return fc
    .record({
      kind: fc.constantFrom(...reading.eventKinds, 'of-no-rule'),
      on: fc.oneof(
        arbitraryDay(around),
        fc.constantFrom(asOf, addDays(asOf, -1), addDays(asOf, 1), ...edges),
      ),
      known: later,
      ends: later,
      repaired: later,
    })
    .map(({ kind, on, known, ends, repaired }) => ({
      id,
      kind,
      on,
      ...(known === undefined ? {} : { knownOn: addDays(on, known) }),
      ...(ends === undefined ? {} : { until: addDays(on, ends) }),
      ...(repaired === undefined ? {} : { repairedOn: addDays(on, repaired) }),
      source: 'example',
    }));
}
