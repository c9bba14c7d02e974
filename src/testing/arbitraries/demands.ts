import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { type Day, dayNumber, dayOf } from '../../core/day.js';
import { type Demand, FOR_CAUSE, VISIT_KINDS } from '../../register/nouns.js';

/** How arbitrary demands are made. */
export interface DemandsOptions {
  /** The first day of any window, 2026-06-01 where left out. */
  readonly from?: Day;
  /** Windows lie in so many days, so that they crowd; 20 where left out. All in one year. */
  readonly days?: number;
  /** The most demands, 16 where left out. */
  readonly maxDemands?: number;
}

/**
 * What is due at three entities, at their sites, in crowded windows of one year: drawn, by duty or
 * for cause, with its evidence; now and then one that must be refused.
 */
export function arbitraryDemands(options: DemandsOptions = {}): fc.Arbitrary<Demand[]> {
  requireArgument('arbitraryDemands', 'options', options, 'object');
  const { from = '2026-06-01', days = 20, maxDemands = 16 } = options;
  const first = dayNumber(from);
  const day = fc.integer({ min: 0, max: days - 1 });
  return fc
    .array(
      fc.record({
        entity: fc.constantFrom('E1', 'E2', '企业3'),
        site: fc.constantFrom(undefined, undefined, 'S1', '店2'),
        authority: fc.constantFrom('fire', 'food', '市场监管', 'fire', 'food', ''),
        item: fc.constantFrom('a', 'b', 'c', 'd'),
        kind: fc.constantFrom(...VISIT_KINDS),
        ends: fc.tuple(day, day),
        weight: fc.nat(4),
        duty: fc.nat(3).map((n) => n === 0),
        evidence: fc.constantFrom(undefined, undefined, undefined, undefined, ...FOR_CAUSE),
      }),
      { maxLength: maxDemands },
    )
    .map((rows) =>
      rows.map(
        ({ site, ends, evidence, ...row }, i): Demand => ({
          id: `D${i + 1}`,
          ...row,
          ...(site === undefined ? {} : { site }),
          cause: evidence === undefined ? 'draw' : 'for-cause',
          window: { from: dayOf(first + Math.min(...ends)), to: dayOf(first + Math.max(...ends)) },
          ...(evidence === undefined
            ? {}
            : { evidence: { cause: evidence, reference: `R-${i + 1}` } }),
        }),
      ),
    );
}
