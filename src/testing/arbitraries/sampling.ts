import * as fc from 'fast-check';
import {
  CAPACITY_PERIODS,
  type RecencyTier,
  type Sampling,
  type TeamRules,
} from '../../draw/sampling.js';
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
      teams: fc.option(arbitraryTeams(), { nil: undefined }),
    })
    .map(
      ({ frame, tiers, last, certain, teams, ...rest }): Sampling => ({
        schema: 'evenhand/sampling/1',
        kind: 'sampling',
        ...frame,
        ...rest,
        ...(teams === undefined ? {} : { teams }),
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

/** Rules of teams, each of them stated or not. */
function arbitraryTeams(): fc.Arbitrary<TeamRules> {
  return fc.record(
    {
      partners: fc.constant(1),
      covers: fc.constantFrom('one-item', 'all-items'),
      capacityPer: fc.constantFrom(...CAPACITY_PERIODS),
      ladder: fc.subarray(['district', 'twice-running']),
      cite: fc.constant(MADE_UP),
    },
    { requiredKeys: ['cite'] },
  );
}
