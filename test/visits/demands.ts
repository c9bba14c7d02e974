import * as fc from 'fast-check';
import { dayNumber, dayOf } from '../../src/core/day.js';
import type { Demand } from '../../src/register/nouns.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Cap, CapLimit } from '../../src/visits/cap.js';

/** A demand in few words: `demand('fire', '2026-03-01..2026-06-30')`. */
export function demand(id: string, window: string, more: Partial<Demand> = {}): Demand {
  const [from = '', to = ''] = window.split('..');
  return {
    id,
    entity: 'E1',
    authority: id,
    item: id,
    kind: 'spot-check',
    cause: 'draw',
    window: { from, to },
    weight: 1,
    duty: false,
    ...more,
  };
}

export const DUTY_FIRST: Cap['precedence'] = ['for-cause', 'duty', 'cap'];
export const CAP_FIRST: Cap['precedence'] = ['for-cause', 'cap', 'duty'];

/** The pilot with other numbers. */
export function capOf(census: number, spotChecks: number, more: Partial<Cap> = {}): Cap {
  const most = [census, spotChecks];
  const limits = twoInspections.limits.map((limit, i) => ({
    ...limit,
    unit: { visits: most[i] as number },
  }));
  return { ...twoInspections, limits, ...more };
}

/** A cap on the visits of both kinds together. */
export function totalOf(visits: number, more: Partial<Cap> = {}): Cap {
  const [limit] = capOf(0, 0).limits as [CapLimit, CapLimit];
  return { ...twoInspections, limits: [{ ...limit, unit: { visits }, counts: {} }], ...more };
}

export const anyCap = (most: number): fc.Arbitrary<Cap> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.integer({ min: 0, max: most }),
      fc.constantFrom(DUTY_FIRST, CAP_FIRST),
      fc.nat(3),
    )
    .map(([census, spotChecks, precedence, total]) =>
      total > 0 ? capOf(census, spotChecks, { precedence }) : totalOf(census, { precedence }),
    );

const FIRST = dayNumber('2026-01-01');

/** Demands of one year whose windows lie in its first `days` days, so that they crowd. */
export function crowded(options: {
  days: number;
  most: number;
  sites?: readonly (string | undefined)[];
  entities?: readonly string[];
  years?: number;
}): fc.Arbitrary<Demand[]> {
  const { days, most, sites = [undefined], entities = ['E1'], years = 1 } = options;
  const one = fc.record({
    entity: fc.constantFrom(...entities),
    site: fc.constantFrom(...sites),
    authority: fc.constantFrom('fire', 'food', 'tax'),
    item: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom('census' as const, 'spot-check' as const),
    year: fc.integer({ min: 0, max: years - 1 }),
    start: fc.integer({ min: 0, max: days - 1 }),
    length: fc.integer({ min: 0, max: days - 1 }),
    weight: fc.integer({ min: 0, max: 4 }),
    duty: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  });
  return fc.array(one, { minLength: 1, maxLength: most }).map((rows) =>
    rows.map(({ year, start, length, site, ...row }, i): Demand => {
      const from = FIRST + year * 365 + start;
      const to = FIRST + year * 365 + Math.min(days - 1, start + length);
      return {
        ...row,
        id: `D${i}`,
        ...(site === undefined ? {} : { site }),
        cause: 'draw',
        window: { from: dayOf(from), to: dayOf(to) },
      };
    }),
  );
}
