import type { Calendar } from '../calendar/calendar.js';
import type { Day, DayRange } from '../core/day.js';
import type { DocumentReference } from '../document/document.js';
import type { Drawn } from '../draw/sample.js';
import type { Relaxation } from '../inspectors/relaxVisits.js';
import type { Booked } from '../plan/booked.js';
import type { PlanLevelling } from '../plan/levelDays.js';
import type { EntropySource } from '../plan/planInput.js';
import type { AnnouncedTier, Certain, StratumWeights } from '../plan/prepared.js';
import type { Opening, StaffRow } from '../plan/staff.js';
import type { PlanLoad, PlanWitness } from '../plan/staffVisits.js';
import type { AnnouncedQuota } from '../plan/taskTotals.js';
import type { PlanTeamRules } from '../plan/teamSlots.js';
import type { AnnouncedWeight } from '../plan/weights.js';
import type { RoleReference } from '../programme/programme.js';
import type { Condition } from '../register/condition.js';
import type { Evidence, Item, Method, TaskSpread, VisitKind } from '../register/nouns.js';
import type { Entropy } from '../ticket/drawSeed.js';
import type { VisitRules } from '../visits/visitRules.js';
import type { YearCap } from '../visits/yearCap.js';

/**
 * A stratum as notice A names it: an opaque code, how many there are, how many will be drawn, and what
 * is checked at those drawn, on the premises or at the desk.
 */
export interface NoticeStratum {
  readonly code: string;
  readonly size: number;
  readonly quota: number;
  /** Whether its units belong to the part whose least share the quota names. */
  readonly part?: boolean;
  /** That it is drawn from by weight, and what its units weigh together; by equal chances where left out. */
  readonly weights?: StratumWeights;
  readonly method: Method;
  readonly items: readonly string[];
}

/** A task as notice A announces it (抽查任务). */
export interface NoticeTask {
  readonly id: string;
  readonly name?: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly items: readonly string[];
  readonly kind: VisitKind;
  /** 定向 within a condition, or 不定向 among all. */
  readonly targeted: boolean;
  readonly scope: Condition;
  readonly quota: AnnouncedQuota;
  readonly window: DayRange;
  readonly group: string;
  readonly teamSize: number;
  /** Whether a cap yields to it, as to a legal duty. */
  readonly duty: boolean;
  /** Its place among those that draw apart: its draw begins `(place - 1) / of` into the order of tickets. */
  readonly spread?: TaskSpread;
  readonly frame: { readonly root: string; readonly count: number };
  readonly certain: { readonly root: string; readonly count: number };
  readonly strata: readonly NoticeStratum[];
}

/** What a cap says of the visits of a year. */
export type CapNumbers = Pick<YearCap, 'visits' | 'gaps'>;

/** What is published before the entropy exists: everything that is fixed, and how chance will come. */
export interface NoticeA {
  readonly schema: 'evenhand/notice-a/1';
  readonly scheme: 'double-random/1';
  readonly mode: 'authoritative' | 'simulation';
  readonly drawId: string;
  readonly organ: string;
  readonly year: number;
  /** The cut-off: the registers are as known on this day. */
  readonly asOf: Day;
  readonly software: string;
  readonly method: string;
  readonly policy: DocumentReference;
  readonly documents: readonly RoleReference[];
  readonly sources: readonly EntropySource[];
  readonly recency: readonly AnnouncedTier[];
  readonly substitutes: number;
  /** What units weigh, where tasks draw by weight. */
  readonly weight?: AnnouncedWeight;
  readonly offset: 0;
  /**
   * The cap, with the numbers that joint visits hang on. Where its limits protect a part of the entities each,
   * these are the numbers of some, and `others` those of the others it protects.
   */
  readonly cap: DocumentReference &
    CapNumbers &
    Pick<YearCap, 'precedence'> & { readonly others?: readonly CapNumbers[] };
  /** The working days that visits are on, where the programme has calendars. */
  readonly calendars?: readonly Calendar[];
  /** How joint visits are arranged, where the programme says so. */
  readonly visitRules?: VisitRules;
  readonly items: readonly Item[];
  readonly tasks: readonly NoticeTask[];
  readonly staff: {
    readonly root: string;
    readonly count: number;
    /** Salted commitments to the recusals, in order of their bytes. */
    readonly recusals: readonly string[];
  };
  /** The for-cause visits known before the draw. */
  readonly causes: { readonly root: string; readonly count: number };
  /** Salted commitments to the visits of each entity that stood in the ledger before, in order of their bytes. */
  readonly booked?: readonly string[];
  /** A salted commitment to the root over the whole register, which an auditor opens. */
  readonly register: { readonly commitment: string; readonly count: number };
  /** Soft rules that may be given up where the staff does not suffice, in order. */
  readonly ladder: readonly string[];
  /** How teams are made up, where the programme says so. */
  readonly teams?: Omit<PlanTeamRules, 'ladder'>;
  /** The digest of the earlier round's notice B that loads and soft rules look back at. */
  readonly earlier?: string;
  /** Task → stratum code → cell, only where the programme publishes it. */
  readonly cells?: Readonly<
    Record<string, Readonly<Record<string, { risk: string; credit: string; recency: string }>>>
  >;
  readonly digest: string;
}

/** Somebody drawn, with the ticket that says so; with the weight where weights count. */
export interface NoticeUnit extends Drawn {
  readonly weight?: number;
}

/** What a task drew, as notice B shows it. */
export interface NoticeSample {
  readonly task: string;
  readonly strata: readonly {
    readonly code: string;
    readonly size: number;
    readonly quota: number;
    readonly lastIn?: string;
    readonly firstOut?: string;
    /**
     * Where these tickets stand in an order that begins elsewhere, where the task is spread; their keys
     * as decimals, where the draw goes by weight.
     */
    readonly lastInKey?: number | string;
    readonly firstOutKey?: number | string;
    /** By weight only: all weights, then those without `takeAll`, and how many are drawn of these. */
    readonly weights?: { readonly total: number; readonly rest: number; readonly quota: number };
    /** By weight only: those whose chance would reach 1, by id, with the numbers that say so. */
    readonly takeAll?: readonly {
      readonly id: string;
      readonly weight: number;
      readonly reason: string;
    }[];
    readonly selected: readonly NoticeUnit[];
    readonly substitutes: readonly NoticeUnit[];
  }[];
  /** Visited for certain, each with its reason and what is checked. */
  readonly certain: readonly Certain[];
}

/** A visit as notice B shows it. */
export interface NoticeVisit {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly district?: string;
  readonly kind: VisitKind | 'for-cause';
  readonly window: DayRange;
  readonly day: Day;
  readonly lead: string;
  readonly partners: readonly string[];
  /** What is done on it; a for-cause demand comes from no task. */
  readonly demands: readonly { readonly task?: string; readonly item: string }[];
  readonly teamSize: number;
  /** In order of acceptance. */
  readonly members?: readonly string[];
  readonly leader?: string;
  readonly counts: boolean;
  readonly evidence?: Evidence;
}

/** What is done on a visit that stood in the ledger already. */
export interface NoticeJoined {
  readonly visit: string;
  readonly entity: string;
  readonly demands: readonly { readonly task: string; readonly item: string }[];
}

/** What is published after the draw: the entropy, and everything that followed from it. */
export interface NoticeB {
  readonly schema: 'evenhand/notice-b/1';
  readonly scheme: 'double-random/1';
  readonly mode: 'authoritative' | 'simulation';
  readonly drawId: string;
  /** The digest of notice A. */
  readonly noticeA: string;
  readonly policy: DocumentReference;
  readonly entropy: readonly Entropy[];
  readonly seed: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly samples: readonly NoticeSample[];
  readonly visits: readonly NoticeVisit[];
  /** Drawn, and checked in writing, off site or over the network: no visit. */
  readonly desk: readonly { readonly task: string; readonly entity: string }[];
  readonly deferred: readonly {
    readonly task: string;
    readonly item: string;
    readonly entity: string;
    readonly reason: string;
  }[];
  /** What stood in the ledger before of everybody who is due a visit, opened. */
  readonly booked?: readonly Booked[];
  /** What is done on those visits. */
  readonly joined?: readonly NoticeJoined[];
  /** How visits lie on the year's periods, where the rules ask for it. */
  readonly levelling?: PlanLevelling;
  /** Where those in the samples lie, where quiet days hold in some districts alone. */
  readonly districts?: Readonly<Record<string, string>>;
  readonly staff: readonly StaffRow[];
  readonly openings: readonly Opening[];
  readonly loads: readonly PlanLoad[];
  /** The proof that no assignment exists, where there are no teams. */
  readonly witness?: PlanWitness;
  /** Where which soft rule of the ladder was given up, and whom that let in. */
  readonly relaxations: readonly Relaxation[];
  /** Digest of samples, visits, desk checks, deferrals and loads. */
  readonly result: string;
  readonly digest: string;
}
