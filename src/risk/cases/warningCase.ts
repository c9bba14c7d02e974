import type { Day } from '../../core/day.js';
import type { DocumentReference } from '../../document/document.js';
import type { Method } from '../../register/nouns.js';

/** Where a case stands, from the signal to its end (监测 → 预警 → 核查 → 处置). */
export const CASE_STATES = ['to-check', 'checking', 'to-dispose', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** One step of a case. A check that gives no answer leads to the next method. */
export type CaseStep =
  | { readonly do: 'begin'; readonly on: Day; readonly method: Method; readonly by: string }
  | {
      readonly do: 'result';
      readonly on: Day;
      readonly outcome: 'unfounded' | 'inconclusive';
      readonly evidence: readonly string[];
    }
  | {
      readonly do: 'result';
      readonly on: Day;
      readonly outcome: 'founded';
      readonly finding: string;
      readonly evidence: readonly string[];
    }
  | {
      readonly do: 'dispose';
      readonly on: Day;
      readonly disposal: string;
      readonly reference: string;
    };

/** A signal that asks for a check, with every step taken so far. */
export interface WarningCase {
  /** The id of its signal. */
  readonly id: string;
  readonly entity: string;
  readonly rule: string;
  readonly raisedOn: Day;
  readonly authority: string;
  readonly item: string;
  readonly methods: readonly Method[];
  readonly state: CaseState;
  /** The last day of the step that is next; none once it is closed. */
  readonly due?: Day;
  /** How many methods were tried and gave no answer. */
  readonly tried: number;
  readonly finding?: string;
  readonly disposal?: string;
  readonly steps: readonly CaseStep[];
  readonly document: DocumentReference;
}
