import type { Day, Period } from '../core/day.js';
import type { DocumentReference, LocalText } from '../document/document.js';
import type { GateReason, Reason, ValueReason } from './reason.js';

/** An override that fired, with its source. `saturated`: the scale's end held it. */
export interface AppliedOverride {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly saturated: boolean;
  /** What it asks for beside the level. */
  readonly addVisit?: { readonly within: Period };
  readonly suspend?: Period | { readonly until: LocalText };
  /** The references of its proof, by input. */
  readonly evidence?: Readonly<Record<string, string>>;
  readonly reason: LocalText;
  readonly cite: string;
  readonly article: string;
}

/** What a scheme says of an entity on a day, and why: `start` and the reasons' points make `score`. */
export interface Rating {
  readonly scheme: DocumentReference;
  readonly tables: string;
  readonly scale: string;
  readonly asOf: Day;
  readonly start: string;
  readonly score: string;
  readonly level: string;
  /**
   * What gave the level before overrides: a band with its range, `gate 2 of 3`, or the value whose
   * text is the level, `matrix = high`.
   */
  readonly band: {
    readonly range: string;
    readonly level: string;
    readonly cite: string;
    readonly article: string;
  };
  /** The gates that were tried, in order; the last let the entity through. */
  readonly gates?: readonly GateReason[];
  /** What the scheme worked out first, in order. */
  readonly values?: readonly ValueReason[];
  readonly reasons: readonly Reason[];
  readonly overrides: readonly AppliedOverride[];
}

/** What a scheme says of an entity with a standing outside its scale: no score and no level. */
export interface StatusRating {
  readonly scheme: DocumentReference;
  readonly tables: string;
  readonly scale: string;
  readonly asOf: Day;
  readonly status: string;
  readonly title?: LocalText;
  readonly values?: readonly ValueReason[];
  readonly cite: string;
  readonly article: string;
}
