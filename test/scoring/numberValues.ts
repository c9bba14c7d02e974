import type { Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';

type Value = NonNullable<Scheme['values']>[number];
type Numbers = Extract<Value, { kind: 'combine' | 'ratio' }>;

// Numbers worked out of three inputs, with every operation, weight, rounding and gap.

export const inputs: Scheme['inputs'] = {
  a: { type: 'integer' },
  b: { type: 'decimal', places: 1 },
  c: { type: 'decimal', places: 2 },
};
export const facts = fc.record(
  {
    a: fc.integer({ min: -20, max: 20 }),
    b: fc.integer({ min: -99, max: 99 }).map((n) => n / 10),
    c: fc.integer({ min: -300, max: 300 }).map((n) => n / 100),
  },
  { requiredKeys: [] },
);
const small = fc.constantFrom('0', '1', '2', '-1', '0.5', '1.25', '-0.1');
const name = fc.constantFrom('a', 'b', 'c');
const member = (weight: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ value: name, weight }, { requiredKeys: ['value'] }),
    small.map((constant) => ({ constant })),
  );
const rounding = fc.constantFrom(
  'half-up' as const,
  'floor' as const,
  'ceil' as const,
  'between' as const,
);
const missing = fc.oneof(
  fc.constantFrom('refuse' as const, 'skip' as const, 'unknown' as const),
  small.map((is) => ({ is })),
);
export const frame = { id: 'v', cite: 'law' };
const combine = (op: 'sum' | 'max' | 'min' | 'mean' | 'count-of-top' | 'count') =>
  fc.record({
    kind: fc.constant('combine' as const),
    op: fc.constant(op),
    of: fc.array(member(op === 'mean' ? fc.constantFrom('0', '1', '0.7', '3') : small), {
      minLength: 1,
      maxLength: 4,
    }),
    ...(op === 'count'
      ? {
          that: fc
            .tuple(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), small)
            .map(([sign, bound]) => ({ [sign]: bound })),
        }
      : {}),
    ...(op === 'mean' || op === 'sum' ? { places: fc.integer({ min: 1, max: 3 }), rounding } : {}),
    missing,
  });
export const numbers = fc
  .oneof(
    ...(['sum', 'max', 'min', 'mean', 'count-of-top', 'count'] as const).map(combine),
    fc.record(
      {
        kind: fc.constant('ratio' as const),
        of: fc.array(fc.record({ upper: member(small), lower: member(small) }), {
          minLength: 1,
          maxLength: 3,
        }),
        times: fc.constantFrom(100, '0.5', -1),
        places: fc.integer({ min: 1, max: 3 }),
        rounding,
        missing: fc.constantFrom('refuse' as const, 'skip' as const, 'unknown' as const),
      },
      { requiredKeys: ['kind', 'of', 'places', 'rounding', 'missing'] },
    ),
  )
  .map((value) => ({ ...frame, ...value }) as Numbers);
