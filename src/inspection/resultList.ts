import type { Period } from '../core/day.js';
import type { DocumentBase, LocalText } from '../document/document.js';

/**
 * What a result says: nothing wrong, something wrong, or that the firm could not be checked, such as
 * one that is closed or cannot be found.
 */
export const RESULT_SORTS = ['clean', 'problem', 'unreached'] as const;
export type ResultSort = (typeof RESULT_SORTS)[number];

/** A kind of event that a result leaves on the firm's record (结果回流). */
export interface ResultEvent {
  readonly kind: string;
  readonly severity?: string;
}

/** One coded result (检查结果代码). */
export interface ResultCode {
  readonly code: string;
  readonly title: LocalText;
  readonly sort: ResultSort;
  readonly event?: ResultEvent;
  readonly cite: string;
}

/** A length of time for a firm to put something right, in calendar or in working days. */
export type FollowUpTerm = Period | { readonly workingDays: number };

/**
 * One way to go on after a check (后续处理): `term` is the longest it may take, `recheck` whether an
 * officer has to look again before it is settled, `broken` the event where the re-check finds nothing
 * put right.
 */
export interface FollowUpMeasure {
  readonly code: string;
  readonly title: LocalText;
  readonly term?: FollowUpTerm;
  readonly recheck?: true;
  readonly broken?: ResultEvent;
  readonly cite: string;
}

/** The results and follow-ups an authority may enter, and nothing else (检查结果清单). */
export interface ResultList extends DocumentBase {
  readonly schema: 'evenhand/result-list/1';
  readonly kind: 'result-list';
  readonly results: readonly ResultCode[];
  readonly followUps: readonly FollowUpMeasure[];
}
