import type { Day, DayRange } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import type { Subject } from '../../register/condition.js';
import type { Demand, Method, Visit } from '../../register/nouns.js';
import type { VisitsCode } from '../codes.js';
import type { Standing } from '../isEligible.js';

/** Proof that a visit stands outside a cap: a cause the cap lists, and the reference of the record. */
export interface CauseEvidence {
  readonly cause: string;
  readonly reference: string;
}

/** Somebody's decision against a limit: who, why, on which day. */
export interface VisitOverride {
  readonly actor: string;
  readonly reason: string;
  readonly on: Day;
}

/**
 * A visit that is asked for: a `Visit` as joint visits plan it will do, the rest says more of it.
 *
 * `id` names the request and the visit that it opens; no two requests share one. Put the platform's own
 * name before it, such as `fire:E1/spot-check`.
 */
export interface VisitRequest {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly kind: Visit['kind'];
  /** The day of the visit; the window's first day where left out. */
  readonly day?: Day;
  /** The days it can be on, which decide what it can join; its day alone where left out. */
  readonly window?: DayRange;
  /** The authority that asks and leads. */
  readonly lead: string;
  readonly partners?: readonly string[];
  readonly items?: readonly string[];
  readonly demands?: readonly string[];
  /** How it is made; on the premises where left out. */
  readonly method?: Method;
  readonly cause?: Demand['cause'];
  /** The kind of check by its own law: 常规, 证后, thanh tra, kiểm tra. */
  readonly form?: string;
  /** Days of inspection; 1 where left out. */
  readonly days?: number;
  /** The articles that make it a legal duty; none where it is not one. */
  readonly basis?: readonly string[];
  readonly evidence?: CauseEvidence;
  readonly override?: VisitOverride;
  /** Holds the place until the end of a day, then lapses unless it is confirmed. */
  readonly until?: Day;
  /** The published plan it stands in; it lapses with its window unless it is confirmed. */
  readonly plan?: string;
  /** The visit it is to join, or `false` for a visit of its own; any it can join where left out. */
  readonly join?: string | false;
  /** The firm's level on each scale the caps ask for. Without it, every cap protects the firm. */
  readonly standing?: readonly Standing[];
  /** What conditions and events of the caps are asked of. */
  readonly firm?: Subject;
  /** The day it is asked on. */
  readonly at?: Day;
  /** As `Visit` has them; they are read as the basis of a visit planned beyond the cap. */
  readonly beyondCap?: true;
  readonly because?: readonly string[];
  readonly counts?: boolean;
  readonly reason?: string;
}

/** What an act may tell of the firm on its day: it decides whether limits that are new since protect it. */
export type ToldOfFirm = Pick<VisitRequest, 'standing' | 'firm'>;

/** What happens to a visit that stands in the ledger. */
export type VisitAct = {
  /** The act's own name: no two acts or requests share one. */
  readonly id: string;
  readonly entity: string;
  readonly visit: string;
  /** The authority that acts: one of the visit's own. */
  readonly by: string;
  readonly at?: Day;
} & (
  | ({ readonly act: 'confirm'; readonly day?: Day } & ToldOfFirm)
  | ({ readonly act: 'start'; readonly day?: Day; readonly reference?: string } & ToldOfFirm)
  | ({
      readonly act: 'finish';
      readonly outcome: string;
      readonly days?: number;
      readonly reference?: string;
    } & ToldOfFirm)
  | { readonly act: 'cancel'; readonly reason: string }
);

/** How far a limit is used, this visit counted in: `cap/limit`, and whose count it is where several are kept. */
export interface LimitUse {
  readonly limit: string;
  readonly of?: string;
  readonly used: number;
  readonly most: number;
}

/** Why a visit is refused, as an issue that `describe` renders: it says what to do. */
export interface Because extends Issue {
  readonly code:
    | VisitsCode
    | 'bad-id'
    | 'no-such-day'
    | 'not-one-of'
    | 'unknown-field'
    | 'wrong-type';
  /** The limit that stands against it, `cap/limit`. */
  readonly limit?: string;
  /** The visits that use the limit up. */
  readonly visits?: readonly string[];
  /** The items that are refused, where others may go on. */
  readonly items?: readonly string[];
  /** The first day on which the limit would let it through. */
  readonly free?: Day;
}

/** What the ledger answers. */
export type Decision =
  | {
      readonly status: 'admitted' | 'planned' | 'reserved';
      /** Whether it counts in a limit; what does not count stands outside, with its evidence. */
      readonly counts: boolean;
      readonly evidence?: CauseEvidence;
      readonly until?: Day;
      readonly uses?: readonly LimitUse[];
      /** Limits passed for a legal duty. */
      readonly beyond?: readonly string[];
      /** Limits passed by an override. */
      readonly overridden?: readonly string[];
      readonly override?: VisitOverride;
    }
  | {
      readonly status: 'joined';
      readonly visit: string;
      readonly counts: true;
      readonly uses?: readonly LimitUse[];
      readonly beyond?: readonly string[];
    }
  | { readonly status: 'recorded'; readonly visit: string; readonly state: VisitState }
  | {
      readonly status: 'refused';
      readonly because: readonly Because[];
      /** The first day on which all limits would let it through. */
      readonly free?: Day;
    };

/** Where a visit of the ledger stands; the first five hold their place. */
export const VISIT_STATES = [
  'planned',
  'reserved',
  'admitted',
  'started',
  'done',
  'cancelled',
  'expired',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];
