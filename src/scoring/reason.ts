import type { Condition } from '../register/condition.js';
import type { Rung } from './constructs/climb.js';
import type { SchemeValue } from './constructs/construct.js';

/**
 * One contribution to a score: which rule, what it saw, how many points, and where the rule stands.
 *
 * The points of all reasons and the scheme's start add up to the score exactly; what a cap of a
 * part or of the total takes away or adds is a reason of its own (`what: 'cap'`).
 */
export interface Reason {
  readonly rule: string;
  readonly what: 'bin' | 'number' | 'lookup' | 'condition' | 'event' | 'missing' | 'cap';
  readonly input?: string;
  readonly given?: string;
  readonly bin?: string;
  readonly event?: { readonly id: string; readonly kind: string; readonly on: string };
  readonly repaired?: boolean;
  readonly share?: string;
  /** Which of its like an event is, and what its points were multiplied by for that. */
  readonly ordinal?: number;
  readonly times?: string;
  /** The event that stands for this one, or that suspends it; it then has no points. */
  readonly mergedInto?: string;
  readonly suspendedBy?: string;
  readonly points: string;
  readonly cite: string;
  readonly article: string;
}

/** A reason beside its points in units. */
export interface RawReason {
  readonly units: number;
  readonly reason: Reason;
}

/** How points are written out, and the article that a citation stands for. */
export interface Pen {
  points(units: number): string;
  article(cite: string): string;
}

/** What a value gave and what it was made of; `gives` is left out where it is unknown. */
export interface ValueReason {
  readonly value: string;
  readonly what: SchemeValue['kind'];
  readonly gives?: string;
  /** What it read, each name once; `given` is left out where it is not known. */
  readonly from: readonly { readonly name: string; readonly given?: string }[];
  readonly events?: readonly Omit<Reason, 'cite' | 'article'>[];
  /** Every state of a ladder's history, with the day and the event that brought it. */
  readonly states?: readonly Rung[];
  /** The place of a table's cell on each of its sides. */
  readonly cell?: readonly string[];
  /** What a ratio divides by what, exactly; what is not known is left out of both. */
  readonly quotient?: { readonly upper: string; readonly lower: string };
  readonly cite: string;
  readonly article: string;
}

/** A gate that was tried: what it gives, whether it let the entity through, and why not. */
export interface GateReason {
  readonly level: string;
  readonly holds: boolean;
  /** The conditions that failed; with `any`, all of them did. */
  readonly failed: readonly FailedCondition[];
  readonly cite: string;
  readonly article: string;
}

/** A condition that failed; for a number or a count of events, by how much. */
export interface FailedCondition {
  readonly condition: Condition;
  readonly given?: string;
  readonly by?: string;
  /** Of several conditions in one those that failed. */
  readonly parts?: readonly FailedCondition[];
}
