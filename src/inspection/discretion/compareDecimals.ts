import { type Decimal, placesOf, scaled } from '../../core/decimal.js';

/** Below 0, 0 or above 0, as the first decimal is less than, equal to or more than the second. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  return scaled(a, places) - scaled(b, places);
}
