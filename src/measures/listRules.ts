import type { Period } from '../core/day.js';
import type { DocumentBase, LocalText } from '../document/document.js';
import type { Condition } from '../register/condition.js';

/** Lists of entities (名单、名录): who enters by which rule, how it leaves, and what follows. */
export interface ListRules extends DocumentBase {
  readonly schema: 'evenhand/lists/1';
  readonly kind: 'lists';
  readonly lists: readonly ListRule[];
}

/**
 * One list. An `adverse` one counts against a firm, a `favourable` one for it, and one of `attention`
 * does neither: key supervision follows from what a firm does, not from how.
 */
export interface ListRule {
  /** The list's name, as entities and conditions have it. */
  readonly id: string;
  readonly title: LocalText;
  readonly sort: 'adverse' | 'favourable' | 'attention';
  readonly owner: string;
  /** Any of these brings an entity onto the list. */
  readonly entry: readonly ListEntry[];
  readonly exit: ListExit;
  /** What is still a ground after so long brings it onto another list too. */
  readonly escalates?: {
    readonly to: string;
    readonly after: Period;
    /** How long before the entity is told once more. */
    readonly warn?: Period;
    readonly cite: string;
  };
  /** What follows from it, for the entity to read; other documents act on the list by its name. */
  readonly effects: readonly {
    readonly on: 'grade' | 'cap' | 'inspection' | 'measures';
    readonly text: LocalText;
    readonly cite: string;
  }[];
  readonly cite: string;
}

/**
 * How an entity enters a list. A ground is an event of some kind. With a `notice` the entity is told
 * first, by an event `list-notice` that names the ground, and enters on the day after the time to
 * object is over, unless an objection is open or was upheld.
 */
export type ListEntry =
  | {
      readonly by: 'ground';
      readonly events: readonly string[];
      readonly notice?: { readonly objectWithin: Period; readonly cite: string };
      readonly cite: string;
    }
  | { readonly by: 'condition'; readonly when: Condition; readonly cite: string }
  | { readonly by: 'escalation'; readonly from: string; readonly cite: string };

/** How it leaves: any of these. An entry by a condition leaves when the condition no longer holds. */
export interface ListExit {
  /** On the day its ground is repaired: the duty is done. */
  readonly whenRepaired?: true;
  /** After the last day of a term, counted from the day of entry. */
  readonly term?: Period;
  /** On application, an event `list-leave`, once so long has passed. */
  readonly applyAfter?: Period;
  readonly cite: string;
}
