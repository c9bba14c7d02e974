import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import type { DrawInput } from '../../draw/drawSample.js';
import { arbitraryKey } from './key.js';

/** A draw to be made, with its frame as a list that can be read again. */
export interface FrameToDraw extends DrawInput {
  readonly frame: readonly { readonly id: string; readonly stratum: string }[];
  readonly substitutes: number;
}

/**
 * Draws to be made: a key, up to 40 units in three strata, a quota for each, from none to more than
 * there are.
 */
export function arbitraryFrame(
  options: { readonly maxUnits?: number } = {},
): fc.Arbitrary<FrameToDraw> {
  requireArgument('arbitraryFrame', 'options', options, 'object');
  const quota = fc.nat(12);
  const unit = fc.record({
    id: fc.oneof(
      fc.nat(999).map((n) => `E${n}`),
      fc.nat(999).map((n) => `示例企业${n}`),
    ),
    stratum: fc.constantFrom('s01', 's02', 's03'),
  });
  return fc.record({
    key: arbitraryKey(),
    frame: fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: options.maxUnits ?? 40 }),
    quotas: fc.record({ s01: quota, s02: quota, s03: quota }),
    substitutes: fc.nat(3),
  });
}
