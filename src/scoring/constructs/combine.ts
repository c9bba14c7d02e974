import { type Decimal, decimalText, placesOf, scaled } from '../../core/decimal.js';
import { errorAt, type Issue } from '../../core/issue.js';
import type { CompiledInput } from '../inputs.js';
import { type Rounding, roundedQuotient } from '../rounding.js';
import type { View } from '../view.js';
import type { ValueBase } from './construct.js';
import {
  type CompiledMember,
  commonPlaces,
  compileMembers,
  type Member,
  type MemberMissing,
  memberIssues,
  noteMissing,
  noteTooLarge,
  type PlacesByName,
  readMember,
} from './members.js';

/** How numbers are made one. */
export const OPERATIONS = ['sum', 'max', 'min', 'mean', 'count-of-top', 'count'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One comparison with a decimal. */
export type Comparison =
  | { readonly eq: Decimal }
  | { readonly gt: Decimal }
  | { readonly gte: Decimal }
  | { readonly lt: Decimal }
  | { readonly lte: Decimal };

/**
 * Numbers made one. Weights multiply the members first; a `mean` divides their sum by the sum of the
 * weights. `count-of-top` is how many members equal the largest, `count` how many satisfy `that`.
 *
 * A skipped member counts neither above nor below; with all of them skipped the value is unknown.
 */
export interface Combine extends ValueBase {
  readonly kind: 'combine';
  readonly op: Operation;
  readonly of: readonly Member[];
  readonly that?: Comparison;
  /** Places of the result: needed for a mean; of the others all places they have, where left out. */
  readonly places?: number;
  /** Needed where the places do not suffice. */
  readonly rounding?: Rounding;
  readonly missing: MemberMissing;
}

/** A combination as integers in one common unit. */
export interface CompiledCombine {
  readonly kind: 'combine';
  readonly id: string;
  readonly cite: string;
  readonly op: Operation;
  readonly members: readonly CompiledMember[];
  /** The weight of each member at the places of the weights, for a mean. */
  readonly weights: readonly number[];
  readonly weightPlaces: number;
  readonly test?: { readonly sign: keyof AllComparisons; readonly bound: number };
  /** The common unit's places, and those of the result. */
  readonly common: number;
  readonly places: number;
  readonly rounding: Rounding;
  readonly missing: 'refuse' | 'skip' | 'unknown' | 'is';
  /** What stands for each member that is not known, in common units. */
  readonly instead?: readonly number[];
}

type AllComparisons = Record<'eq' | 'gt' | 'gte' | 'lt' | 'lte', Decimal>;

export function compileCombine(
  value: Combine,
  inputs: ReadonlyMap<string, CompiledInput>,
): CompiledCombine {
  const [sign, bound] = Object.entries(value.that ?? {})[0] ?? [];
  const against = bound === undefined ? [] : [{ constant: bound as Decimal }];
  const common = Math.max(fullPlaces(value, inputs), commonPlaces(against, inputs));
  const stated = compileMembers(insteadOf(value), inputs, common);
  const weightPlaces = commonPlaces(weightsOf(value), new Map());
  return {
    kind: 'combine',
    id: value.id,
    cite: value.cite,
    op: value.op,
    members: compileMembers(value.of, inputs, common),
    weights: weightsOf(value).map(({ constant }) => scaled(constant, weightPlaces)),
    weightPlaces,
    ...(sign === undefined
      ? {}
      : { test: { sign: sign as keyof AllComparisons, bound: scaled(bound as Decimal, common) } }),
    common,
    places: combinePlaces(value, inputs),
    rounding: value.rounding ?? 'half-up',
    ...(typeof value.missing === 'string'
      ? { missing: value.missing }
      : { missing: 'is', instead: stated.map(({ constant }) => constant as number) }),
  };
}

/** A stated value weighs what the member it stands for weighs. */
function insteadOf({ of, missing }: Combine): { readonly constant: Decimal }[] {
  if (typeof missing === 'string') return [];
  return of.map((member) => ({
    constant: product(missing.is, 'weight' in member ? (member.weight ?? 1) : 1),
  }));
}

function product(a: Decimal, b: Decimal): Decimal {
  const places = placesOf(a) + placesOf(b);
  const units = BigInt(scaled(a, placesOf(a))) * BigInt(scaled(b, placesOf(b)));
  return decimalText(Number(units), places);
}

const weightsOf = ({ of }: Combine) =>
  of.map((member) => ({ constant: 'weight' in member ? (member.weight ?? 1) : 1 }));

/** The places of the result. */
export function combinePlaces(value: Combine, inputs: PlacesByName): number {
  if (value.op === 'count' || value.op === 'count-of-top') return 0;
  return value.places ?? fullPlaces(value, inputs);
}

/** The places in which nothing is rounded. */
function fullPlaces({ of, missing }: Combine, places: PlacesByName): number {
  const weights = of.map((member) => ('weight' in member ? placesOf(member.weight ?? 1) : 0));
  const instead = typeof missing === 'string' ? 0 : placesOf(missing.is) + Math.max(...weights);
  return Math.max(instead, commonPlaces(of, places));
}

/** The number at the value's places; undefined where it is unknown, or wrong and then noted. */
export function evaluateCombine(value: CompiledCombine, view: View): number | undefined {
  const known: number[] = [];
  const weights: number[] = [];
  let isUnknown = false;
  value.members.forEach((member, i) => {
    const { name, units } = readMember(member, view);
    if (units === undefined) {
      if (value.missing === 'refuse') noteMissing(value.id, name, view);
      if (value.missing === 'refuse' || value.missing === 'unknown') isUnknown = true;
      if (value.instead === undefined) return;
    }
    known.push(units ?? (value.instead?.[i] as number));
    weights.push(value.weights[i] as number);
  });
  if (isUnknown || known.length === 0) return undefined;
  switch (value.op) {
    case 'count':
      return known.filter((units) => isTrue(units, value.test as NonNullable<typeof value.test>))
        .length;
    case 'count-of-top': {
      const top = Math.max(...known);
      return known.filter((units) => units === top).length;
    }
    case 'max':
      return atPlaces(BigInt(Math.max(...known)), 1n, value, view);
    case 'min':
      return atPlaces(BigInt(Math.min(...known)), 1n, value, view);
    case 'sum':
      return atPlaces(sumOf(known), 1n, value, view);
    case 'mean': {
      // The members carry their weights already; what they are divided by has its own places.
      const weight = sumOf(weights);
      const ones = 10n ** BigInt(value.weightPlaces);
      return weight === 0n ? undefined : atPlaces(sumOf(known) * ones, weight, value, view);
    }
  }
}

/** n/d common units at the places of the result. */
function atPlaces(
  n: bigint,
  d: bigint,
  { id, places, common, rounding }: CompiledCombine,
  view: View,
): number | undefined {
  const up = 10n ** BigInt(Math.max(0, places - common));
  const down = 10n ** BigInt(Math.max(0, common - places));
  const units = Number(roundedQuotient(n * up, d * down, rounding));
  if (Number.isSafeInteger(units)) return units;
  noteTooLarge(id, String(n / d), view);
  return undefined;
}

function sumOf(list: readonly number[]): bigint {
  return list.reduce((sum, one) => sum + BigInt(one), 0n);
}

export function isTrue(
  units: number,
  { sign, bound }: NonNullable<CompiledCombine['test']>,
): boolean {
  switch (sign) {
    case 'eq':
      return units === bound;
    case 'gt':
      return units > bound;
    case 'gte':
      return units >= bound;
    case 'lt':
      return units < bound;
    case 'lte':
      return units <= bound;
  }
}

/** A mean without places, a count without its question, places that need a rule of rounding. */
export function checkCombine(value: Combine, inputs: ReadonlyMap<string, CompiledInput>): Issue[] {
  const issues = memberIssues(value.of, inputs, ['of']);
  if ((value.op === 'count') !== (value.that !== undefined)) {
    issues.push(errorAt('comparison-misplaced', ['that'], { given: value.op }));
  }
  const full = fullPlaces(value, inputs);
  const isCount = value.op === 'count' || value.op === 'count-of-top';
  const isShort = !isCount && value.places !== undefined && value.places < full;
  const needsRounding = value.op === 'mean' || isShort;
  if (needsRounding && (value.places === undefined || value.rounding === undefined)) {
    issues.push(errorAt('rounding-missing', [], { given: value.id, expected: full }));
  }
  if (value.op === 'mean' && weightsOf(value).some(({ constant }) => Number(constant) < 0)) {
    issues.push(errorAt('weight-negative', ['of'], { given: value.id }));
  }
  return issues;
}
