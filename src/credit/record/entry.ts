import type { Day } from '../../core/day.js';
import type { Fact } from '../../register/nouns.js';

/** What can be on a credit record as a fact of its own. */
export const FACT_KINDS = [
  'permit',
  'penalty',
  'enforcement',
  'award',
  'judgment',
  'commitment-made',
  'commitment-kept',
  'commitment-broken',
  'list-entry',
  'list-exit',
  'duty-missed',
  'finding',
  'complaint',
  'accident',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What is done about a fact that is on the record already; each refers to an entry. */
export const STEP_KINDS = [
  'deed',
  'repair',
  'shortening',
  'correction',
  'withdrawal',
  'objection',
  'objection-decision',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What an entity does to make good: the duty of the decision, and the measures of credit repair. */
export const DEEDS = [
  'duty-done',
  'harm-removed',
  'pledge',
  'verification',
  'training',
  'credit-report',
  'charity',
] as const;
export type Deed = (typeof DEEDS)[number];

/** Who reports, and the number of the decision (文号), by which reports of one matter are known. */
export interface EntrySource {
  readonly department: string;
  readonly reference: string;
}

/** What is said of a fact; a correction sets some of it anew. */
export interface FactFields {
  readonly on: Day;
  readonly decidedOn?: Day;
  readonly publishedOn?: Day;
  readonly until?: Day;
  readonly severity?: string;
  readonly field?: string;
  readonly sanctions?: readonly string[];
  readonly offence?: string;
  readonly list?: string;
  readonly event?: string;
  readonly performedOn?: Day;
  readonly values?: Readonly<Record<string, Fact>>;
  readonly basis: readonly string[];
}

/** The names of `FactFields`, in the order a trace lists them. */
export const FACT_FIELDS = [
  'on',
  'decidedOn',
  'publishedOn',
  'until',
  'severity',
  'field',
  'sanctions',
  'offence',
  'list',
  'event',
  'performedOn',
  'values',
  'basis',
] as const satisfies readonly (keyof FactFields)[];
export type FactField = (typeof FACT_FIELDS)[number];

interface EntryBase {
  readonly id: string;
  readonly entity: string;
  /** Where it is kept: a division code, or `national`. */
  readonly jurisdiction: string;
  /** The credit scheme it is kept for, where it is kept for one alone. */
  readonly scheme?: string;
  /** The day it became known to whoever keeps the record. */
  readonly knownOn: Day;
  readonly source: EntrySource;
}

/**
 * A report of a fact (信用信息): permit, penalty, award, commitment, entry of a list, and so on.
 *
 * `on` is the day it happened, `decidedOn` that of the decision (`on` where left out), `until` the
 * last day of its effect (of a restriction, of a list's term). `field` is the field of law, `offence`
 * what tells penalties of one kind from others, `event` the kind of event that scoring reads.
 * `decidedBy` is the department that decided, where another one reports.
 */
export interface FactEntry extends EntryBase, FactFields {
  readonly kind: FactKind;
  readonly decidedBy?: string;
}

/**
 * A report of something done about a fact, on its day `on`. Nothing on a record is ever edited: what
 * was wrong is set anew by a `correction`, what should not be there is taken back by a `withdrawal`.
 */
export interface StepEntry extends EntryBase {
  readonly kind: StepKind;
  readonly on: Day;
  /** The id of the entry it is about; any report of a matter stands for the matter. */
  readonly refers: string;
  readonly basis: readonly string[];
  /** Of a `deed`: what was done. */
  readonly deed?: Deed;
  /** Of a `shortening`: by how many months. */
  readonly months?: number;
  /** Of an `objection-decision`. */
  readonly outcome?: 'upheld' | 'rejected';
  /** Of a `correction`: what is set anew, and what was not to be said at all. */
  readonly set?: Partial<FactFields>;
  readonly strike?: readonly FactField[];
}

/** An entry of a credit record. */
export type RecordEntry = FactEntry | StepEntry;

/** Whether an entry is about another one. */
export function isStep(entry: RecordEntry): entry is StepEntry {
  return (STEP_KINDS as readonly string[]).includes(entry.kind);
}
