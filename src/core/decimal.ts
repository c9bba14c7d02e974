import { requireArgument } from './argument.js';
import { mistake } from './error.js';
import { shownValue } from './shownValue.js';

/**
 * Exact decimals. In documents a decimal is text (`'-2.5'`) or a safe integer; in compiled tables it
 * is an integer at a stated number of places (`-25` at 1 place). No double is ever added.
 */
export type Decimal = string | number;

const PATTERN = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** Whether a value is a decimal: text like `-12.50`, or a safe integer. */
export function isDecimal(value: unknown): value is Decimal {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  return typeof value === 'string' && PATTERN.test(value) && !/^-0(?:\.0*)?$/.test(value);
}

/** How many places after the point a decimal needs, trailing zeros not counted. */
export function placesOf(value: Decimal): number {
  const fraction = String(value).split('.')[1] ?? '';
  return fraction.replace(/0+$/, '').length;
}

/**
 * The decimal as an integer count of 10^-places.
 *
 * @throws `not-a-decimal` for other text, `too-many-places` if it does not fit exactly,
 * `decimal-too-large` beyond ±(2^53 - 1)
 * @example
 * ```ts
 * import { scaled } from 'evenhand/core';
 *
 * scaled('-2.5', 2); // => -250
 * ```
 */
export function scaled(value: Decimal, places: number): number {
  if (!isDecimal(value)) {
    throw mistake(
      'not-a-decimal',
      `not a decimal: \`${shownValue(value)}\` (expected text like \`-2.5\`)`,
      {
        given: shownValue(value),
      },
    );
  }
  if (placesOf(value) > places) {
    throw mistake(
      'too-many-places',
      `\`${value}\` has more than ${places} places after the point`,
      { given: String(value), expected: places },
    );
  }
  const [whole = '0', fraction = ''] = String(value).split('.');
  const digits = `${whole}${fraction.slice(0, places).padEnd(places, '0')}`;
  const units = Number(digits);
  if (!Number.isSafeInteger(units)) {
    throw mistake('decimal-too-large', `\`${value}\` is too large at ${places} places`, {
      given: String(value),
    });
  }
  return units === 0 ? 0 : units;
}

/**
 * The shortest text of an integer count of 10^-places.
 *
 * @example
 * ```ts
 * import { decimalText } from 'evenhand/core';
 *
 * decimalText(-250, 2); // => '-2.5'
 * ```
 */
export function decimalText(units: number, places: number): string {
  if (typeof units !== 'number') requireArgument('decimalText', 'units', units, 'number');
  if (typeof places !== 'number') requireArgument('decimalText', 'places', places, 'number');
  if (places === 0) return String(units);
  const unit = 10 ** places;
  const size = Math.abs(units);
  const rest = size % unit;
  const whole = `${units < 0 ? '-' : ''}${(size - rest) / unit}`;
  if (rest === 0) return whole;
  let fraction = String(rest).padStart(places, '0');
  while (fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${whole}.${fraction}`;
}

/**
 * A measured number of a register row at `places`, or undefined where it does not fit exactly.
 *
 * A double that was written with at most `places` digits is exactly the nearest double of that
 * decimal, so the round trip proves the reading.
 */
export function scaledMeasure(value: number | string, places: number): number | undefined {
  if (typeof value === 'string') {
    return isDecimal(value) && placesOf(value) <= places ? scaled(value, places) : undefined;
  }
  if (!Number.isFinite(value)) return undefined;
  const factor = 10 ** places;
  const units = Math.round(value * factor);
  if (!Number.isSafeInteger(units) || units / factor !== value) return undefined;
  return units === 0 ? 0 : units;
}
