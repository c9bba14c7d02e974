import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demand } from '../../../src/register/nouns.js';
import { twoInspections } from '../../../src/schemes/twoInspections.js';
import type { Cap } from '../../../src/visits/cap.js';
import { admitVisit } from '../../../src/visits/ledger/admitVisit.js';
import { fixedFrom } from '../../../src/visits/ledger/fixedFrom.js';
import { emptyLedger, type Ledger, visitsOf } from '../../../src/visits/ledger/ledger.js';
import { type MergedVisits, mergeVisits } from '../../../src/visits/mergeVisits.js';
import { anyCap, CAP_FIRST, crowded, demand } from '../demands.js';

/** Books merged visits one after another; says what was refused. */
function booked(
  ledger: Ledger,
  merged: MergedVisits,
  cap: Cap,
): { ledger: Ledger; refused: string[] } {
  const refused: string[] = [];
  let now = ledger;
  for (const visit of merged.visits) {
    const answer = admitVisit(now, visit, cap);
    if (answer.decision.status !== 'admitted') refused.push(visit.id);
    now = answer.ledger;
  }
  return { ledger: now, refused };
}

const gapped = (days: number): Cap => ({
  ...twoInspections,
  precedence: CAP_FIRST,
  limits: [{ id: 'gap', unit: { gap: { days } }, counts: {}, cite: 'plan-2021-24' }],
});

const caps = fc.oneof(
  anyCap(2).map((cap): Cap => ({ ...cap, precedence: CAP_FIRST })),
  fc.integer({ min: 1, max: 4 }).map(gapped),
);
const demands = crowded({ days: 8, most: 8, sites: [undefined, 'S1'] });
const later = demands.map((list) => list.map((one): Demand => ({ ...one, id: `later-${one.id}` })));

it('is admitted by the ledger, visit by visit, what is merged under its cap', () => {
  let seen = 0;
  fc.assert(
    fc.property(demands, caps, (list, cap) => {
      const merged = mergeVisits(list, cap);
      seen += merged.visits.length;
      expect(booked(emptyLedger, merged, cap).refused).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(seen).toBeGreaterThan(100);
});

it('is admitted too what is merged beside what the ledger holds already', () => {
  let [seen, joined] = [0, 0];
  fc.assert(
    fc.property(demands, later, caps, (list, more, cap) => {
      const { ledger } = booked(emptyLedger, mergeVisits(list, cap), cap);
      const merged = mergeVisits(more, cap, { fixed: fixedFrom(visitsOf(ledger)) });
      seen += merged.visits.length;
      joined += merged.joined.length;
      expect(booked(ledger, merged, cap).refused).toEqual([]);
    }),
    { numRuns: 100 },
  );
  expect(seen).toBeGreaterThan(20);
  expect(joined).toBeGreaterThan(20);
});

it('leaves out what was cancelled, and a complaint that does not count', () => {
  const fire = mergeVisits([demand('fire', '2026-03-01..2026-06-30')], twoInspections);
  const { ledger } = booked(emptyLedger, fire, twoInspections);
  expect(fixedFrom(visitsOf(ledger, 'E1'))).toEqual([
    { id: 'E1/spot-check', entity: 'E1', kind: 'spot-check', day: '2026-03-01', isOpen: true },
  ]);
  const [visit] = visitsOf(ledger, 'E1');
  if (visit === undefined) throw new Error('no visit');
  expect(fixedFrom([{ ...visit, state: 'cancelled' }])).toEqual([]);
  expect(fixedFrom([{ ...visit, counts: false }])).toEqual([]);
  expect(fixedFrom([{ ...visit, method: 'written' }])).toEqual([]);
  expect(
    fixedFrom([
      { ...visit, state: 'done' },
      { ...visit, state: 'reserved' },
    ]),
  ).toMatchObject([{ isOpen: false }, { isOpen: false }]);
});
