import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';

/** How sure a number is: read in its source, remembered, or made up to show something. */
export const CONFIDENCE = ['verified', 'recalled', 'example'] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** What a document's state is in law; only documents `in-force` give authoritative answers. */
export const STATUSES = ['example', 'draft', 'in-force', 'repealed'] as const;
export type Status = (typeof STATUSES)[number];

/** A text people read, in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Where a number comes from. Rules point to it by `id` in their field `cite`. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly article?: string;
  readonly published?: Day;
  readonly link?: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/**
 * What becomes of answers of the version before: each entity keeps its level until its own next
 * classification, at the latest until a day, or all are classified anew on the first day in force.
 */
export type VersionChange = { readonly replaces: string } & (
  | { readonly keep: 'old-level-until'; readonly until: Day }
  | { readonly keep: 'reclassify' }
);

/** What every dated document has, whatever it says. `[from, to]` are days in force, both inside. */
export interface DocumentBase {
  readonly schema: string;
  readonly kind: string;
  readonly id: string;
  readonly version: string;
  readonly title?: LocalText;
  readonly from: Day;
  readonly to?: Day;
  readonly status: Status;
  /** How it takes over from the version `id@version` before it. */
  readonly transition?: VersionChange;
  readonly citations: readonly Citation[];
  /** What the published rule has and the document cannot say: listed, never dropped. */
  readonly untranslated: readonly string[];
}

/** Named, ordered levels. `worse` says at which end of `levels` the worst one stands. */
export interface Scale<Level extends string = string> {
  readonly id: string;
  readonly levels: readonly Level[];
  readonly worse: 'first' | 'last';
}

/** Which document an answer came from, by name, version and digest. */
export interface DocumentReference {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** A document's levels from the best to the worst. */
export function bestFirst<Level extends string>(scale: Scale<Level>): readonly Level[] {
  requireArgument('bestFirst', 'scale', scale, { levels: 'array' });
  return scale.worse === 'last' ? scale.levels : [...scale.levels].reverse();
}
