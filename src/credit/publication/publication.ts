import type { Period } from '../../core/day.js';
import type { DocumentBase, LocalText } from '../../document/document.js';
import type { Deed, FactKind } from '../record/entry.js';

/**
 * How long what is on a record is published, and what ends it early (信息公示与信用修复).
 *
 * Periods count from the day of the decision or of its publication; by the rule of civil law the day
 * itself is not counted, so the last day is the same day of the month that many months on, clamped
 * to the month's end. The first rule that fits a matter governs it; one that none fits is not
 * published by this document.
 */
export interface Publication extends DocumentBase {
  readonly schema: 'evenhand/publication/1';
  readonly kind: 'publication';
  /** Whose matters it is for; everybody's where left out. */
  readonly scope?: {
    readonly jurisdictions?: readonly string[];
    readonly departments?: readonly string[];
  };
  readonly counts: { readonly from: 'decided' | 'published'; readonly cite: string };
  /** Whether a repair may take effect on the last day of the minimum, or on the day after. */
  readonly repairFrom: { readonly day: 'last-day' | 'day-after'; readonly cite: string };
  /** What becomes, at the maximum, of a decision not shown to be performed. */
  readonly unperformed: {
    readonly atEnd: 'stays' | 'stops';
    readonly kinds: readonly FactKind[];
    readonly cite: string;
  };
  readonly rules: readonly PublicationRule[];
  /** What a repair ends, beside the publication, wherever the matter is held. */
  readonly repairEnds: {
    readonly also: readonly ('sharing' | 'sanctions' | 'list')[];
    readonly cite: string;
  };
  /** What an open objection suspends. */
  readonly objection: {
    readonly suspends: 'nothing' | 'publication' | 'publication-and-score';
    readonly cite: string;
  };
  /** What an outsider is told of a score: grade and reasons with their points, or without. */
  readonly outsiders: { readonly points: 'shown' | 'withheld'; readonly cite: string };
}

/** How long matters of some kinds are published, and whether they can be repaired. */
export interface PublicationRule {
  readonly id: string;
  readonly title: LocalText;
  readonly when: PublicationCase;
  /** `never`, or a minimum and a maximum; without a maximum as long as it stands. */
  readonly publish:
    | 'never'
    | {
        readonly min?: Period;
        readonly max?: Period;
        /** Published only where a report says on which day it was. */
        readonly ifPublished?: true;
        /** A restriction that lasts longer than the maximum is published as long as it lasts. */
        readonly orRestriction?: true;
      };
  readonly repair:
    | 'never'
    | {
        readonly needs: readonly RepairNeed[];
        /** On application the maximum is shortened by so many months, no further than to the minimum. */
        readonly shortening?: { readonly min: number; readonly max: number };
      };
  readonly cite: string;
}

/** Which matters a rule is for; what is left out is not asked. */
export interface PublicationCase {
  readonly kinds: readonly FactKind[];
  readonly severities?: readonly string[];
  readonly fields?: readonly string[];
  readonly lists?: readonly string[];
  /** `only`: nothing but these; `any`: one of these among others. */
  readonly sanctions?: { readonly only: readonly string[] } | { readonly any: readonly string[] };
}

/** What must be so on the day of a repair. */
export type RepairNeed =
  | { readonly need: Deed; readonly cite: string }
  | { readonly need: 'no-same-offence'; readonly cite: string }
  | { readonly need: 'on-no-list'; readonly lists: readonly string[]; readonly cite: string };
