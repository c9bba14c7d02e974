import type { Period } from '../core/day.js';
import type { DocumentBase, LocalText, Scale } from '../document/document.js';

/**
 * The closed list of incentives and sanctions (守信激励、失信惩戒措施清单): what is not on it may not be
 * done. `weights` go from the lightest to the heaviest; `proportion` says how heavy a sanction each
 * ground can carry (过罚相当).
 */
export interface MeasureList extends DocumentBase {
  readonly schema: 'evenhand/measures/1';
  readonly kind: 'measures';
  /** The credit scale whose grades are grounds. */
  readonly scale: Scale;
  readonly weights: readonly string[];
  readonly proportion: readonly Proportion[];
  readonly measures: readonly Measure[];
}

/** The heaviest sanction a grade, or a list, can carry. */
export type Proportion = { readonly heaviest: string; readonly cite: string } & (
  | { readonly grade: string }
  | { readonly list: string }
);

/** One incentive or sanction: on which basis, for whom, how long, and who does it. */
export interface Measure {
  readonly id: string;
  readonly title: LocalText;
  readonly sort: 'incentive' | 'sanction';
  readonly owner: string;
  /** Departments that join in; all together it is one measure. */
  readonly partners: readonly string[];
  /** The text it rests on, and the longest that text allows. */
  readonly basis: { readonly cite: string; readonly atMost?: Period };
  /** How long it lasts once begun; as long as its ground where left out. */
  readonly term?: Period;
  readonly from: { readonly grades?: readonly string[]; readonly lists?: readonly string[] };
  readonly weight: string;
  /** What it touches, such as procurement: of measures that touch the same, one counts. */
  readonly touches: string;
}
