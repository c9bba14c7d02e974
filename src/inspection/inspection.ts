import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { DocumentReference } from '../document/document.js';
import type { Item, Method } from '../register/nouns.js';
import type { EvidenceReference, InspectionAct, ResultEntry, TeamMember } from './act.js';
import type { InspectionRules, Outcome } from './inspectionRules.js';
import type { ResultList } from './resultList.js';

/** What a visit reads of one line of its checklist; a joint checklist says more. */
export interface CheckedItem {
  readonly id: string;
  readonly rank: Item['rank'];
  /** Every authority that has the item: an officer of any of them may answer it. */
  readonly authorities: readonly string[];
  /** The legal duties it asks, where it asks several. */
  readonly duties?: readonly string[];
}

/** What a visit reads of its checklist (行政检查单): a document in force, frozen by its digest. */
export interface VisitChecklist {
  readonly id: string;
  readonly version: string;
  readonly from: Day;
  readonly to?: Day;
  readonly items: readonly CheckedItem[];
}

/** The documents a visit goes by. */
export interface InspectionDocuments {
  readonly checklist: VisitChecklist;
  readonly results: ResultList;
  readonly rules: InspectionRules;
}

/** What a visit begins with: where, when, by whom. */
export interface InspectionOpening {
  readonly visit: string;
  readonly entity: string;
  readonly site?: string;
  /** The day it is planned for. */
  readonly on: Day;
  readonly method: Method;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly team: readonly TeamMember[];
  /** The legal office's reviewers; anybody outside the team where left out. */
  readonly reviewers?: readonly string[];
  /** The digest under which the checklist was published; compared where it is given. */
  readonly checklistDigest?: string;
}

/** Where a visit stands. Off is `turned-away` (the firm refused, and may) or `called-off`. */
export const INSPECTION_STATES = [
  'opened',
  'turned-away',
  'called-off',
  'started',
  'concluded',
  'closed',
] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

/** The answer to an item that stands. */
export interface ItemAnswer {
  readonly act: string;
  readonly item: string;
  readonly outcome: Outcome;
  readonly by: string;
  readonly on: Day;
  readonly evidence: readonly EvidenceReference[];
  readonly duties?: readonly string[];
  readonly corrected?: true;
}

/** A follow-up and how far it is (后续处理). */
export interface FollowUp {
  /** The id of the act that ordered it. */
  readonly id: string;
  readonly measure: string;
  readonly items: readonly string[];
  readonly ordered: Day;
  readonly due?: Day;
  readonly follows?: string;
  /** The day the firm said that it was done. */
  readonly reportedOn?: Day;
  readonly state: 'in-review' | 'returned' | 'open' | 'reported' | 'settled' | 'failed';
  /** The day it came into that state. */
  readonly since: Day;
}

/** What the visit found as a whole, and how far its review is. */
export interface Conclusion {
  readonly act: string;
  readonly on: Day;
  readonly results: readonly ResultEntry[];
  readonly review: 'none' | 'open' | 'agreed' | 'returned';
  /** The day the result is formed: that of the conclusion, or of the review that agreed. */
  readonly formedOn?: Day;
}

/**
 * A visit from its opening on (检查过程), as a value made of its acts.
 *
 * `obstructed` says that the firm turned officers away who had scanned in.
 */
export interface Inspection {
  readonly schema: 'evenhand/inspection/1';
  readonly opening: InspectionOpening;
  readonly documents: InspectionDocuments;
  readonly references: Readonly<Record<keyof InspectionDocuments, DocumentReference>>;
  readonly state: InspectionState;
  readonly team: readonly TeamMember[];
  readonly officers: readonly string[];
  readonly startedOn?: Day;
  readonly scan?: string;
  readonly obstructed?: true;
  readonly answers: Readonly<Record<string, ItemAnswer>>;
  readonly conclusion?: Conclusion;
  readonly followUps: readonly FollowUp[];
  /** Every publication; the first decides whether it was in time. */
  readonly published: readonly { readonly on: Day; readonly reference: string }[];
  readonly acts: readonly InspectionAct[];
}

/** A visit after an act, or as it was with the reasons why the act is refused. */
export interface InspectionAnswer {
  readonly inspection: Inspection;
  readonly taken: boolean;
  readonly issues: readonly Issue[];
}

/** A change an act makes, or why it can't be made. */
export type Change = Partial<Inspection> | readonly Issue[];

/** Whether an act was refused. */
export function isRefusal(change: Change): change is readonly Issue[] {
  return Array.isArray(change);
}

/** The authorities of a visit, its lead first. */
export function authoritiesOfVisit({ lead, partners }: InspectionOpening): readonly string[] {
  return [lead, ...partners];
}
