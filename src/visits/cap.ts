import type { Day } from '../core/day.js';
import type { DocumentBase } from '../document/document.js';
import type { ForCause, VisitKind } from '../register/nouns.js';

/** Which of the two yields where they collide: the cap to a legal duty, or the duty to the cap. */
export const PRECEDENCE = ['duty-over-cap', 'cap-over-duty'] as const;
export type Precedence = (typeof PRECEDENCE)[number];

/** The levels of one named scale that count as good enough. */
export interface EligibleLevels {
  readonly scale: string;
  readonly levels: readonly string[];
  readonly cite?: string;
}

/**
 * The most visits an eligible entity bears in a calendar year, all authorities together (频次上限).
 *
 * `visits` counts joint visits by kind; `doesNotCount` is the closed list of causes outside the cap;
 * `sunset` is the last day the cap protects anybody, whatever `to` says.
 */
export interface Cap extends DocumentBase {
  readonly schema: 'evenhand/cap/1';
  readonly kind: 'cap';
  readonly eligible: { readonly credit: EligibleLevels; readonly risk: EligibleLevels };
  readonly window: 'calendar-year';
  readonly scope: 'all-authorities';
  readonly visits: Readonly<Record<VisitKind, number>>;
  readonly doesNotCount: readonly ForCause[];
  readonly precedence: Precedence;
  readonly sunset?: Day;
  readonly cite: string;
}
