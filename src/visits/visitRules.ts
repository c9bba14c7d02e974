import type { Day } from '../core/day.js';
import type { DocumentBase, LocalText } from '../document/document.js';

/** Days without planned visits (企业安静期): dated, or from one day of the year to another each year. */
export interface QuietDays {
  readonly id: string;
  readonly title?: LocalText;
  /** `YYYY-MM-DD` to `YYYY-MM-DD`, or `MM-DD` to `MM-DD`, which may run over the new year. */
  readonly days:
    | { readonly from: Day; readonly to: Day }
    | { readonly yearly: readonly [string, string] };
  /** The districts it holds in; everywhere where left out. */
  readonly districts?: readonly string[];
  readonly cite: string;
}

/** How long before a visit the firm is told at the least, in calendar or in working days. */
export type VisitNotice = ({ readonly days: number } | { readonly workingDays: number }) & {
  readonly cite: string;
};

/**
 * Who leads among the authorities of a visit (牵头): of those left by the rules before, the one with
 * `heaviest` demand, `most-demands`, a `duty`, a `key-item`, or the first of a list that is present.
 */
export const LEAD_RULES = ['heaviest', 'most-demands', 'duty', 'key-item'] as const;
export type LeadRule = (typeof LEAD_RULES)[number] | { readonly authorities: readonly string[] };

/** What the items of a checklist are ordered by, one key after another. */
export const CHECKLIST_KEYS = [
  'general-first',
  'key-first',
  'lead-first',
  'duty-first',
  'authority',
] as const;
export type ChecklistKey = (typeof CHECKLIST_KEYS)[number];

/** The most visits of a lead authority, in one district or in all, in a period. */
export interface PeriodLimit {
  readonly authority?: string;
  readonly district?: string;
  readonly visits: number;
}

/** How a year's visits are spread over its months or quarters (均衡安排). */
export interface Levelling {
  readonly per: 'month' | 'quarter';
  /** Of several that fit a lead authority and a district the first holds; none for no limit. */
  readonly limits?: readonly PeriodLimit[];
  readonly cite: string;
}

/** How joint visits are arranged (联合检查安排规则): every part may be left out. */
export interface VisitRules extends DocumentBase {
  readonly schema: 'evenhand/visit-rules/1';
  readonly kind: 'visit-rules';
  readonly notice?: VisitNotice;
  readonly quiet?: readonly QuietDays[];
  /** The rules in order; of the authorities that are left the first by id leads. */
  readonly lead?: { readonly rules: readonly LeadRule[]; readonly cite: string };
  /** The keys in order; of the items that are left the first by id. */
  readonly checklist?: { readonly order: readonly ChecklistKey[]; readonly cite: string };
  readonly levelling?: Levelling;
}
