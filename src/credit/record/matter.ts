import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import type { Deed, FactField, FactFields, FactKind, StepEntry } from './entry.js';

/** A report said something else than what stands, and why it was not taken. */
export interface Conflict {
  readonly field: FactField;
  readonly entry: string;
  readonly department: string;
  readonly said: string;
  /** The entry whose word stands. */
  readonly against: string;
}

/** A step with what became of it. */
export interface Taken {
  readonly entry: StepEntry;
  readonly effect: 'applied' | 'withdrawn' | 'not-yet' | 'refused';
  /** Why a repair was refused. */
  readonly issues?: readonly Issue[];
}

/**
 * One thing that happened, made of every report of it: the reports of one jurisdiction with the same
 * kind and the same number of the decision are one matter.
 *
 * `fields` is what stands; `from` names the entry each field was taken from, and `conflicts` what
 * other reports said. `state` is `withdrawn` once the decision or the report was taken back, and
 * `objected` while an objection to it is open.
 */
export interface Matter {
  /** `jurisdiction/kind/reference`. */
  readonly id: string;
  readonly kind: FactKind;
  readonly jurisdiction: string;
  readonly reference: string;
  readonly scheme?: string;
  readonly decidedBy: string;
  readonly state: 'standing' | 'objected' | 'withdrawn';
  readonly fields: FactFields;
  /** The day it became known first. */
  readonly knownOn: Day;
  readonly from: Readonly<Partial<Record<FactField, string>>>;
  readonly conflicts: readonly Conflict[];
  /** Every report, in the order of the record. */
  readonly reports: readonly { readonly entry: string; readonly department: string }[];
  readonly steps: readonly Taken[];
  /** The first day each deed was done, as far as it was known. */
  readonly deeds: Readonly<Partial<Record<Deed, Day>>>;
  readonly repairedOn?: Day;
  /** By how many months its publication was shortened, all applications together. */
  readonly shortenedBy?: number;
}

/** A record as of a day, by the knowledge of a day. */
export interface RecordView {
  readonly method: 'credit-record/1';
  readonly entity: string;
  readonly on: Day;
  readonly known: Day;
  /** Of the entries known by then. */
  readonly digest: string;
  /** By the day they happened, then by id. */
  readonly matters: readonly Matter[];
  /** Steps about an entry that nobody has reported so far: kept, and taken once it is. */
  readonly pending: readonly StepEntry[];
  readonly issues: readonly Issue[];
}
