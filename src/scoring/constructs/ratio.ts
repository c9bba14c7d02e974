import { type Decimal, placesOf, scaled } from '../../core/decimal.js';
import type { Issue } from '../../core/issue.js';
import type { CompiledInput } from '../inputs.js';
import { type Rounding, roundedQuotient } from '../rounding.js';
import type { View } from '../view.js';
import type { ValueBase } from './construct.js';
import {
  type CompiledMember,
  commonPlaces,
  compileMembers,
  type Member,
  memberIssues,
  noteMissing,
  noteTooLarge,
  readMember,
} from './members.js';

/**
 * What was reached of what could be reached: the sum of the upper numbers over the sum of the lower,
 * times a hundred for a percentage, exact and rounded once. A pair of which one number is not known
 * is left out above and below, so the denominator shrinks; over nothing the value is unknown.
 */
export interface RatioValue extends ValueBase {
  readonly kind: 'ratio';
  readonly of: readonly { readonly upper: Member; readonly lower: Member }[];
  /** 1 where left out. */
  readonly times?: Decimal;
  readonly places: number;
  readonly rounding: Rounding;
  readonly missing: 'refuse' | 'skip' | 'unknown';
}

/** A ratio as integers in one common unit, which falls out of the quotient. */
export interface CompiledRatio {
  readonly kind: 'ratio';
  readonly id: string;
  readonly cite: string;
  readonly upper: readonly CompiledMember[];
  readonly lower: readonly CompiledMember[];
  /** Places of the common unit. */
  readonly common: number;
  readonly times: number;
  readonly timesPlaces: number;
  readonly places: number;
  readonly rounding: Rounding;
  readonly missing: RatioValue['missing'];
}

export function compileRatio(
  value: RatioValue,
  inputs: ReadonlyMap<string, CompiledInput>,
): CompiledRatio {
  const upper = value.of.map((pair) => pair.upper);
  const lower = value.of.map((pair) => pair.lower);
  const common = commonPlaces([...upper, ...lower], inputs);
  const times = value.times ?? 1;
  return {
    kind: 'ratio',
    id: value.id,
    cite: value.cite,
    upper: compileMembers(upper, inputs, common),
    lower: compileMembers(lower, inputs, common),
    common,
    times: scaled(times, placesOf(times)),
    timesPlaces: placesOf(times),
    places: value.places,
    rounding: value.rounding,
    missing: value.missing,
  };
}

export function evaluateRatio(value: CompiledRatio, view: View): number | undefined {
  const sums = ratioSums(value, view);
  if (sums === undefined) return undefined;
  const { upper: n, lower: d } = sums;
  if (d === 0n) return undefined;
  const sign = d < 0n ? -1n : 1n;
  const up = BigInt(value.times) * 10n ** BigInt(value.places);
  const down = 10n ** BigInt(value.timesPlaces);
  const units = Number(roundedQuotient(sign * n * up, sign * d * down, value.rounding));
  if (Number.isSafeInteger(units)) return units;
  noteTooLarge(value.id, `${n}/${d}`, view);
  return undefined;
}

/** What is divided by what, in common units; undefined where a number that is needed is not known. */
export function ratioSums(
  value: CompiledRatio,
  view: View,
): { readonly upper: bigint; readonly lower: bigint } | undefined {
  let n = 0n;
  let d = 0n;
  for (let i = 0; i < value.upper.length; i++) {
    const upper = readMember(value.upper[i] as CompiledMember, view);
    const lower = readMember(value.lower[i] as CompiledMember, view);
    if (upper.units === undefined || lower.units === undefined) {
      if (value.missing === 'skip') continue;
      const { name } = upper.units === undefined ? upper : lower;
      if (value.missing === 'refuse') noteMissing(value.id, name, view);
      return undefined;
    }
    n += BigInt(upper.units);
    d += BigInt(lower.units);
  }
  return { upper: n, lower: d };
}

export function checkRatio(value: RatioValue, inputs: ReadonlyMap<string, CompiledInput>): Issue[] {
  const members = value.of.flatMap(({ upper, lower }) => [upper, lower]);
  return memberIssues(members, inputs, ['of']).map((issue) => {
    const [, at] = issue.path;
    if (typeof at !== 'number') return issue;
    const side = at % 2 === 0 ? 'upper' : 'lower';
    return { ...issue, path: ['of', Math.floor(at / 2), side, 'value'] };
  });
}
