import fc from 'fast-check';
import { expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { CapLimit } from '../../../src/visits/cap.js';
import type { LedgerVisit } from '../../../src/visits/ledger/ledgerVisit.js';
import { limitUse } from '../../../src/visits/ledger/limitUse.js';

const visits: fc.Arbitrary<readonly LedgerVisit[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      kind: fc.constantFrom('census', 'spot-check', 'for-cause'),
      method: fc.constantFrom('on-site', 'written'),
      day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-01', '2026-12-31', '9999-12-31'),
      days: fc.integer({ min: 1, max: 3 }),
      isProven: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) =>
    rows.map(
      ({ isProven, day, ...row }): LedgerVisit => ({
        entity: 'E1',
        state: 'admitted',
        window: { from: day, to: day },
        counts: true,
        limits: [],
        beyond: [],
        shares: [],
        day,
        ...row,
        ...(isProven ? { evidence: { cause: 'complaint', reference: '1' } } : {}),
      }),
    ),
  );

const limits: fc.Arbitrary<CapLimit> = fc.record({
  id: fc.constant('limit'),
  unit: fc.oneof(
    fc.record({ visits: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ days: fc.integer({ min: 0, max: 6 }) }),
  ),
  window: fc.constant('calendar-year' as const),
  counts: fc.constantFrom(
    {},
    { kinds: ['census' as const] },
    { methods: ['on-site' as const], kinds: ['spot-check' as const] },
  ),
  cite: fc.constant('plan-2021-24'),
});

it('counts a calendar year at once as it counts by windows and keys', () => {
  let passed = 0;
  fc.assert(
    fc.property(visits, limits, ([visit, ...others], limit) => {
      const asked = visit as LedgerVisit;
      const found = limitUse(twoInspections, limit, asked, others, []);
      // A limit that counts nothing apart by name goes the way of those that do.
      const slowly = limitUse(twoInspections, { ...limit, per: [] }, asked, others, []);
      expect(found).toEqual(slowly);
      passed += found.filter(({ used, most, until }) => used > most && until !== undefined).length;
    }),
  );
  expect(passed).toBeGreaterThan(0);
});
