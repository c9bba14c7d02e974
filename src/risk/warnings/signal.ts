import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import type { DocumentReference } from '../../document/document.js';
import type { WarningAct } from './warningRules.js';

/** One thing a signal rests on: how many events against what, and which. */
export interface Ground {
  readonly count?: number;
  readonly atLeast?: number;
  /** Of a comparison: the exact average of the others as a fraction, how many they are, and times what. */
  readonly average?: string;
  readonly others?: number;
  readonly times?: string;
  /** What they have in common with the entity. */
  readonly alike?: readonly string[];
  readonly events: readonly string[];
}

/** A rule's warning of an entity on a day, with what it rests on and what it asks for. */
export interface Signal {
  /** Rule, entity and day: one a day. */
  readonly id: string;
  readonly rule: string;
  readonly entity: string;
  readonly on: Day;
  readonly grounds: readonly Ground[];
  readonly asks: readonly WarningAct[];
  readonly cite: string;
  readonly document: DocumentReference;
}

/** What was watched on a day. */
export interface Watched {
  readonly asOf: Day;
  readonly document: DocumentReference;
  readonly watched: number;
  readonly signals: readonly Signal[];
  /** How often a rule held that was raised not long before. */
  readonly quiet: number;
  readonly issues: readonly Issue[];
}
