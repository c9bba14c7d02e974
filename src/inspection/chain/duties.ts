import type { Period } from '../../core/day.js';
import type { DocumentBase, LocalText } from '../../document/document.js';

/** The three systems of administrative enforcement (行政执法三项制度). */
export const SYSTEMS = ['publicity', 'record', 'review'] as const;
/** 行政执法公示, 执法全过程记录, 重大执法决定法制审核. */
export type System = (typeof SYSTEMS)[number];

/**
 * Entries a duty speaks of: their kind, and what their body says. `where` names a field of the body,
 * levels parted by points; it fits where the field is one of the values, or, in a list, where a member is.
 * A `field: true` fits where the field is there and not empty.
 */
export interface EntryPattern {
  readonly kinds: readonly string[];
  readonly where?: Readonly<Record<string, readonly (string | boolean)[] | true>>;
}

/** How long after an entry another may come at the latest. */
export type DutyTerm = Period | { readonly workingDays: number };

/**
 * One duty of the three systems: when entries of one pattern are on a matter, each needs one of the other.
 *
 * `before`: one stands earlier than it. `after`: one stands later, in its term where there is one. `itself`:
 * the entry fits the other pattern, too. `apart` asks that whoever made the one did not make entries of
 * certain kinds of the same matter, as a reviewer must not have taken part.
 */
export interface SystemDuty {
  readonly id: string;
  readonly system: System;
  readonly title: LocalText;
  readonly when: EntryPattern;
  readonly needs: EntryPattern & {
    readonly place: 'before' | 'after' | 'itself';
    readonly within?: DutyTerm;
    readonly apart?: readonly string[];
  };
  readonly cite: string;
}

/** The duties of the three systems, each with its article. */
export interface SystemDuties extends DocumentBase {
  readonly schema: 'evenhand/system-duties/1';
  readonly kind: 'system-duties';
  readonly duties: readonly SystemDuty[];
}
