import type { Deadline } from '../../calendar/deadline.js';
import type { Period } from '../../core/day.js';
import type { DocumentBase, LocalText } from '../../document/document.js';
import type { Condition } from '../../register/condition.js';

/**
 * A list of slight violations that are not punished (轻微违法免罚、容错纠错清单): on which grounds, made of
 * which conditions, and how each condition is shown.
 */
export interface LeniencyList extends DocumentBase {
  readonly schema: 'evenhand/leniency/1';
  readonly kind: 'leniency';
  readonly conditions: readonly LeniencyCondition[];
  readonly grounds: readonly LeniencyGround[];
  readonly violations: readonly LenientViolation[];
  /** Grounds of every violation that is not on the list, where the rule has some. */
  readonly others?: { readonly grounds: readonly string[]; readonly cite: string };
}

/** One condition, and how it is known: nothing is taken for granted, and what is not known is asked. */
export interface LeniencyCondition {
  readonly id: string;
  readonly title: LocalText;
  /** What is asked where it is not known. */
  readonly asks: LocalText;
  readonly shown: Showing;
  readonly cite: string;
}

/**
 * How a condition is shown: by the record (no earlier violation), by correction within the time the
 * violation has, by a fact of the case, or by evidence alone. All but the first need a reference.
 */
export type Showing =
  | {
      readonly by: 'record';
      readonly kinds: readonly string[];
      /** How far back, from the day of the violation; ever where left out. */
      readonly within?: Period;
      /** Only earlier ones of the same violation, as `values.violation` names it. */
      readonly same?: true;
    }
  | { readonly by: 'correction' }
  | { readonly by: 'fact'; readonly when: Condition }
  | { readonly by: 'evidence' };

/** Why a violation goes unpunished: all of the conditions, and whether it must or may. */
export interface LeniencyGround {
  readonly id: string;
  readonly title: LocalText;
  readonly all: readonly string[];
  /** `must`: no penalty is imposed (不予处罚); `may`: none need be (可以不予处罚). */
  readonly effect: 'must' | 'may';
  readonly cite: string;
}

/** A violation of the list, with its grounds and the time to correct it in. */
export interface LenientViolation {
  readonly id: string;
  readonly title: LocalText;
  readonly grounds: readonly string[];
  readonly correctWithin?: Deadline;
  readonly cite: string;
}
