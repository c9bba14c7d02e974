import * as fc from 'fast-check';
import {
  CAPACITY_PERIODS,
  type RecencyTier,
  type Sampling,
  type TeamRules,
} from '../../draw/sampling.js';
import { CHANCES } from '../../register/nouns.js';
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
      chances: fc.option(arbitraryWeights(), { nil: undefined, freq: 2 }),
    })
    .map(
      ({ frame, tiers, last, certain, teams, chances, ...rest }): Sampling => ({
        schema: 'evenhand/sampling/1',
        kind: 'sampling',
        ...frame,
        ...rest,
        ...(teams === undefined ? {} : { teams }),
        ...chances,
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

/** A fact that nobody else reads, so that no scheme says otherwise of it. */
const WEIGHT_FACT = 'what-it-weighs';

/** Weights by a fact: whether all tasks draw by them, and what a missing one weighs, stated or not. */
function arbitraryWeights(): fc.Arbitrary<Pick<Sampling, 'method' | 'weight'>> {
  return fc
    .record({
      method: fc.constantFrom(undefined, ...CHANCES),
      missing: fc.constantFrom(undefined, 1, 7),
    })
    .map(({ method, missing }) => ({
      ...(method === undefined ? {} : { method }),
      weight: {
        fact: WEIGHT_FACT,
        ...(missing === undefined ? {} : { missing }),
        cite: MADE_UP,
      },
    }));
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
