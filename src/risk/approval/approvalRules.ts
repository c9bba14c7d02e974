import type { Deadline } from '../../calendar/deadline.js';
import type { DocumentBase, LocalText, Scale } from '../../document/document.js';
import type { Condition } from '../../register/condition.js';

/** How a permit is given, from the lightest way to the strictest. */
export const APPROVAL_TIERS = [
  'exempt-unless-forbidden',
  'filing',
  'commitment',
  'strict',
] as const;
export type ApprovalTier = (typeof APPROVAL_TIERS)[number];

/**
 * Approval by risk (基于风险的分级分类审批): what is not forbidden needs no approval (非禁免批), is filed for
 * reference (备查), is granted on notice and commitment (告知承诺), or is examined strictly.
 *
 * `standard` is the risk standard that rates the applicant now and the firm afterwards: one and the same.
 */
export interface ApprovalRules extends DocumentBase {
  readonly schema: 'evenhand/approval/1';
  readonly kind: 'approval';
  readonly scale: Scale;
  readonly standard: { readonly id: string; readonly version: string; readonly digest: string };
  readonly permits: readonly Permit[];
}

/** One matter of approval, with its way for each level of risk. */
export interface Permit {
  readonly id: string;
  readonly title: LocalText;
  readonly authority: string;
  /** The tier of every level of the scale. */
  readonly tiers: Readonly<Record<string, ApprovalTier>>;
  /** To whom it is forbidden, whatever the tier. */
  readonly forbidden?: {
    readonly when: Condition;
    readonly text: LocalText;
    readonly cite: string;
  };
  /** What is stated when it is filed; the firm keeps the papers (资料自行留存). */
  readonly materials?: readonly {
    readonly id: string;
    readonly title: LocalText;
    readonly cite: string;
  }[];
  /** What is promised, and how a promise is checked. */
  readonly commitments?: readonly PermitCommitment[];
  /** Who may not promise, and is examined strictly instead. */
  readonly barred?: { readonly when: Condition; readonly text: LocalText; readonly cite: string };
  /** How long a strict examination takes. */
  readonly decideWithin?: Deadline;
  /** The check after approval, by tier. */
  readonly followUp?: Readonly<Partial<Record<ApprovalTier, FollowUpCheck>>>;
  readonly cite: string;
}

/** A check that follows an approval. */
export interface FollowUpCheck {
  readonly item: string;
  readonly within: Deadline;
  readonly cite: string;
}

/** A promise: checked within a time, corrected within another, and what each end is on the record. */
export interface PermitCommitment {
  readonly id: string;
  readonly title: LocalText;
  readonly checkWithin: Deadline;
  readonly correctWithin: Deadline;
  /** The kinds of event a promise kept, one not kept, and a false one become. */
  readonly events: { readonly kept: string; readonly broken: string; readonly false: string };
  readonly cite: string;
}
