import type { Subject } from '../../register/condition.js';
import type { Direction } from './change.js';

/** What two schemes answer to everybody: which way the second goes, and who shows it. */
export interface Comparison {
  readonly direction: Direction;
  readonly counterexample?: Subject;
  /** Shows the other way, where the direction is `mixed`. */
  readonly against?: Subject;
}
