import { addPeriod, type Day, type Period } from '../../core/day.js';
import { compareRatios, parseRatio } from '../../core/ratio.js';
import type { Tempo, VisitCap } from '../../matrix/schedule.js';
import { allOf, type Direction, towards } from './change.js';
import { isSame } from './fieldChanges.js';

/** The fields of a tempo a level is inspected by. */
export type TempoField = Exclude<keyof Tempo, 'cite'>;

/** What can be said of every tempo in two versions, or of two levels of one. */
type Drawn = NonNullable<Tempo['ratio']>;
type Span = Period | 'calendar-year';

/** Above 0 where the first period is the longer; undefined where one is not stated. */
export function later(a: Period | undefined, b: Period | undefined, from: Day): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [x, y] = [addPeriod(from, a), addPeriod(from, b)];
  return x > y ? 1 : x < y ? -1 : 0;
}

/**
 * Below 0 where the first allows less; undefined where neither surely does, as of two visits in three
 * years against one in one.
 */
export function compareCaps(a: VisitCap, b: VisitCap, from: Day): number | undefined {
  if ('gap' in a || 'gap' in b) {
    return 'gap' in a && 'gap' in b ? later(b.gap, a.gap, from) : undefined;
  }
  if ('days' in a !== 'days' in b) return undefined;
  const count = (cap: typeof a): number => ('visits' in cap ? cap.visits : cap.days);
  return compareCounts([count(a), a.per], [count(b), b.per], from);
}

/** So many in a period against so many in another: below 0 where the first are fewer. */
export function compareCounts(
  [a, perA]: readonly [number, Span],
  [b, perB]: readonly [number, Span],
  from: Day,
): number | undefined {
  const span = (per: Span): Period => (per === 'calendar-year' ? { years: 1 } : per);
  return joint(Math.sign(a - b), later(span(perB), span(perA), from) as number);
}

/** Below 0 where the first share is smaller at both ends and drawn less often. */
export function compareDrawn(a: Tempo, b: Tempo, from: Day): number | undefined {
  const [x, y] = [shareEnds(a.ratio as Drawn), shareEnds(b.ratio as Drawn)];
  const low = Math.sign(compareRatios(parseRatio(x.from), parseRatio(y.from)));
  const high = Math.sign(compareRatios(parseRatio(x.to), parseRatio(y.to)));
  const often = later(b.ratioPer ?? { years: 1 }, a.ratioPer ?? { years: 1 }, from) as number;
  const shares = joint(low, high);
  return shares === undefined ? undefined : joint(shares, often);
}

/** The ends between which a share lies. */
export function shareEnds(ratio: Drawn): { readonly from: string; readonly to: string } {
  return typeof ratio === 'object' ? ratio : { from: ratio, to: ratio };
}

/** Two signs at once; undefined where they disagree. */
function joint(a: number, b: number): number | undefined {
  return a === 0 || b === 0 || a === b ? a || b : undefined;
}

/** Shorter gaps, more visits, higher caps, earlier windows and larger shares are stricter. */
const STEPS: Readonly<Record<TempoField, (x: Tempo, y: Tempo, from: Day) => Direction>> = {
  floor: (x, y, from) => bySign(later(x.floor, y.floor, from), x.floor, y.floor),
  least: ({ least: x }, { least: y }, from) =>
    bySign(x && y && compareCounts([y.visits, y.per], [x.visits, x.per], from), x, y),
  cap: ({ cap: x }, { cap: y }, from) => {
    if (x === undefined || y === undefined) return y === undefined ? 'stricter' : 'looser';
    return bySign(compareCaps(y, x, from), x, y);
  },
  window: ({ window: x }, { window: y }, from) =>
    allOf([
      bySign(later(x?.opens, y?.opens, from), x, y),
      bySign(later(x?.closes, y?.closes, from), x, y),
    ]),
  ratio: (x, y, from) =>
    bySign(x.ratio && y.ratio ? compareDrawn(y, x, from) : undefined, x.ratio, y.ratio),
  ratioPer: (x, y, from) =>
    x.ratio === undefined || y.ratio === undefined
      ? 'neutral'
      : bySign(compareDrawn({ ...y, ratio: x.ratio }, x, from), x, y),
  firstWithin: (x, y, from) =>
    bySign(later(x.firstWithin, y.firstWithin, from), x.firstWithin, y.firstWithin),
  parts: () => 'undecided',
  staffRatio: () => 'undecided',
  methods: () => 'undecided',
  content: () => 'undecided',
  effects: () => 'undecided',
};

/** Which way a field of a tempo changed; periods are compared by the days they reach from a day. */
export function tempoStep(field: TempoField, x: Tempo, y: Tempo, from: Day): Direction {
  return isSame(x[field], y[field]) ? 'neutral' : STEPS[field](x, y, from);
}

/** The fields a change is looked for in. */
export const TEMPO_FIELDS = Object.keys(STEPS) as readonly TempoField[];

/** What asks for visits is stricter than nothing; else the sign says. */
function bySign(sign: number | undefined, x: unknown, y: unknown): Direction {
  if (x === undefined || y === undefined) {
    return towards(Number(x !== undefined), Number(y !== undefined));
  }
  return sign === undefined ? 'undecided' : towards(0, sign);
}
