import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { type Issue, warningAt } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import { type Cap, dutyOrCap } from './cap.js';
import { unplannable, yearCap } from './yearCap.js';

/** How often a cell of the matrix has its entities visited at the least. */
export interface VisitFloor {
  readonly cell: string;
  readonly visitsPerYear: number;
}

/**
 * The floors that ask for more visits a year than the cap allows (最低频次与频次上限的冲突).
 *
 * A cap states which of the two wins, so this is a warning; `params.precedence` names the winner:
 * `duty-over-cap` plans the further visits and marks them, `cap-over-duty` defers them. Read are the
 * limits that count a calendar year's visits, all authorities together, and the gaps from each visit to
 * the next; the other limits hang on who visits and what was found.
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
  requireArgument('capConflicts', 'cap', cap, { limits: 'array' });
  requireArgument('capConflicts', 'floors', floors, 'array');
  const most = mostPerYear(cap);
  return floors.flatMap(({ cell, visitsPerYear }, i) => {
    if (!Number.isFinite(visitsPerYear) || visitsPerYear < 0) {
      throw mistake(
        'bad-floor',
        `cell \`${cell}\` asks for \`${visitsPerYear}\` visits a year (expected a number of at least 0)`,
        { cell, given: shownValue(visitsPerYear) },
        [i, 'visitsPerYear'],
      );
    }
    if (visitsPerYear <= most) return [];
    return warningAt('floor-over-cap', ['limits'], {
      cell,
      given: visitsPerYear,
      expected: most,
      cap: cap.id,
      precedence: dutyOrCap(cap),
    });
  });
}

/** The most visits a calendar year can hold by the limits everybody's visits count in. */
function mostPerYear(cap: Cap): number {
  const others = unplannable(cap);
  const counted = cap.limits.filter(
    ({ id, eligible }) => eligible === undefined && !others.includes(id),
  );
  const { published: _, exceptions: __, ...rest } = cap;
  const { visits } = yearCap({ ...rest, exceptions: [], limits: counted });
  const gaps = cap.limits.flatMap(({ unit, per, counts, eligible }) =>
    'gap' in unit && per === undefined && eligible === undefined && counts.kinds === undefined
      ? [perYear(unit.gap)]
      : [],
  );
  return Math.min(visits.census + visits['spot-check'], visits.total ?? Infinity, ...gaps);
}

/** How many days that far apart a calendar year can hold. */
function perYear(gap: { days: number } | { months: number } | { years: number }): number {
  if ('days' in gap) return gap.days === 0 ? Infinity : Math.ceil(366 / gap.days);
  const months = 'years' in gap ? gap.years * 12 : gap.months;
  return months === 0 ? Infinity : Math.ceil(12 / months);
}
