import type { Event, Fact } from 'evenhand/register';
import type { Scheme } from 'evenhand/scoring';

// A second opinion on values: from the documentation alone, with fractions of big integers and
// day numbers of the platform's calendar.

type Value = NonNullable<Scheme['values']>[number];
type Combine = Extract<Value, { kind: 'combine' }>;
type Points = Extract<Value, { kind: 'sum-events' }>;
type Period = { readonly days?: number; readonly months?: number; readonly years?: number };

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const fraction = (given: string | number): Fraction => {
  const [whole = '', digits = ''] = String(given).split('.');
  return { n: BigInt(whole + digits), d: 10n ** BigInt(digits.length) };
};
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const compare = (a: Fraction, b: Fraction): number =>
  Number(a.n * b.d - b.n * a.d > 0n) - Number(a.n * b.d - b.n * a.d < 0n);
const zero = fraction(0);

/** By trying whole numbers near the quotient: the nearest, the one below, the one above. */
function rounded(value: Fraction, places: number, rule: string): Fraction {
  if (rule === 'between') {
    const [low, high] = ['floor', 'ceil'].map((one) => rounded(value, places - 1, one));
    return compare(low as Fraction, high as Fraction) === 0
      ? (low as Fraction)
      : times(plus(low as Fraction, high as Fraction), fraction('0.5'));
  }
  const unit = { n: 1n, d: 10n ** BigInt(places) };
  const guess = (value.n * unit.d) / value.d;
  const near = [guess - 1n, guess, guess + 1n].map((n) => ({ n, d: unit.d }));
  const below = near.filter((one) => compare(one, value) <= 0).at(-1) as Fraction;
  const above = near.find((one) => compare(one, value) >= 0) as Fraction;
  if (rule === 'floor') return below;
  if (rule === 'ceil') return above;
  const gap = (one: Fraction): Fraction => {
    const difference = plus(one, { n: -value.n, d: value.d });
    return difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
  };
  const sign = compare(gap(below), gap(above));
  if (sign !== 0) return sign < 0 ? below : above;
  return value.n < 0n ? below : above;
}

/** A combination or a ratio of known numbers; undefined where it is unknown. */
export function plainNumber(
  value: Combine | Extract<Value, { kind: 'ratio' }>,
  facts: Readonly<Record<string, Fraction | undefined>>,
): Fraction | undefined | 'refused' {
  const read = (member: Combine['of'][number]): Fraction | undefined => {
    if ('constant' in member) return fraction(member.constant);
    const known = facts[member.value];
    return known === undefined ? undefined : times(known, fraction(member.weight ?? 1));
  };
  if (value.kind === 'ratio') {
    const pairs = value.of.map(({ upper, lower }) => [read(upper), read(lower)] as const);
    const known = pairs.filter(
      (pair): pair is readonly [Fraction, Fraction] => !pair.includes(undefined),
    );
    if (known.length < pairs.length && value.missing !== 'skip') {
      return value.missing === 'refuse' ? 'refused' : undefined;
    }
    const upper = known.reduce((sum, [one]) => plus(sum, one), zero);
    const lower = known.reduce((sum, [, one]) => plus(sum, one), zero);
    if (lower.n === 0n) return undefined;
    const flip = lower.n < 0n ? -1n : 1n;
    const share = { n: flip * upper.n * lower.d, d: flip * upper.d * lower.n };
    return rounded(times(share, fraction(value.times ?? 1)), value.places, value.rounding);
  }
  const list: { readonly number: Fraction; readonly weight: Fraction }[] = [];
  for (const member of value.of) {
    const weight = fraction('weight' in member ? (member.weight ?? 1) : 1);
    const number = read(member);
    if (number !== undefined) list.push({ number, weight });
    else if (typeof value.missing === 'object') {
      list.push({ number: times(fraction(value.missing.is), weight), weight });
    } else if (value.missing === 'refuse') return 'refused';
    else if (value.missing === 'unknown') return undefined;
  }
  if (list.length === 0) return undefined;
  const numbers = list.map(({ number }) => number);
  const sorted = numbers.toSorted(compare);
  const sum = numbers.reduce(plus, zero);
  const places = value.places;
  const held = (one: Fraction): Fraction =>
    places === undefined ? one : rounded(one, places, value.rounding ?? 'half-up');
  switch (value.op) {
    case 'sum':
      return held(sum);
    case 'max':
      return held(sorted.at(-1) as Fraction);
    case 'min':
      return held(sorted[0] as Fraction);
    case 'count-of-top':
      return fraction(
        numbers.filter((one) => compare(one, sorted.at(-1) as Fraction) === 0).length,
      );
    case 'count': {
      const [sign, bound] = Object.entries(value.that ?? {})[0] as [string, string];
      const signs: Readonly<Record<string, readonly number[]>> = {
        eq: [0],
        gt: [1],
        gte: [0, 1],
        lt: [-1],
        lte: [-1, 0],
      };
      return fraction(
        numbers.filter((one) => signs[sign]?.includes(compare(one, fraction(bound)))).length,
      );
    }
    case 'mean': {
      const weight = list.reduce((total, one) => plus(total, one.weight), zero);
      if (weight.n === 0n) return undefined;
      return held({ n: sum.n * weight.d, d: sum.d * weight.n });
    }
  }
}

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const shift = (day: string, days: number): string =>
  new Date(utc(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** The first day of a period that ends on a day. */
function firstOf(day: string, { days, months = 0, years = 0 }: Period): string {
  if (days !== undefined) return shift(day, 1 - days);
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const month = y * 12 + m - 1 - months - years * 12;
  const last = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const on = new Date(Date.UTC(Math.floor(month / 12), month % 12, Math.min(d, last)));
  return shift(on.toISOString().slice(0, 10), 1);
}

const isSeen = (event: Event, asOf: string): boolean =>
  event.on <= asOf && (event.knownOn ?? event.on) <= asOf && (event.until ?? asOf) >= asOf;

/** The points of events: each event is asked on its own whether and how often it counts. */
export function plainEvents(value: Points, events: readonly Event[], asOf: string): bigint {
  const { window } = value;
  const field = (event: Event, name: string): Fact | undefined =>
    name === 'kind' ? event.kind : name === 'on' ? event.on : event.values?.[name];
  const before = (a: Event, b: Event): boolean => a.on < b.on || (a.on === b.on && a.id < b.id);
  const isAlike = (a: Event, b: Event, name: string): boolean =>
    field(a, name) !== undefined && field(a, name) === field(b, name);
  const kinds = value.effects.map(({ event }) => event);
  const isOpen = (event: Event): boolean => {
    if (!kinds.includes(event.kind) || !isSeen(event, asOf)) return false;
    if (value.where !== undefined) {
      const bound = (value.where as { field: string; gte: number }).gte;
      const given = field(event, (value.where as { field: string }).field);
      if (typeof given !== 'number' || given < bound) return false;
    }
    const { suspend } = value;
    return !events.some(
      (other) =>
        suspend !== undefined &&
        other.kind === suspend.event &&
        isSeen(other, asOf) &&
        (suspend.same === undefined || isAlike(event, other, suspend.same)),
    );
  };
  const open = events.filter(isOpen);
  const isInside = (event: Event): boolean => {
    if ('last' in window) return open.filter((one) => before(event, one)).length < window.last;
    if ('ever' in window) return true;
    if ('since' in window) {
      return !events.some(
        (one) => window.since.includes(one.kind) && isSeen(one, asOf) && one.on >= event.on,
      );
    }
    if ('year' in window)
      return Number(event.on.slice(0, 4)) === Number(asOf.slice(0, 4)) + window.year;
    return event.on >= firstOf(asOf, window);
  };
  const base = (event: Event): bigint =>
    BigInt(value.effects.find((one) => one.event === event.kind)?.points ?? 0);
  const size = (event: Event): bigint => (base(event) < 0n ? -base(event) : base(event));
  const isMerged = (event: Event): boolean => {
    const { consolidate } = value;
    if (consolidate === undefined || !isInside(event)) return false;
    return open.some(
      (other) =>
        other !== event &&
        isInside(other) &&
        consolidate.by.every((name) => isAlike(event, other, name)) &&
        (consolidate.keep === 'first' || size(other) === size(event)
          ? before(other, event)
          : size(other) > size(event)),
    );
  };
  const counted = open.filter((event) => !isMerged(event));
  let sum = 0n;
  for (const event of counted.filter(isInside)) {
    const { repeat } = value;
    const earlier = counted.filter(
      (other) =>
        repeat !== undefined &&
        before(other, event) &&
        other.on >= firstOf(event.on, repeat.within) &&
        isAlike(event, other, repeat.same ?? 'kind'),
    );
    const by = repeat?.by ?? [1];
    sum += base(event) * BigInt(by[Math.min(earlier.length, by.length - 1)] ?? 1);
  }
  return sum;
}
