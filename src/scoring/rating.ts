import type { Day } from '../core/day.js';
import type { DocumentReference, LocalText } from '../document/document.js';
import type { Reason } from './reason.js';

/** An override that fired, with its source. `saturated`: the scale's end held it. */
export interface AppliedOverride {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly saturated: boolean;
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
  readonly band: {
    readonly range: string;
    readonly level: string;
    readonly cite: string;
    readonly article: string;
  };
  readonly reasons: readonly Reason[];
  readonly overrides: readonly AppliedOverride[];
}
