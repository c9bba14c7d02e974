import type { Day } from '../core/day.js';
import type { Event, Fact } from '../register/nouns.js';

/** A violation that was found, as leniency and discretion read it. */
export interface ViolationCase {
  readonly id: string;
  readonly entity: string;
  /** Which violation, by the name documents have for it. */
  readonly violation: string;
  /** The day it happened, or was found. */
  readonly on: Day;
  /** What is known of the case. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** The entity's record. */
  readonly events: readonly Event[];
  /** The day it was ordered to be corrected, from which the time counts; the day of the violation where left out. */
  readonly orderedOn?: Day;
  readonly correctedOn?: Day;
  /** What somebody showed, for a condition or against it, with its reference. */
  readonly evidence: readonly {
    readonly condition: string;
    readonly holds: boolean;
    readonly reference: string;
  }[];
}
