import { type Decimal, placesOf } from '../core/decimal.js';

const NUMBER = /^([+-]?)([0-9]{0,40})(?:\.([0-9]{0,40}))?(?:[eE]([+-]?[0-9]{1,2}))?$/;

/**
 * A number of XML as an exact decimal: `+05.50` is `5.5`, `1.5E2` is `150`. Undefined where it is none,
 * or needs more than fifteen digits before or after the point.
 */
export function xmlDecimal(text: string): string | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? [];
  if (sign === undefined || `${whole}${fraction}` === '') return undefined;
  const shift = Number(exponent);
  const digits = `${whole}${fraction}`;
  const point = whole.length + shift;
  const before = digits.slice(0, Math.max(0, point)).padEnd(point, '0').replace(/^0+/, '');
  const after = `${'0'.repeat(Math.max(0, -point))}${digits.slice(Math.max(0, point))}`;
  const kept = after.replace(/0+$/, '');
  if (before.length > 15 || kept.length > 15) return undefined;
  const value = kept === '' ? before || '0' : `${before || '0'}.${kept}`;
  return sign === '-' && value !== '0' ? `-${value}` : value;
}

/** The decimal as a whole count of 10^-places; what lies beyond the places is given up downward. */
export function unitsBelow(value: Decimal, places: number): bigint {
  const own = Math.max(placesOf(value), places);
  const units = countOf(value, own);
  const grid = 10n ** BigInt(own - places);
  const quotient = units / grid;
  return units < 0n && quotient * grid !== units ? quotient - 1n : quotient;
}

/** Whether `a` is less than `b` (negative), equal (0) or more. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = countOf(a, places) - countOf(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The most places any of some decimals needs. */
export function mostPlaces(values: readonly Decimal[]): number {
  return values.reduce<number>((most, value) => Math.max(most, placesOf(value)), 0);
}

function countOf(value: Decimal, places: number): bigint {
  const [whole, fraction = ''] = String(value).split('.');
  return BigInt(`${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
}
