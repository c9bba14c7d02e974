import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { EventAggregate } from '../register/condition.js';
import type { Dialect } from './dialect.js';

/** What stands in a statement for a field: an expression, and what its values are. */
export type Held =
  /** `isWorkedOut` where the scheme made the number itself, which is then a decimal and no measure. */
  | {
      readonly kind: 'number';
      readonly sql: string;
      readonly places: number;
      readonly isWorkedOut?: true;
    }
  /** `closed` where every value but these is found to be out of the domain. */
  | { readonly kind: 'text'; readonly sql: string; readonly closed?: readonly string[] }
  | { readonly kind: 'boolean'; readonly sql: string }
  | { readonly kind: 'day'; readonly sql: string };

/** What conditions, terms and values of one scheme can read, and where they say what SQL can't. */
export interface Sight {
  readonly dialect: Dialect;
  readonly asOf: Day;
  field(name: string): Held;
  /** 1 where an entity stands on a list, else 0; on any list where none is named. */
  onList(name?: string): string;
  /** The last visit of any of some authorities. */
  lastVisit(authorities: readonly string[]): string;
  /** How many events a condition counts, never NULL. */
  count(aggregate: EventAggregate): string;
  readonly refusals: Refusals;
}

/** What SQL does not answer, gathered so that all of it is said at once. */
export interface Refusals {
  readonly issues: Issue[];
  /** Notes a construct; gives what may stand for it, since the statement is never handed out. */
  refuse(construct: string, rule: string): string;
}
