import type { Calendar } from '../calendar/calendar.js';
import type { Day, Period } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { Rows } from '../core/rows.js';
import type { DocumentReference } from '../document/document.js';
import type { FrameUnit } from '../draw/unit.js';
import type { Content } from '../matrix/matrix.js';
import type { RoleReference } from '../programme/programme.js';
import type { Demand, Inspector, Item, Method, Site, Task } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import type { FixedVisit } from '../visits/fixedVisit.js';
import type { Protection } from '../visits/protection.js';
import type { VisitRules } from '../visits/visitRules.js';
import type { EntropySource } from './planInput.js';
import type { PlanTeamRules } from './teamSlots.js';
import type { AnnouncedWeight } from './weights.js';

/** The version of the method: it moves only when an answer can differ. */
export const PLAN_METHOD = 'annual-plan/2';

/** A tier of recency as notice A tells it: those last visited at least `after` ago, and the multiplier of their chance. */
export interface AnnouncedTier {
  readonly tier: string;
  /** Left out by the last tier, which takes everybody else in. */
  readonly after?: Period;
  readonly multiplier: string;
}

/**
 * A stratum of one task's frame: its opaque code, the cell and tier it stands for (internal), and
 * what is checked there and how (public).
 */
export interface PreparedStratum {
  readonly code: string;
  readonly level: string;
  readonly grade: string;
  readonly recency: string;
  readonly size: number;
  readonly quota: number;
  /** Whether its units belong to the part whose least share the task's quota names. */
  readonly part?: boolean;
  /** How it is drawn from by weight, with the weights of its units together; by equal chances where left out. */
  readonly weights?: StratumWeights;
  readonly method: Method;
  readonly items: readonly string[];
}

/** That a stratum is drawn from by weight, and what all its units weigh together. */
export interface StratumWeights {
  readonly method: 'pareto';
  readonly total: number;
}

/** An entity that is visited for certain, outside the lottery: the published reason, what is checked. */
export interface Certain {
  readonly id: string;
  readonly reason: string;
  readonly items: readonly string[];
}

/** A task with its frame: everybody who can be drawn, by id, and everybody who is certain. */
export interface PreparedTask {
  readonly task: Task;
  /** Units have weights where the task draws by weight. */
  readonly frame: Rows<FrameUnit>;
  readonly frameRoot: string;
  readonly certain: readonly Certain[];
  readonly certainRoot: string;
  readonly strata: readonly PreparedStratum[];
  /** Whom of its scope earlier parts of its cycle drew. */
  readonly drawn?: { readonly root: string; readonly count: number };
}

/** Where an entity stands when the plan is made; internal. */
export interface Standing {
  readonly id: string;
  readonly name?: string;
  readonly district?: string;
  readonly sites?: readonly Site[];
  readonly level: string;
  readonly grade: string;
  readonly tier: string;
  readonly weight: number;
  readonly content: Content;
  /** Whether the cap protects it, or which of its limits do where they protect a part of the entities. */
  readonly capped: Protection;
}

/**
 * A plan before chance, as plain data that survives JSON: keep it secret until the draw, and keep it
 * for the auditor. Notice A is its public side.
 */
export interface Prepared {
  readonly schema: 'evenhand/prepared/1';
  readonly method: typeof PLAN_METHOD;
  readonly engine: string;
  readonly mode: 'authoritative' | 'simulation';
  readonly organ: string;
  readonly drawId: string;
  readonly year: number;
  readonly asOf: Day;
  readonly programme: DocumentReference;
  readonly documents: readonly RoleReference[];
  readonly sources: readonly EntropySource[];
  readonly secret: string;
  readonly registerRoot: string;
  readonly registerCount: number;
  readonly staffRoot: string;
  readonly recency: readonly AnnouncedTier[];
  readonly substitutes: number;
  readonly publishCells: boolean;
  /** What units weigh, where a task draws by weight. */
  readonly weight?: AnnouncedWeight;
  readonly teams?: PlanTeamRules;
  /** The digest of the earlier round's notice B, where one was looked at. */
  readonly earlier?: string;
  readonly cap: Cap;
  /** The working days, where the programme has calendars. */
  readonly calendars?: readonly Calendar[];
  readonly visitRules?: VisitRules;
  readonly items: readonly Item[];
  readonly inspectors: readonly Inspector[];
  /** By id. */
  readonly standings: Rows<Standing>;
  readonly tasks: readonly PreparedTask[];
  readonly causes: readonly Demand[];
  readonly causesRoot: string;
  /** Visits that stood in the ledger before, where the plan was told of it. */
  readonly booked?: readonly FixedVisit[];
  /** Entities that could not be assessed and stand in no frame, and warnings. */
  readonly issues: readonly Issue[];
}
