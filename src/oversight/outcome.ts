import type { Day } from '../core/day.js';

/**
 * What came of one visit, as oversight reads it: what was asked, what was answered, where a fault was
 * found, and when the result was public.
 *
 * `visit` is its id in the plan, or its own where no plan has it. `answered` are the items whose
 * checklists were answered, `faults` those of them at which a fault was found. The term of publication
 * runs from `concludedOn`, the day the result was fixed. `cause` names what it was made for where no
 * plan asked for it, with the reference of the record.
 */
export interface VisitOutcome {
  readonly visit: string;
  readonly entity: string;
  readonly day: Day;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly officers: readonly string[];
  /** The demands that it did, by their ids in the plan. */
  readonly demands: readonly string[];
  readonly answered: readonly string[];
  readonly faults: readonly string[];
  readonly concludedOn?: Day;
  /** The last day of publication, where it is known already; else it is counted from `concludedOn`. */
  readonly publishBy?: Day;
  readonly publishedOn?: Day;
  readonly cause?: string;
  readonly reference?: string;
}

/** What a review can do with a decision: leave it, change it, quash it. */
export const REVIEW_OUTCOMES = ['upheld', 'changed', 'overturned'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** An official decision that binds a firm, such as a penalty or an order, and what a review made of it. */
export interface OfficialDecision {
  readonly id: string;
  readonly entity: string;
  readonly authority: string;
  /** The visit it follows from; left out where none does. */
  readonly visit?: string;
  readonly on: Day;
  /** What it is: `penalty`, `order`, … as the authority names it. */
  readonly kind: string;
  /** A review that somebody asked for (复议、诉讼、内部监督); without an outcome it is pending. */
  readonly review?: {
    readonly asked: Day;
    readonly on?: Day;
    readonly outcome?: ReviewOutcome;
  };
}

/** What an officer was given an answer about. */
export const PROPOSAL_SUBJECTS = [
  'tier',
  'visit',
  'substitute',
  'checklist',
  'warning',
  'approval',
  'penalty',
] as const;
export type ProposalSubject = (typeof PROPOSAL_SUBJECTS)[number];

/** An answer by rule that an officer was given, and what the officer did: the same, or something else. */
export interface Proposal {
  readonly id: string;
  readonly officer: string;
  readonly authority: string;
  readonly entity: string;
  readonly on: Day;
  readonly about: ProposalSubject;
  readonly proposed: string;
  readonly done: string;
  /** Why something else was done; an override without a reason is an issue. */
  readonly reason?: string;
}
