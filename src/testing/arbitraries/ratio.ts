import * as fc from 'fast-check';
import { decimalText } from '../../core/decimal.js';

/**
 * Shares in every form a document may write them: `3%`, `2.5‰`, `0.03`, `1/3`; 0 and all of it among
 * them more often than by chance.
 */
export function arbitraryRatio(): fc.Arbitrary<string> {
  const ofThousand = fc.integer({ min: 0, max: 1000 });
  return fc.oneof(
    ofThousand.map((units) => `${decimalText(units, 1)}%`),
    ofThousand.map((units) => `${decimalText(units, 0)}‰`),
    ofThousand.map((units) => decimalText(units, 3)),
    fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
      .map(([p, more]) => `${p}/${p + more || 1}`),
    fc.constantFrom('0', '0%', '1', '100%', '1/1'),
  );
}
