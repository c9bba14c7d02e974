import { type Decimal, isDecimal, placesOf } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import type { Bins } from './constructs/bins.js';
import type { Combine } from './constructs/combine.js';
import type { Conditional } from './constructs/conditional.js';
import type { Construct, SchemeValue } from './constructs/construct.js';
import type { EventPoints, Events } from './constructs/events.js';
import type { EventCount, EventSum } from './constructs/eventValues.js';
import type { Ladder } from './constructs/ladder.js';
import type { Lookup } from './constructs/lookup.js';
import type { Member } from './constructs/members.js';
import type { NumberTerm } from './constructs/number.js';
import type { RatioValue } from './constructs/ratio.js';
import { cellsOf, type Table } from './constructs/table.js';
import type { Missing, Scheme } from './scheme.js';
import { ANY, placesOfNames } from './valueInput.js';

/** A decimal of a scheme, where it stands, and what it is: points, a value of an input, a factor. */
interface Place {
  readonly value: Decimal | undefined;
  readonly path: Issue['path'];
  readonly of: keyof typeof MOST_UNITS;
}

/** So large that nine thousand of them still add up exactly, and a value at its places is exact. */
const MOST_UNITS = { points: 1e12, input: 1e15, multiplied: 1e9, free: 1e12, weight: 1e6 };

const placesIn = {
  bins: ({ bins, missing }: Bins) => [
    ...bins.flatMap(({ from, above, points }, i): Place[] => [
      { value: from, path: ['bins', i, 'from'], of: 'input' },
      { value: above, path: ['bins', i, 'above'], of: 'input' },
      { value: points, path: ['bins', i, 'points'], of: 'points' },
    ]),
    ...ofMissing(missing),
  ],
  lookup: ({ table, otherwise, missing }: Lookup) => [
    ...Object.entries(table).map(([key, value]) => points(value, ['table', key])),
    points(otherwise, ['otherwise']),
    ...ofMissing(missing),
  ],
  conditional: (term: Conditional) => [
    points(term.points, ['points']),
    points(term.otherwise, ['otherwise']),
    ...ofMissing(term.missing),
  ],
  events: (term: Events) => ofEvents(term),
  number: ({ missing }: NumberTerm) => ofMissing(missing),
} satisfies Record<Construct['kind'], unknown>;

const placesInValue = {
  combine: ({ of, that, missing }: Combine) => [
    ...of.flatMap((member, i) => ofMember(member, ['of', i])),
    ...Object.entries(that ?? {}).map(([sign, bound]) => free(bound, ['that', sign])),
    ...(typeof missing === 'string' ? [] : [weight(missing.is, ['missing', 'is'])]),
  ],
  ratio: ({ of, times }: RatioValue) => [
    ...of.flatMap(({ upper, lower }, i) => [
      ...ofMember(upper, ['of', i, 'upper']),
      ...ofMember(lower, ['of', i, 'lower']),
    ]),
    weight(times, ['times']),
  ],
  'count-events': (_: EventCount): Place[] => [],
  'sum-events': (value: EventSum) => ofEvents(value),
  table: ({ axes, gives, table, missing }: Table) => [
    ...axes.flatMap(({ bins = [] }, i) =>
      bins.flatMap(({ from, above }, k): Place[] => [
        { value: from, path: ['axes', i, 'bins', k, 'from'], of: 'input' },
        { value: above, path: ['axes', i, 'bins', k, 'above'], of: 'input' },
      ]),
    ),
    ...(gives === 'text' ? [] : cellsOf(table).map(({ cell, path }) => points(cell, path))),
    ...(gives === 'text' || typeof missing === 'string'
      ? []
      : [points(missing.is, ['missing', 'is'])]),
  ],
  ladder: (_: Ladder): Place[] => [],
} satisfies Record<SchemeValue['kind'], unknown>;

/** Decimals with more places than their document or input states, or too large to be added exactly. */
export function decimalIssues(scheme: Scheme): Issue[] {
  const issues: Issue[] = [];
  const names = placesOfNames(scheme);
  const placesOfName = (name: string): number => names.get(name)?.places ?? ANY;
  const check = ({ value, path, of }: Place, places: number): void => {
    if (value === undefined) return;
    const room =
      of === 'free' || of === 'weight' ? (isDecimal(value) ? placesOf(value) : 0) : places;
    if (!isDecimal(value)) {
      issues.push(errorAt('not-a-decimal', path, { given: shownValue(value), expected: '-2.5' }));
    } else if (placesOf(value) > room) {
      issues.push(errorAt('too-many-places', path, { given: shownValue(value), expected: room }));
    } else if (Math.abs(Number(value)) * 10 ** room > MOST_UNITS[of]) {
      issues.push(errorAt('decimal-too-large', path, { given: shownValue(value) }));
    }
  };
  check(points(scheme.start, ['start']), scheme.places);
  for (const [name, input] of Object.entries(scheme.inputs)) {
    if (input.type !== 'integer' && input.type !== 'decimal') continue;
    const places = placesOfName(name);
    check({ value: input.min, path: ['inputs', name, 'min'], of: 'input' }, places);
    check({ value: input.max, path: ['inputs', name, 'max'], of: 'input' }, places);
    (input.values ?? []).forEach((value, i) => {
      check({ value, path: ['inputs', name, 'values', i], of: 'input' }, places);
    });
  }
  (scheme.parts ?? []).forEach(({ min, max }, i) => {
    check(points(min, ['parts', i, 'min']), scheme.places);
    check(points(max, ['parts', i, 'max']), scheme.places);
  });
  (scheme.values ?? []).forEach((value, i) => {
    const list = placesInValue[value.kind] as (value: SchemeValue) => Place[];
    const own = placesOfName(value.id);
    for (const place of list(value)) {
      const [key, axis] = place.path;
      const isEdge = place.of === 'input' && key === 'axes' && value.kind === 'table';
      const read = isEdge ? placesOfName(value.axes[axis as number]?.input ?? '') : own;
      check({ ...place, path: ['values', i, ...place.path] }, read);
    }
  });
  scheme.terms.forEach((term, i) => {
    const list = placesIn[term.kind] as (term: Construct) => Place[];
    const input = 'input' in term ? placesOfName(term.input) : 0;
    for (const place of list(term)) {
      const path = ['terms', i, ...place.path];
      check({ ...place, path }, place.of === 'input' ? input : scheme.places);
    }
  });
  check(points(scheme.total?.min, ['total', 'min']), scheme.places);
  check(points(scheme.total?.max, ['total', 'max']), scheme.places);
  (scheme.invariants ?? []).forEach(({ equals }, i) => {
    check(points(equals, ['invariants', i, 'equals']), scheme.places);
  });
  const { bandsOn, bands = [] } = scheme;
  const bandPlaces = bandsOn === undefined ? scheme.places : placesOfName(bandsOn);
  bands.forEach(({ from, above }, i) => {
    check(points(from, ['bands', i, 'from']), bandPlaces);
    check(points(above, ['bands', i, 'above']), bandPlaces);
  });
  return issues;
}

function ofEvents({ effects, repeat, min, max }: EventPoints): Place[] {
  const most = Math.max(1, ...(repeat?.by ?? []).map(Number));
  const of = most > 1 ? 'multiplied' : 'points';
  return [
    ...effects.flatMap((effect, i): Place[] => [
      { value: effect.points, path: ['effects', i, 'points'], of },
      { value: effect.repaired, path: ['effects', i, 'repaired'], of },
    ]),
    ...(repeat?.by ?? []).map((by, i) => weight(by, ['repeat', 'by', i])),
    points(min, ['min']),
    points(max, ['max']),
  ];
}

function ofMember(member: Member, path: Issue['path']): Place[] {
  return 'constant' in member
    ? [free(member.constant, [...path, 'constant'])]
    : [weight(member.weight, [...path, 'weight'])];
}

function free(value: Decimal | undefined, path: Issue['path']): Place {
  return { value, path, of: 'free' };
}

function weight(value: Decimal | undefined, path: Issue['path']): Place {
  return { value, path, of: 'weight' };
}

function points(value: Decimal | undefined, path: Issue['path']): Place {
  return { value, path, of: 'points' };
}

function ofMissing(missing: Missing): Place[] {
  return missing === 'refuse' ? [] : [points(missing.points, ['missing', 'points'])];
}
