import type { Day, Period } from '../core/day.js';
import type { Decimal } from '../core/decimal.js';
import type { DocumentBase, LocalText, Scale } from '../document/document.js';
import type { Condition } from '../register/condition.js';
import type { Construct, SchemeValue } from './constructs/construct.js';
import type { Bound } from './constructs/edges.js';

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

/** A number with stated places after the point (0 where left out), ends, both inside, or a closed set. */
export interface NumberInput {
  readonly type: 'integer' | 'decimal';
  readonly places?: number;
  readonly min?: Decimal;
  readonly max?: Decimal;
  /** The closed set of its values, where it has one. */
  readonly values?: readonly Decimal[];
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

/**
 * A level from a lower bound upward, to the next band's. The first band has no bound; `above` leaves
 * the bound itself to the band below, so that 「0–30 incl., 30–45 incl.」 can be said.
 */
export interface Band<Level extends string = string> extends Bound {
  readonly level: Level;
  readonly cite: string;
}

/**
 * A level for those who meet all of some conditions and any of others. Gates are tried in order, and
 * the last has no condition. Conditions may also name a value of the scheme, and `total`, its score.
 */
export interface Gate<Level extends string = string> {
  readonly level: Level;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly cite: string;
  /** Where a fact it asks for is not known: it fails, or there is no answer (where left out). */
  readonly missing?: 'skip' | 'refuse';
}

/** A standing outside the scale, such as exempt or awaiting: who has it gets no score and no level. */
export interface StatusRule {
  readonly id: string;
  readonly title?: LocalText;
  readonly when: Condition;
  readonly cite: string;
  /** Where a fact it asks for is not known: the status does not hold, or there is no answer (where left out). */
  readonly missing?: 'skip' | 'refuse';
}

/**
 * What an override does. A level saturates at the ends of the scale; `addVisit` and `suspend` leave
 * the level and are reported, for those who plan visits.
 */
export type OverrideEffect<Level extends string = string> =
  | { readonly set: Level }
  | { readonly step: 'better' | 'worse'; readonly by: number }
  | { readonly atBest: Level }
  | { readonly atWorst: Level }
  | { readonly addVisit: { readonly within: Period } }
  | { readonly suspend: Period | { readonly until: LocalText } };

/** A rule above the score, applied in the order of the list. */
export interface Override<Level extends string = string> {
  readonly id: string;
  readonly when: Condition;
  readonly effect: OverrideEffect<Level>;
  readonly reason: LocalText;
  readonly cite: string;
  /** The last day it applies. */
  readonly sunset?: Day;
  /** Inputs that must be known where it fires: the references of its proof. */
  readonly evidence?: readonly string[];
  /** Where a fact it asks for is not known; `refuse` where left out. */
  readonly missing?: 'skip' | 'apply' | 'refuse';
}

/** A total the published rule states: the ends of parts or of a part's terms add up to it. */
export interface Invariant {
  readonly of: 'parts' | 'terms';
  /** Whose terms; those of all parts where left out. */
  readonly part?: string;
  readonly end: 'min' | 'max';
  readonly equals: Decimal;
  readonly cite: string;
}

/**
 * A scorecard: values are worked out in order, terms add up to points, and exactly one of `bands`,
 * `gates` and `levelFrom` turns them into a level of a named scale; overrides move the level.
 * Whoever has a status gets none. It serves credit and risk alike.
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
  readonly statuses?: readonly StatusRule[];
  readonly values?: readonly SchemeValue[];
  readonly parts?: readonly Part[];
  readonly terms: readonly Construct[];
  readonly total?: { readonly min?: Decimal; readonly max?: Decimal; readonly cite: string };
  readonly invariants?: readonly Invariant[];
  readonly bands?: readonly Band<Level>[];
  /** The value whose number the bands divide; the total where left out. */
  readonly bandsOn?: string;
  readonly gates?: readonly Gate<Level>[];
  /** The value whose text is the level. */
  readonly levelFrom?: string;
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
export function defineScheme<
  const Level extends string,
  Bands extends readonly Band<NoInfer<Level>>[] | undefined = undefined,
>(
  scheme: Omit<Scheme<Level>, 'bands' | 'gates' | 'overrides'> & {
    readonly bands?: Bands;
    readonly gates?: readonly Gate<NoInfer<Level>>[];
    readonly overrides?: readonly Override<NoInfer<Level>>[];
  },
): Scheme<Level> &
  (Bands extends undefined ? unknown : { readonly bands: readonly Band<Level>[] }) {
  return scheme as never;
}
