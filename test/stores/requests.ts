import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Cap } from '../../src/visits/cap.js';
import type { VisitRequest } from '../../src/visits/ledger/request.js';

/** The pilot's cap: one census visit and one spot check, two visits in all. */
export const capOfTwo: Cap = twoInspections;

/** A cap of so many visits a year, of whatever kind. */
export const capOf = (visits: number): Cap => ({
  ...twoInspections,
  id: `cap-of-${visits}`,
  limits: [
    {
      id: 'visits',
      unit: { visits },
      window: 'calendar-year',
      counts: {},
      cite: 'plan-2021-24',
    },
  ],
});

const AUTHORITIES = ['fire', 'food', 'tax', 'market', 'labour', 'environment', 'water', 'culture'];

/** How many firms are asked for, and what sets their ids apart from those of another load. */
export interface Crowd {
  readonly firms: number;
  readonly mark: string;
}

/** The request of a number: always the same, spread over firms, days and authorities. */
export function requestOf(i: number, { firms, mark }: Crowd): VisitRequest {
  const mixed = Math.imul(i + 1, 2_654_435_761) >>> 0;
  const lead = AUTHORITIES[i % AUTHORITIES.length] as string;
  const month = String(1 + (mixed % 12)).padStart(2, '0');
  const day = String(1 + ((mixed >>> 8) % 28)).padStart(2, '0');
  return {
    id: `${lead}:${mark}/${i}`,
    entity: `${mark}/${String((mixed >>> 4) % firms).padStart(6, '0')}`,
    lead,
    kind: (mixed >>> 3) % 2 === 0 ? 'census' : 'spot-check',
    day: `2026-${month}-${day}`,
    at: '2026-01-01',
    join: false,
  };
}
