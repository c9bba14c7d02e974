import type { FrameUnit } from 'evenhand/draw';
import * as fc from 'fast-check';
import { ids } from '../ticket/arbitraries.js';

export const strata = ['s01', 's02', 's03'] as const;

/** Frames of up to 40 units in three strata, ids of any script. */
export const frames: fc.Arbitrary<FrameUnit[]> = fc.uniqueArray(
  fc.record({ id: ids, stratum: fc.constantFrom(...strata) }),
  { selector: ({ id }) => id, maxLength: 40 },
);

/** The same with weights, some left out, some far above the others. */
export const weightedFrames: fc.Arbitrary<FrameUnit[]> = fc.uniqueArray(
  fc.record(
    {
      id: ids,
      stratum: fc.constantFrom(...strata),
      weight: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 20 })),
    },
    { requiredKeys: ['id', 'stratum'] },
  ),
  { selector: ({ id }) => id, maxLength: 40 },
);

export const quotaTables: fc.Arbitrary<Record<string, number>> = fc.record(
  Object.fromEntries(strata.map((code) => [code, fc.nat({ max: 20 })])),
);

/** `count` units of one stratum. */
export const units = (count: number, stratum = 's01'): FrameUnit[] =>
  Array.from({ length: count }, (_, i) => ({ id: `E${i}`, stratum }));
