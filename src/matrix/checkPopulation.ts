import { requireArgument } from '../core/argument.js';
import type { Period } from '../core/day.js';
import { type Decimal, decimalText, placesOf, scaled } from '../core/decimal.js';
import { mistake } from '../core/error.js';
import { parseRatio } from '../core/ratio.js';
import type { PopulationRule, Schedule, Tempo, VisitLeast } from './schedule.js';

/** How many entities stand in each level, and other counts the rules name. */
export interface PopulationCounts {
  readonly levels: Readonly<Record<string, number>>;
  readonly others?: Readonly<Record<string, number>>;
}

/** Whether a rule over the population holds; `given` is exact, rounded down to four places. */
export interface PopulationFinding {
  readonly rule: string;
  readonly holds: boolean;
  readonly given: string;
  readonly expected: string;
  readonly cite: string;
}

/**
 * Whether a population keeps the rules of a schedule: shares of levels, rates, capacity.
 *
 * The visits expected in a year are, of each level, its number times the largest of its share, of
 * what its longest gap and of what its fewest visits ask for (365 days, 12 months), rounded up. Random
 * strata are not counted: who is in them is not known from the counts.
 *
 * @param schedule - a schedule that `checkSchedule` accepts
 * @param counts - whole numbers, by level and by the names the rules use
 * @throws `unknown-count` for a count a rule needs and nobody gives, or that is no whole number;
 * `nothing-counted` for a share or rate of nothing
 * @example
 * ```ts
 * import { checkPopulation, defineSchedule } from 'evenhand/matrix';
 *
 * const schedule = defineSchedule({
 *   schema: 'evenhand/schedule/1', kind: 'schedule', id: 'visits', version: '1', from: '2026-01-01',
 *   status: 'example', citations: [{ id: 'doc', title: 'Example', confidence: 'example' }], untranslated: [],
 *   scale: { id: 'risk', levels: ['low', 'high'], worse: 'last' },
 *   levels: { low: { cite: 'doc' }, high: { cite: 'doc' } },
 *   population: [{ id: 'high', kind: 'share', levels: ['high'], atMost: '10%', cite: 'doc' }],
 * });
 * checkPopulation(schedule, { levels: { low: 89, high: 11 } })[0]?.holds; // => false
 * ```
 */
export function checkPopulation(
  schedule: Schedule,
  counts: PopulationCounts,
): readonly PopulationFinding[] {
  requireArgument('checkPopulation', 'schedule', schedule, 'object');
  requireArgument('checkPopulation', 'counts', counts, 'object');
  return (schedule.population ?? []).map((rule) => {
    const { value, least, most } = measured(rule, schedule, counts);
    const holds =
      (least === undefined || compare(value, least) >= 0) &&
      (most === undefined || compare(value, most) <= 0);
    const ends = rule.kind === 'capacity' ? [text(most as Fraction)] : [rule.atLeast, rule.atMost];
    const [from, to] = rule.kind === 'capacity' ? [undefined, ends[0]] : ends;
    const expected = [
      ...(from === undefined ? [] : [`>= ${from}`]),
      ...(to === undefined ? [] : [`<= ${to}`]),
    ].join(', ');
    return { rule: rule.id, holds, given: text(value), expected, cite: rule.cite };
  });
}

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

interface Measured {
  readonly value: Fraction;
  readonly least?: Fraction | undefined;
  readonly most?: Fraction | undefined;
}

function measured(rule: PopulationRule, schedule: Schedule, counts: PopulationCounts): Measured {
  const { levels } = schedule.scale;
  if (rule.kind === 'share') {
    const n = rule.levels.reduce((sum, level) => sum + countOf(counts.levels, level), 0n);
    const d = levels.reduce((sum, level) => sum + countOf(counts.levels, level), 0n);
    const share = (end: string | undefined): Fraction | undefined => {
      if (end === undefined) return undefined;
      const { p, q } = parseRatio(end);
      return { n: p, d: q };
    };
    return { value: over(n, d, rule.id), least: share(rule.atLeast), most: share(rule.atMost) };
  }
  const others = counts.others ?? {};
  if (rule.kind === 'rate') {
    const times = decimal(rule.times ?? 1);
    const value = over(countOf(others, rule.upper), countOf(others, rule.lower), rule.id);
    return {
      value: { n: value.n * times.n, d: value.d * times.d },
      least: rule.atLeast === undefined ? undefined : decimal(rule.atLeast),
      most: rule.atMost === undefined ? undefined : decimal(rule.atMost),
    };
  }
  if (rule.kind === 'count') {
    const whole = (end: number | undefined): Fraction | undefined =>
      end === undefined ? undefined : { n: BigInt(end), d: 1n };
    return {
      value: { n: countOf(others, rule.of), d: 1n },
      least: whole(rule.atLeast),
      most: whole(rule.atMost),
    };
  }
  const visits = levels.reduce((sum, level) => {
    const yearly = visitsAYear(schedule.levels[level] as Tempo);
    const n = countOf(counts.levels, level) * yearly.n;
    return sum + (n + yearly.d - 1n) / yearly.d;
  }, 0n);
  return {
    value: { n: visits, d: 1n },
    most: { n: countOf(others, rule.visitsAYear), d: 1n },
  };
}

/** The visits a year an entity of a level may expect: the largest of share, longest gap, fewest visits. */
export function visitsAYear({ floor, least, ratio, ratioPer }: Tempo): Fraction {
  const none = { n: 0n, d: 1n };
  const drawn =
    ratio === undefined ? undefined : parseRatio(typeof ratio === 'object' ? ratio.to : ratio);
  const draws = ratioPer === undefined ? { n: 1n, d: 1n } : yearOver(ratioPer);
  const share = drawn === undefined ? none : { n: drawn.p * draws.n, d: drawn.q * draws.d };
  const due = floor === undefined ? none : yearOver(floor);
  const fewest = least === undefined ? none : fewestAYear(least);
  return [share, due, fewest].reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

function fewestAYear({ visits, per }: VisitLeast): Fraction {
  const periods = per === 'calendar-year' ? { n: 1n, d: 1n } : yearOver(per);
  return { n: BigInt(visits) * periods.n, d: periods.d };
}

function yearOver(period: Period): Fraction {
  if ('days' in period) return { n: 365n, d: BigInt(Math.max(1, period.days)) };
  if ('months' in period) return { n: 12n, d: BigInt(Math.max(1, period.months)) };
  return { n: 1n, d: BigInt(Math.max(1, period.years)) };
}

function countOf(counts: Readonly<Record<string, number>>, name: string): bigint {
  const count = Object.hasOwn(counts, name) ? counts[name] : undefined;
  if (count !== undefined && Number.isSafeInteger(count) && count >= 0) return BigInt(count);
  throw mistake('unknown-count', `no whole number is given for the count \`${name}\``, {
    given: String(count),
    expected: name,
  });
}

function over(n: bigint, d: bigint, rule: string): Fraction {
  if (d > 0n) return { n, d };
  throw mistake('nothing-counted', `rule \`${rule}\` divides by a count of 0`, { given: rule });
}

function decimal(value: Decimal): Fraction {
  const places = placesOf(value);
  return { n: BigInt(scaled(value, places)), d: 10n ** BigInt(places) };
}

function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const text = ({ n, d }: Fraction): string => decimalText(Number((n * 10_000n) / d), 4);
