import type { CityAuthority } from './cityAuthorities.js';

/** How the inspectors beyond the rota spread over the authorities, per hundred. Example. */
export const STAFF_WEIGHTS: Readonly<Record<CityAuthority, number>> = {
  construction: 5,
  culture: 8,
  drug: 7,
  ecology: 8,
  education: 4,
  emergency: 18,
  fire: 14,
  health: 5,
  labour: 6,
  market: 17,
  tax: 3,
  transport: 3,
  urban: 2,
};
