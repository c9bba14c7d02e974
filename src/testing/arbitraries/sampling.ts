import * as fc from 'fast-check';
import type { RecencyTier, Sampling } from '../../draw/sampling.js';
import { documentFrame, MADE_UP } from './documentFrame.js';

const TIERS: readonly Omit<RecencyTier, 'cite'>[] = [
  { id: 'long-ago', after: { years: 2 }, multiplier: '1' },
  { id: 'a-year-ago', after: { months: 12 }, multiplier: '1/2' },
  { id: 'months-ago', after: { days: 90 }, multiplier: '0.2' },
];
const LAST = ['1/20', '0', '1'];

/** Valid rules of the draw: one to four tiers of recency, some substitutes, perhaps a certain list. */
export function arbitrarySampling(): fc.Arbitrary<Sampling> {
  return fc
    .record({
      frame: documentFrame('any-sampling'),
      tiers: fc.subarray([...TIERS]),
      last: fc.constantFrom(...LAST),
      substitutes: fc.nat(3),
      certain: fc.subarray(['watched']),
      publishCells: fc.boolean(),
    })
    .map(
      ({ frame, tiers, last, certain, ...rest }): Sampling => ({
        schema: 'evenhand/sampling/1',
        kind: 'sampling',
        ...frame,
        ...rest,
        recency: [
          ...tiers.map((tier) => ({ ...tier, cite: MADE_UP })),
          { id: 'lately', multiplier: tiers.length === 0 ? '1' : last, cite: MADE_UP },
        ],
        certain: certain.map((list) => ({
          list,
          reason: { zh: '重点监管', en: 'watched' },
          cite: MADE_UP,
        })),
      }),
    );
}
