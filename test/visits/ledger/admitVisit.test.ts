import { describe, expect, it } from 'vitest';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import { emptyLedger, eventsOf, ledgerOf } from '../../../src/visits/ledger/ledger.js';
import { mergeVisits } from '../../../src/visits/mergeVisits.js';
import { demand } from '../demands.js';

describe('the pilot’s year', () => {
  const merged = mergeVisits(
    [
      demand('fire', '2026-03-01..2026-06-30'),
      demand('food', '2026-05-01..2026-09-30'),
      demand('tax', '2026-06-01..2026-12-31', { kind: 'census' }),
      demand('complaint', '2026-07-01..2026-07-31', {
        cause: 'for-cause',
        evidence: { cause: 'complaint', reference: '12345-2026-07' },
      }),
    ],
    twoInspections,
  );
  const visit = merged.visits[0] as (typeof merged.visits)[number];
  const complaint = merged.outside[0] as (typeof merged.outside)[number];

  it('admits the planned visit, and a complaint outside the cap', () => {
    const first = admitVisit(emptyLedger, visit, twoInspections);
    expect(first.decision).toMatchObject({ status: 'admitted', counts: true });
    const { decision } = admitVisit(first.ledger, complaint, twoInspections);
    expect(decision).toEqual({ status: 'admitted', counts: false, evidence: complaint.evidence });
  });

  it('takes a list of caps as it takes one', () => {
    expect(admitVisit(emptyLedger, visit, [twoInspections])).toEqual(
      admitVisit(emptyLedger, visit, twoInspections),
    );
  });

  it('takes a demand as a visit of its own', () => {
    const first = admitVisit(emptyLedger, demand('fire', '2026-03-01..2026-06-30'), twoInspections);
    expect(first.decision).toMatchObject({ status: 'admitted', counts: true });
    const food = admitVisit(first.ledger, demand('food', '2026-02-01..2026-09-30'), twoInspections);
    expect(food.decision).toMatchObject({ status: 'joined', visit: 'fire' });
    const late = admitVisit(food.ledger, demand('late', '2026-09-01..2026-09-30'), twoInspections);
    expect(late.decision).toMatchObject({
      status: 'refused',
      free: '2027-01-01',
      because: [{ code: 'limit-reached', visits: ['fire'], free: '2027-01-01' }],
    });
    expect(ledgerOf(JSON.parse(JSON.stringify(eventsOf(late.ledger))))).toEqual(late.ledger);
  });
});
