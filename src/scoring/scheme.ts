import type { Day } from '../core/day.js';
import type { Decimal } from '../core/decimal.js';
import type { DocumentBase, LocalText, Scale } from '../document/document.js';
import type { Condition } from '../register/condition.js';
import type { Construct } from './constructs/construct.js';

/**
 * A typed input with its closed domain. A value outside is an issue, never clamped.
 *
 * `code` is a hierarchical code (GB/T 4754, GB/T 2260); `full-years` counts the completed years from
 * a day (`since`, or a fact that is a day) to the day of the answer. `changeable` marks what the
 * entity itself can change, which is what `nextGrade` may ask of it.
 */
export type Input =
  | NumberInput
  | { readonly type: 'category'; readonly values: readonly string[]; readonly changeable?: boolean }
  | { readonly type: 'boolean'; readonly changeable?: boolean }
  | { readonly type: 'code' }
  | { readonly type: 'day' }
  | { readonly type: 'full-years'; readonly since: string };

/** A number with stated places after the point (0 where left out) and ends, both inside. */
export interface NumberInput {
  readonly type: 'integer' | 'decimal';
  readonly places?: number;
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly changeable?: boolean;
}

/** What happens where an input is not known: stated points, or no score but an issue. */
export type Missing = { readonly points: Decimal } | 'refuse';

/** A group of terms whose sum is held between two ends. */
export interface Part {
  readonly id: string;
  readonly title?: LocalText;
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly cite: string;
}

/** A level from a lower bound upward, to the next band's. The first band has no bound. */
export interface Band<Level extends string = string> {
  readonly from?: Decimal;
  readonly level: Level;
  readonly cite: string;
}

/** What an override does; it saturates at the ends of the scale. */
export type OverrideEffect<Level extends string = string> =
  | { readonly set: Level }
  | { readonly step: 'better' | 'worse'; readonly by: number }
  | { readonly atBest: Level }
  | { readonly atWorst: Level };

/** A rule above the score, applied in the order of the list. */
export interface Override<Level extends string = string> {
  readonly id: string;
  readonly when: Condition;
  readonly effect: OverrideEffect<Level>;
  readonly reason: LocalText;
  readonly cite: string;
  /** The last day it applies. */
  readonly sunset?: Day;
  /** Where a fact it asks for is not known; `refuse` where left out. */
  readonly missing?: 'skip' | 'apply' | 'refuse';
}

/**
 * A scorecard: terms add up to points, bands turn points into a level of a named scale, overrides
 * move the level. It serves credit and risk alike.
 */
export interface Scheme<Level extends string = string> extends DocumentBase {
  readonly schema: 'evenhand/scheme/1';
  readonly kind: 'scheme';
  readonly scale: Scale<Level>;
  /** Places after the point of all points here. */
  readonly places: number;
  readonly direction: 'more-is-better' | 'more-is-worse';
  readonly start?: Decimal;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly parts?: readonly Part[];
  readonly terms: readonly Construct[];
  readonly total?: { readonly min?: Decimal; readonly max?: Decimal; readonly cite: string };
  readonly bands: readonly Band<Level>[];
  readonly overrides?: readonly Override<Level>[];
}

/**
 * A scheme as it is, with its levels known to the compiler: a band or an override that names another
 * level is a compile error.
 *
 * @example
 * ```ts
 * import { defineScheme } from 'evenhand/scoring';
 * import { exampleCredit } from 'evenhand/schemes';
 *
 * defineScheme(exampleCredit).scale.levels; // => ['A', 'B', 'C', 'D']
 * ```
 */
export function defineScheme<const Level extends string>(
  scheme: Omit<Scheme<Level>, 'bands' | 'overrides'> & {
    readonly bands: readonly Band<NoInfer<Level>>[];
    readonly overrides?: readonly Override<NoInfer<Level>>[];
  },
): Scheme<Level> {
  return scheme;
}
