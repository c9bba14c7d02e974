import { parseRatio } from '../../core/ratio.js';
import type { Sampling } from '../../draw/sampling.js';
import type { Matrix, Measures } from '../../matrix/matrix.js';
import { type Cap, type CapLimit, dutyOrCap, type Eligible } from '../../visits/cap.js';
import { unique } from './behind.js';
import { allOf, type Change, type Direction, reversed, towards } from './change.js';
import { changeAt, isSame, paired } from './fieldChanges.js';
import { compareShares } from './matrixFindings.js';

const present = (list: readonly (Change | undefined)[]): Change[] =>
  list.filter((one) => one !== undefined);

/** The changes between two matrices, cell by cell. */
export function diffMatrices(a: Matrix, b: Matrix): Change[] {
  const levels = unique([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  return present([
    ...levels.flatMap((level) => {
      const grades = unique([
        ...Object.keys(a.cells[level] ?? {}),
        ...Object.keys(b.cells[level] ?? {}),
      ]);
      return grades.map((grade) => {
        const [x, y] = [a.cells[level]?.[grade], b.cells[level]?.[grade]];
        return changeAt(['cells', level, grade], x, y, x && y ? cellStep(x, y, b) : 'undecided');
      });
    }),
    ...(['risk', 'credit', 'tiers'] as const).map((side) =>
      changeAt([side], a[side], b[side], 'undecided'),
    ),
  ]);
}

/** Larger shares, more visits, a worse tier and a higher cap are stricter, and so is a visit on the premises. */
function cellStep(a: Measures, b: Measures, { tiers }: Matrix): Direction {
  const rank = ({ tier }: Measures): number =>
    tiers.levels.indexOf(tier) * (tiers.worse === 'last' ? 1 : -1);
  const often = ({ frequency: { visits, months } }: Measures): number => visits / months;
  const most = ({ cap }: Measures, kind: 'census' | 'spot-check'): number =>
    cap?.[kind] ?? Infinity;
  const isOpen = !isSame([a.content, a.window ?? null], [b.content, b.window ?? null]);
  return allOf([
    towards(0, -compareShares(a, b)),
    towards(often(a), often(b)),
    towards(rank(a), rank(b)),
    towards(most(a, 'census'), most(b, 'census')),
    towards(most(a, 'spot-check'), most(b, 'spot-check')),
    towards(Number(a.method === 'on-site'), Number(b.method === 'on-site')),
    contentStep(a, b),
    isOpen && contentStep(a, b) === 'neutral' ? 'undecided' : 'neutral',
  ]);
}

/** All items are more than those of either rank. */
const contentStep = (a: Measures, b: Measures): Direction =>
  towards(Number(a.content === 'all-items'), Number(b.content === 'all-items'));

/** The changes between two caps: smaller numbers and more who are eligible protect more. */
export function diffCaps(a: Cap, b: Cap): Change[] {
  return present([
    ...eligibleChanges(a.eligible, b.eligible),
    ...paired(a.limits, b.limits, ({ id }) => id).map(({ a: x, b: y, place }) =>
      changeAt(['limits', place], x, y, limitStep(x, y)),
    ),
    ...paired(a.exceptions, b.exceptions, ({ cause }) => cause).map(({ a: x, b: y, place }) =>
      changeAt(['exceptions', place], x, y, x && y ? 'undecided' : y ? 'stricter' : 'looser'),
    ),
    changeAt(
      ['precedence'],
      a.precedence,
      b.precedence,
      dutyOrCap(a) === dutyOrCap(b)
        ? 'undecided'
        : dutyOrCap(b) === 'duty-over-cap'
          ? 'stricter'
          : 'looser',
    ),
    changeAt(['lines'], a.lines, b.lines, 'undecided'),
    changeAt(['published'], a.published, b.published, 'undecided'),
    // Nothing is refused for an alarm, so nobody inspected is answered otherwise.
    ...paired(a.alarms ?? [], b.alarms ?? [], ({ id }) => id).map(({ a: x, b: y, place }) =>
      changeAt(['alarms', place], x, y, 'neutral'),
    ),
    changeAt(['sunset'], a.sunset, b.sunset, reversed(lastDayStep(a.sunset, b.sunset))),
  ]);
}

/** Who is asked for by one more scale is protected less. */
function eligibleChanges(a: Eligible, b: Eligible): (Change | undefined)[] {
  return [
    ...paired(a.levels ?? [], b.levels ?? [], ({ scale }) => scale).map(({ a: x, b: y, place }) =>
      changeAt(['eligible', 'levels', place], x, y, levelStep(x?.levels, y?.levels)),
    ),
    // All of the scales are asked for, in whatever order.
    changeAt(['eligible', 'levels'], scalesOf(a, b), scalesOf(b, a), 'neutral'),
    changeAt(['eligible', 'where'], a.where, b.where, 'undecided'),
  ];
}

/** The scales of one that the other has too, in the order of the one. */
function scalesOf({ levels = [] }: Eligible, other: Eligible): readonly string[] {
  return levels
    .map(({ scale }) => scale)
    .filter((scale) => other.levels?.some((one) => one.scale === scale));
}

function levelStep(x?: readonly string[], y?: readonly string[]): Direction {
  if (x === undefined || y === undefined) return x === undefined ? 'stricter' : 'looser';
  return allOf([
    ...(y.some((one) => !x.includes(one)) ? (['looser'] as const) : []),
    ...(x.some((one) => !y.includes(one)) ? (['stricter'] as const) : []),
  ]);
}

/** A limit more protects more; of two that differ in their number only the larger one allows more. */
function limitStep(x?: CapLimit, y?: CapLimit): Direction {
  if (x === undefined || y === undefined) return x === undefined ? 'looser' : 'stricter';
  const most = ({ unit }: CapLimit): number | undefined =>
    'visits' in unit ? unit.visits : 'days' in unit ? unit.days : undefined;
  const [before, after] = [most(x), most(y)];
  const isOnlyNumber =
    before !== undefined &&
    after !== undefined &&
    'visits' in x.unit === 'visits' in y.unit &&
    isSame({ ...x, unit: '', cite: '' }, { ...y, unit: '', cite: '' });
  return isOnlyNumber ? towards(before, after) : 'undecided';
}

function lastDayStep(a = '9999-12-31', b = '9999-12-31'): Direction {
  return a === b ? 'neutral' : b > a ? 'stricter' : 'looser';
}

/** The changes between two ways to draw. */
export function diffSamplings(a: Sampling, b: Sampling): Change[] {
  const share = (text: string | undefined): number => {
    if (text === undefined) return 0;
    const { p, q } = parseRatio(text);
    return Number(p) / Number(q);
  };
  return present([
    ...paired(a.recency, b.recency, ({ id }) => id).map(({ a: x, b: y, place }) => {
      const isOnlyShare =
        x && y && isSame({ ...x, multiplier: '', cite: '' }, { ...y, multiplier: '', cite: '' });
      const step = isOnlyShare ? towards(share(x.multiplier), share(y.multiplier)) : 'undecided';
      return changeAt(['recency', place], x, y, step);
    }),
    ...paired(a.certain, b.certain, ({ list }) => list).map(({ a: x, b: y, place }) =>
      changeAt(['certain', place], x, y, towards(x ? 1 : 0, y ? 1 : 0)),
    ),
    changeAt(['substitutes'], a.substitutes, b.substitutes, 'neutral'),
    changeAt(['publishCells'], a.publishCells, b.publishCells, 'neutral'),
    // Chances move from some to others: whom that favours hangs on the register.
    changeAt(['method'], a.method, b.method, 'undecided'),
    changeAt(['weight'], a.weight, b.weight, 'undecided'),
  ]);
}
