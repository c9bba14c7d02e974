import { type Decimal, placesOf } from '../core/decimal.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Bins } from './constructs/bins.js';
import type { Conditional } from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import type { Events } from './constructs/events.js';
import type { Lookup } from './constructs/lookup.js';
import type { Input, Missing, Scheme } from './scheme.js';

/** A decimal of a scheme, where it stands, and whether it is points or a value of an input. */
interface Place {
  readonly value: Decimal | undefined;
  readonly path: Issue['path'];
  readonly of: 'points' | 'input';
}

/** So large that nine thousand of them still add up exactly, and a value at its places is exact. */
const MOST_UNITS = { points: 1e12, input: 1e15 };

const placesIn = {
  bins: ({ bins, missing }: Bins) => [
    ...bins.flatMap(({ from, points }, i): Place[] => [
      { value: from, path: ['bins', i, 'from'], of: 'input' },
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
  events: ({ effects, min, max }: Events) => [
    ...effects.flatMap((effect, i) => [
      points(effect.points, ['effects', i, 'points']),
      points(effect.repaired, ['effects', i, 'repaired']),
    ]),
    points(min, ['min']),
    points(max, ['max']),
  ],
} satisfies Record<Construct['kind'], unknown>;

/** Decimals with more places than their document or input states, or too large to be added exactly. */
export function decimalIssues(scheme: Scheme): Issue[] {
  const issues: Issue[] = [];
  const check = ({ value, path, of }: Place, places: number): void => {
    if (value === undefined) return;
    if (placesOf(value) > places) {
      issues.push(errorAt('too-many-places', path, { given: String(value), expected: places }));
    } else if (Math.abs(Number(value)) * 10 ** places > MOST_UNITS[of]) {
      issues.push(errorAt('decimal-too-large', path, { given: String(value) }));
    }
  };
  check(points(scheme.start, ['start']), scheme.places);
  for (const [name, input] of Object.entries(scheme.inputs)) {
    if (input.type !== 'integer' && input.type !== 'decimal') continue;
    check({ value: input.min, path: ['inputs', name, 'min'], of: 'input' }, placesOfInput(input));
    check({ value: input.max, path: ['inputs', name, 'max'], of: 'input' }, placesOfInput(input));
  }
  (scheme.parts ?? []).forEach(({ min, max }, i) => {
    check(points(min, ['parts', i, 'min']), scheme.places);
    check(points(max, ['parts', i, 'max']), scheme.places);
  });
  scheme.terms.forEach((term, i) => {
    const list = placesIn[term.kind] as (term: Construct) => Place[];
    const input = 'input' in term ? placesOfInput(scheme.inputs[term.input]) : 0;
    for (const place of list(term)) {
      const path = ['terms', i, ...place.path];
      check({ ...place, path }, place.of === 'input' ? input : scheme.places);
    }
  });
  check(points(scheme.total?.min, ['total', 'min']), scheme.places);
  check(points(scheme.total?.max, ['total', 'max']), scheme.places);
  scheme.bands.forEach(({ from }, i) => {
    check(points(from, ['bands', i, 'from']), scheme.places);
  });
  return issues;
}

function points(value: Decimal | undefined, path: Issue['path']): Place {
  return { value, path, of: 'points' };
}

function ofMissing(missing: Missing): Place[] {
  return missing === 'refuse' ? [] : [points(missing.points, ['missing', 'points'])];
}

function placesOfInput(input: Input | undefined): number {
  return input?.type === 'integer' || input?.type === 'decimal' ? (input.places ?? 0) : 0;
}
