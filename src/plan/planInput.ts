import type { Day } from '../core/day.js';
import type { LocalText } from '../document/document.js';
import type { Programme } from '../programme/programme.js';
import type { Demand, Register, Task } from '../register/nouns.js';
import type { EntropySpec } from '../ticket/entropy/entropySpec.js';
import type { FixedVisit } from '../visits/fixedVisit.js';
import type { EarlierDraw } from './earlier.js';

/**
 * A source of entropy, named before it exists: whose numbers, where anyone reads them, when, and
 * what is done if they fail to come. `bits` is how much of it nobody can foresee.
 */
export interface EntropySource {
  readonly label: string;
  readonly bits: number;
  readonly instructions?: LocalText;
  readonly available?: Day;
  readonly fallback?: LocalText;
  /** What its value is checked by, as `entropySource` gives it. */
  readonly spec?: EntropySpec;
}

/** All that a year's plan is made of, before any chance. */
export interface PlanInput {
  readonly programme: Programme;
  readonly register: Register;
  readonly tasks: readonly Task[];
  readonly year: number;
  /** The cut-off: everything is as known on this day. */
  readonly asOf: Day;
  /** Sequential for the organ, such as `BJ-SCJG-2026-001`; a gap needs an explanation. */
  readonly drawId: string;
  readonly sources: readonly EntropySource[];
  /** For-cause demands known already; they stand outside the cap, with their evidence. */
  readonly causes?: readonly Demand[];
  /**
   * Visits that stand in the ledger already, as `fixedFrom` gives them: they count against the cap, and
   * what can be done on one that is still to come is done on it.
   */
  readonly booked?: readonly FixedVisit[];
  /** Notice B of the round before, for rules that look back: loads carried, nobody twice running. */
  readonly earlier?: EarlierDraw;
  /**
   * 32 or more hex digits that nobody outside knows: they hide which cell a stratum's code stands
   * for, and whom a recusal concerns. Left out, they are derived from the register itself.
   */
  readonly secret?: string;
}
