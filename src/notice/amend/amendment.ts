import type { Day } from '../../core/day.js';
import type { Team } from '../../inspectors/team.js';
import type { Opening } from '../../plan/staff.js';
import type { PlanLoad, PlanWitness } from '../../plan/staffVisits.js';
import type { NoticeB, NoticeUnit, NoticeVisit } from '../notices.js';

/**
 * What changes a published draw: an entity that was drawn for a task is struck for a reason, an
 * inspector is absent on some days, both ends included, or a task draws more than was announced.
 *
 * A top-up says the task's new total alone: which strata it goes to and who comes in follows from what
 * was announced, so that nobody can be chosen by it.
 */
export type PlanAct =
  | {
      readonly kind: 'strike';
      readonly task: string;
      readonly entity: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'absence';
      readonly inspector: string;
      readonly from: Day;
      readonly to: Day;
    }
  | {
      readonly kind: 'top-up';
      readonly task: string;
      /** How many the task draws now, those of notice B among them. */
      readonly total: number;
      readonly reason: string;
    };

/** Who comes in for a struck entity: the next substitute of its stratum, with its ticket. */
export interface Substitution {
  readonly stratum: string;
  /** Left out where the stratum has no substitute left: then one fewer is visited. */
  readonly id?: string;
  readonly ticket?: string;
}

/**
 * Whom a top-up adds in a stratum: the next in the order of the draw, after whoever came in before.
 * Nobody who was drawn is lost.
 */
export interface Addition {
  readonly stratum: string;
  /** How many the stratum draws now. */
  readonly quota: number;
  readonly added: readonly NoticeUnit[];
  /** Those who are next now, as many as notice A says. */
  readonly substitutes: readonly NoticeUnit[];
  /** The new thresholds, as notice B shows them. */
  readonly lastIn?: string;
  readonly firstOut?: string;
  readonly lastInKey?: number | string;
  readonly firstOutKey?: number | string;
}

/** A visit without its team, which stands among `teams` where it is new. */
export type AmendedVisit = Omit<NoticeVisit, 'members' | 'leader'>;

/**
 * One amendment of a published draw (变更公告): what was done, and all that followed from it.
 *
 * Amendments are only ever added. Each names the one before it by its digest, the first one notice B,
 * so that none can be changed, left out or put in between. The seed never changes.
 */
export interface PlanAmendment {
  readonly schema: 'evenhand/amendment/1';
  readonly scheme: 'double-random/1';
  readonly mode: 'authoritative' | 'simulation';
  readonly drawId: string;
  /** The digest of notice B. */
  readonly noticeB: string;
  /** From 1. */
  readonly number: number;
  /** The digest of the amendment before, or of notice B. */
  readonly previous: string;
  readonly act: PlanAct;
  readonly substitution?: Substitution;
  /** Of a top-up: the strata that draw more. */
  readonly additions?: readonly Addition[];
  /** Where those lie whom a top-up names, where quiet days hold in some districts alone. */
  readonly districts?: Readonly<Record<string, string>>;
  /** All visits of the struck entity and of its substitute, or of those added, as they are now, by id. */
  readonly visits: readonly AmendedVisit[];
  readonly desk: NoticeB['desk'];
  readonly deferred: NoticeB['deferred'];
  /** The recusals of an entity that is visited only now. */
  readonly openings: readonly Opening[];
  /** What stood in the ledger before of an entity that is due a visit only now, opened. */
  readonly booked?: NoticeB['booked'];
  /** What is done of both on visits that stood in the ledger, as it is now. */
  readonly joined?: NoticeB['joined'];
  /** The key the vacant places were drawn with: `pair:2`, `pair:3`, …; left out if none was vacant. */
  readonly purpose?: string;
  readonly key?: string;
  /** Soft rules that yielded for vacancies, where they had to. */
  readonly relaxations?: NoticeB['relaxations'];
  /** Every team that is new or changed; members in order of acceptance. */
  readonly teams: readonly Team[];
  /** Loads and bands of the vacancies alone, of those who could get any. */
  readonly loads: readonly PlanLoad[];
  /** The proof that the vacancies can't be filled, and the visits that have no team for it. */
  readonly witness?: PlanWitness;
  readonly unstaffed: readonly string[];
  readonly digest: string;
}
