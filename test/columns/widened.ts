import type { Condition } from 'evenhand/register';
import type { Gate, Scheme, StatusRule } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { LEVELS, schemes } from '../scoring/arbitraries.js';

const asked: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'count', gte: 9 },
  { field: 'score', in: ['-1', '0', '2'] },
  { field: 'share', between: [-1, 1] },
  { field: 'flag', eq: true },
  { field: 'word', in: ['x', 'z'] },
  { field: 'list', exists: false },
  { field: 'list', eq: 'l2' },
  { field: 'since', lt: '2023-06-30' },
  { not: { field: 'code', under: ['62'] } },
  { events: { kinds: ['k1', 'k3'], within: { months: 18 }, atLeast: 2 } },
  {
    any: [
      { field: 'day', exists: false },
      { field: 'flag', eq: false },
    ],
  },
);
const onTotal: fc.Arbitrary<Condition> = fc
  .integer({ min: -900, max: 900 })
  .map((gte) => ({ field: 'total', gte }));
const missing = fc.constantFrom('skip' as const, 'skip' as const, 'refuse' as const);

const statuses: fc.Arbitrary<StatusRule> = fc
  .record({ when: asked, missing }, { requiredKeys: ['when'] })
  .map((one) => ({ id: '', cite: 'law', ...one }));
const gates: fc.Arbitrary<Gate> = fc
  .record(
    {
      level: fc.constantFrom(...LEVELS),
      all: fc.array(fc.oneof(asked, onTotal), { maxLength: 2 }),
      any: fc.array(asked, { minLength: 1, maxLength: 2 }),
      missing,
    },
    { requiredKeys: ['level', 'all'] },
  )
  .map((one) => ({ cite: 'law', ...one }));

/**
 * Schemes with what the usual ones lack: numbers as points, a closed set of numbers, kinds of events
 * that are closed, statuses, gates in the place of bands, overrides that need a proof or ask for the score.
 */
export const widened: fc.Arbitrary<Scheme> = fc
  .record({
    scheme: schemes,
    numbers: fc.array(
      fc.record({
        input: fc.constantFrom('count', 'share', 'age', 'score'),
        times: fc.constantFrom(-3, -2, 0, 1, 1, 40_000_000),
        missing: fc.constantFrom('refuse' as const, { points: '7' }, { points: '0' }),
      }),
      { maxLength: 2 },
    ),
    isClosed: fc.constantFrom(true, false, false, false),
    statuses: fc.array(statuses, { maxLength: 1 }),
    gates: fc.option(fc.array(gates, { maxLength: 3 }), { nil: undefined }),
    proven: fc.array(fc.oneof(asked, onTotal), { maxLength: 1 }),
  })
  .map(({ scheme, numbers, isClosed, statuses: standings, gates: through, proven }): Scheme => {
    const { bands, ...rest } = scheme;
    const places = Math.max(1, scheme.places);
    return {
      ...rest,
      places,
      inputs: { ...scheme.inputs, score: { type: 'integer', values: ['-1', '0', '2', '5'] } },
      terms: [
        ...scheme.terms.map((term) =>
          term.kind === 'events' && isClosed ? { ...term, closed: true as const } : term,
        ),
        ...numbers.map((one, i) => ({ kind: 'number' as const, id: `n${i}`, cite: 'law', ...one })),
      ],
      statuses: standings.map((one, i) => ({ ...one, id: `s${i}` })),
      ...(through === undefined
        ? { bands: bands ?? [] }
        : { gates: [...through, { level: LEVELS[0] as string, cite: 'law' }] }),
      overrides: [
        ...(scheme.overrides ?? []),
        ...proven.map((when, i) => ({
          ...{ id: `p${i}`, when, effect: { step: 'worse' as const, by: 1 }, cite: 'law' },
          ...{ reason: { zh: '因', en: 'why' }, evidence: ['word'] },
        })),
      ],
    };
  });
