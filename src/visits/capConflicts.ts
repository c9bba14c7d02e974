import { mistake } from '../core/error.js';
import { type Issue, warningAt } from '../core/issue.js';
import type { Cap } from './cap.js';

/** How often a cell of the matrix has its entities visited at the least. */
export interface VisitFloor {
  readonly cell: string;
  readonly visitsPerYear: number;
}

/**
 * The floors that ask for more visits a year than the cap allows (最低频次与频次上限的冲突).
 *
 * A cap states which of the two wins, so this is a warning; `params.precedence` names the winner:
 * `duty-over-cap` plans the further visits and marks them, `cap-over-duty` defers them.
 *
 * @throws `bad-floor` for a number of visits below 0 or not finite
 * @example
 * ```ts
 * import { twoInspections } from 'evenhand/schemes';
 * import { capConflicts } from 'evenhand/visits';
 *
 * capConflicts(twoInspections, [{ cell: 'low-A', visitsPerYear: 2 }]); // => []
 * capConflicts(twoInspections, [{ cell: 'low-B', visitsPerYear: 4 }])[0]?.code; // => 'floor-over-cap'
 * ```
 */
export function capConflicts(cap: Cap, floors: readonly VisitFloor[]): Issue[] {
  const most = cap.visits.census + cap.visits['spot-check'];
  return floors.flatMap(({ cell, visitsPerYear }, i) => {
    if (!Number.isFinite(visitsPerYear) || visitsPerYear < 0) {
      throw mistake(
        'bad-floor',
        `cell \`${cell}\` asks for \`${visitsPerYear}\` visits a year (expected a number of at least 0)`,
        { cell, given: String(visitsPerYear) },
        [i, 'visitsPerYear'],
      );
    }
    if (visitsPerYear <= most) return [];
    const { id, precedence } = cap;
    return warningAt('floor-over-cap', ['visits'], {
      cell,
      given: visitsPerYear,
      expected: most,
      cap: id,
      precedence,
    });
  });
}
