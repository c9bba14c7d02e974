import * as fc from 'fast-check';
import type { Scale } from '../../document/document.js';

const LEVELS = [
  ['A', 'B', 'C', 'D'],
  ['low', 'medium', 'high'],
  ['优', '良', '中', '差'],
  ['1', '2', '3', '4', '5'],
];

/** Named scales of two to five levels, with the worst at either end. */
export function arbitraryScale(id: string): fc.Arbitrary<Scale> {
  return fc
    .tuple(
      fc.constantFrom(...LEVELS),
      fc.integer({ min: 2, max: 5 }),
      fc.constantFrom('first' as const, 'last' as const),
    )
    .map(([levels, most, worse]) => ({ id, levels: levels.slice(0, most), worse }));
}
