import { mistake } from './error.js';
import { shownValue } from './shownValue.js';

/** An exact share p/q with 0 <= p/q <= 1 and q > 0. */
export interface Ratio {
  readonly p: bigint;
  readonly q: bigint;
}

const DECIMAL = /^([0-9]+)(?:\.([0-9]+))?([%‰]?)$/;
const FRACTION = /^([0-9]+)\/([0-9]+)$/;

/**
 * Reads a share: `3%`, `2‰`, `0.03` or `1/3`.
 *
 * A bare number above 1 is refused, since `3` may mean 3 % or 300 %: the author says `3%`.
 *
 * @throws `bad-ratio` for other text (signs, blanks, `.5`, `5.`, `1/3%`), a zero denominator or a
 * value above 1
 * @example
 * ```ts
 * import { parseRatio } from 'evenhand/core';
 *
 * parseRatio('2.5%'); // => { p: 25n, q: 1000n }
 * ```
 */
export function parseRatio(text: string): Ratio {
  const ratio = typeof text === 'string' ? readRatio(text) : undefined;
  if (ratio === undefined) throw badRatio(text, 'expected like `3%`, `2‰`, `0.03` or `1/3`');
  if (ratio.q === 0n) throw badRatio(text, 'its denominator is 0');
  if (ratio.p > ratio.q) throw badRatio(text, aboveOne(text));
  return ratio;
}

/** Whether `parseRatio` takes the text. */
export function isRatio(text: unknown): text is string {
  const ratio = typeof text === 'string' ? readRatio(text) : undefined;
  return ratio !== undefined && ratio.q > 0n && ratio.p <= ratio.q;
}

/** Below 0, 0 or above 0, as the first share is less than, equal to or more than the second. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.p * b.q;
  const right = b.p * a.q;
  return left < right ? -1 : left > right ? 1 : 0;
}

function readRatio(text: string): Ratio | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction !== null)
    return { p: BigInt(fraction[1] as string), q: BigInt(fraction[2] as string) };
  const decimal = DECIMAL.exec(text);
  if (decimal === null) return undefined;
  const [, whole = '', places = '', unit] = decimal;
  const factor = unit === '%' ? 100n : unit === '‰' ? 1000n : 1n;
  return { p: BigInt(whole + places), q: factor * 10n ** BigInt(places.length) };
}

/** A bare number above 1 was hardly meant as a share, and most likely as a percentage. */
function aboveOne(text: string): string {
  return /^[0-9.]+$/.test(text) ? `it is above 1; did you mean \`${text}%\`?` : 'it is above 1';
}

function badRatio(text: string, why: string) {
  return mistake('bad-ratio', `not a share between 0 and 1: \`${shownValue(text)}\`; ${why}`, {
    given: shownValue(text),
  });
}
