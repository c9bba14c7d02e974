import type { DocumentBase } from '../document/document.js';

/** The kinds of evidence an answer can rest on (证据形式). */
export const EVIDENCE_KINDS = [
  'photo',
  'video',
  'audio',
  'document',
  'measurement',
  'sample',
  'statement',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What an item can be answered with. */
export const OUTCOMES = ['met', 'not-met', 'not-applicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How a visit is made and what has to follow it (检查程序规则): every part may be left out, and what is
 * left out is not asked for.
 */
export interface InspectionRules extends DocumentBase {
  readonly schema: 'evenhand/inspection-rules/1';
  readonly kind: 'inspection-rules';
  /** On the premises nobody checks before a scan-in; the firm may refuse without one (扫码检查). */
  readonly scanIn?: { readonly cite: string };
  /** How many officers take part at the least (两人以上). */
  readonly officers?: { readonly least: number; readonly cite: string };
  /** Outcomes that need at least one piece of evidence. */
  readonly evidence?: { readonly outcomes: readonly Outcome[]; readonly cite: string };
  /** Result codes and follow-up measures that the legal office reviews first (法制审核). */
  readonly review?: {
    readonly results: readonly string[];
    readonly followUps: readonly string[];
    readonly cite: string;
  };
  /** In how many working days after the result is formed it is published. */
  readonly publication?: { readonly workingDays: number; readonly cite: string };
}
