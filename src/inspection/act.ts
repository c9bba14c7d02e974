import type { Day } from '../core/day.js';
import type { EvidenceKind, Outcome } from './inspectionRules.js';

/**
 * A reference to a piece of evidence: the digest of the file that is kept elsewhere, what it is, and the
 * day it was taken.
 */
export interface EvidenceReference {
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
  readonly kind: EvidenceKind;
  readonly takenOn: Day;
}

/** An officer of a visit's team, with the last day his certificate is valid where it has one. */
export interface TeamMember {
  readonly officer: string;
  readonly authority: string;
  readonly certifiedUntil?: Day;
}

/** One result of a visit: the code, and the items it is about (all that are not met where left out). */
export interface ResultEntry {
  readonly code: string;
  readonly items?: readonly string[];
}

/** What can happen to a visit, in the order it usually does. */
export const INSPECTION_ACTS = [
  'restaff',
  'start',
  'turn-away',
  'call-off',
  'answer',
  'conclude',
  'order',
  'review',
  'report-done',
  'recheck',
  'publish',
  'close',
] as const;
export type InspectionActType = (typeof INSPECTION_ACTS)[number];

interface ActBase {
  /** The act's own name: no two acts of a visit share one. */
  readonly id: string;
  readonly visit: string;
  /** The day it is entered; it never goes back. */
  readonly at: Day;
  /** Who acts: an officer, a reviewer, an authority or the firm. */
  readonly by: string;
}

/** An act of a visit, as flat JSON. */
export type InspectionAct = ActBase &
  (
    | { readonly act: 'restaff'; readonly team: readonly TeamMember[]; readonly reason: string }
    | {
        readonly act: 'start';
        readonly officers: readonly string[];
        /** The record of the scan-in (扫码记录). */
        readonly scan?: string;
      }
    | { readonly act: 'turn-away'; readonly reason: string }
    | { readonly act: 'call-off'; readonly reason: string }
    | {
        readonly act: 'answer';
        readonly item: string;
        readonly outcome: Outcome;
        readonly evidence: readonly EvidenceReference[];
        /** The legal duties that are not met, where the item asks several. */
        readonly duties?: readonly string[];
        /** What was wrong was put right while the officers were there (当场改正). */
        readonly corrected?: true;
        readonly note?: string;
        /** The earlier answer of the item that this one takes the place of. */
        readonly replaces?: string;
      }
    | {
        readonly act: 'conclude';
        /** The result list the codes are of, as `id@version`. */
        readonly list: string;
        readonly results: readonly ResultEntry[];
      }
    | {
        readonly act: 'order';
        readonly measure: string;
        readonly items: readonly string[];
        /** The last day of its term. */
        readonly due?: Day;
        /** The failed follow-up that this one goes on from. */
        readonly follows?: string;
      }
    | {
        readonly act: 'review';
        /** The order that is reviewed; the results where left out. */
        readonly of?: string;
        readonly outcome: 'agreed' | 'returned';
        readonly opinion: string;
      }
    | {
        readonly act: 'report-done';
        readonly followUp: string;
        readonly evidence: readonly EvidenceReference[];
      }
    | {
        readonly act: 'recheck';
        readonly followUp: string;
        readonly outcome: 'corrected' | 'not-corrected';
        readonly evidence: readonly EvidenceReference[];
      }
    | { readonly act: 'publish'; readonly reference: string }
    | { readonly act: 'close' }
  );

/** The acts of one kind. */
export type ActOf<T extends InspectionActType> = Extract<InspectionAct, { readonly act: T }>;
