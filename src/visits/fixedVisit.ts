import type { Day } from '../core/day.js';
import type { Visit } from '../register/nouns.js';

/**
 * A visit that is there already when others are merged: done, or planned by whoever came first.
 *
 * It counts against the cap of its year and keeps its day. A visit that `isOpen` is still to come and
 * can be joined: what it can do is done by it, at no cost to the firm.
 */
export interface FixedVisit {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly kind: Visit['kind'];
  readonly day: Day;
  readonly isOpen: boolean;
}
