import { checkEntropyValue, type EntropySpec } from 'evenhand/ticket';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstrationValue } from '../../src/plan/demonstration.js';

const dice = fc.record({
  kind: fc.constant('dice' as const),
  label: fc.constantFrom('dice', 'd'),
  on: fc.constant('2026-01-15'),
  sides: fc.integer({ min: 2, max: 20 }),
  count: fc.integer({ min: 1, max: 60 }),
});
const lottery = fc.record({
  kind: fc.constant('lottery' as const),
  label: fc.constantFrom('lottery', 'l'),
  on: fc.constant('2026-01-15'),
  name: fc.constant({ zh: '彩', en: 'l' }),
  sets: fc.array(
    fc
      .record({ count: fc.integer({ min: 1, max: 8 }), more: fc.integer({ min: 0, max: 40 }) })
      .map(({ count, more }) => ({ count, from: count + more })),
    { minLength: 1, maxLength: 3 },
  ),
});

describe('a value for demonstration', () => {
  it('has the form of its source, and follows from the draw and the label', () => {
    const property = fc.property(
      fc.oneof<fc.Arbitrary<EntropySpec>[]>(dice, lottery),
      fc.constantFrom('A-1', 'A-2'),
      (spec, drawId) => {
        const value = demonstrationValue(drawId, { label: spec.label, spec });
        expect(checkEntropyValue(spec, value)).toEqual([]);
        expect(demonstrationValue(drawId, { label: spec.label, spec })).toBe(value);
      },
    );
    fc.assert(property, { numRuns: 100 });
    const thirty = { kind: 'dice', label: 'd', on: '2026-01-15', sides: 10, count: 30 } as const;
    const of = (id: string) => demonstrationValue(id, { label: 'd', spec: thirty });
    expect(of('A-1')).not.toBe(of('A-2'));
    expect(new Set(of('A-1').split('.')).size).toBeGreaterThan(4);
  });

  it('of a source without a form is a digest', () => {
    expect(demonstrationValue('A-1', { label: 'dice' })).toMatch(/^[0-9a-f]{64}$/);
  });
});
