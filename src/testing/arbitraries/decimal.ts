import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { decimalText } from '../../core/decimal.js';

/**
 * Exact decimals as documents write them, such as `-2.5`.
 *
 * @param options.places - the most places after the point, 1 where left out
 * @param options.min - the least, in units of 10^-places
 * @param options.max - the most, in the same units
 */
export function arbitraryDecimal(
  options: { readonly places?: number; readonly min?: number; readonly max?: number } = {},
): fc.Arbitrary<string> {
  requireArgument('arbitraryDecimal', 'options', options, 'object');
  const { places = 1, min = -1000, max = 1000 } = options;
  return fc.integer({ min, max }).map((units) => decimalText(units, places));
}
