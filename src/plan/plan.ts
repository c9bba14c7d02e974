import type { WeightedSample } from '../draw/paretoStratum.js';
import type { StratumSample } from '../draw/sample.js';
import type { Relaxation } from '../inspectors/relaxVisits.js';
import type { Demand } from '../register/nouns.js';
import type { Entropy } from '../ticket/drawSeed.js';
import type { Deferred } from '../visits/deferred.js';
import type { JoinedVisit } from '../visits/entityVisits.js';
import type { Refused } from '../visits/readDemands.js';
import type { PlannedVisit } from '../visits/visit.js';
import type { Booked } from './booked.js';
import type { DueAtDesk } from './demandsOf.js';
import type { PlanLevelling } from './levelDays.js';
import type { Prepared } from './prepared.js';
import type { Opening } from './staff.js';
import type { PlanLoad, PlanWitness } from './staffVisits.js';

/** What a stratum drew; one drawn from by weight also with the weights its order follows from. */
export type PlanStratum = StratumSample | WeightedSample;

/** What a task drew. */
export interface TaskSample {
  readonly task: string;
  readonly strata: readonly PlanStratum[];
}

/** A visit of the plan with its items, its place, and how many persons it needs. */
export interface PlanVisit extends PlannedVisit {
  readonly district?: string;
  readonly tasks: readonly string[];
  readonly items: readonly string[];
  readonly teamSize: number;
  /** In order of acceptance; left out where the staff does not suffice. */
  readonly members?: readonly string[];
  readonly leader?: string;
}

/** A check without an entry on the premises: in writing, off site, over the network. */
export type DeskCheck = DueAtDesk;

/** Whether every visit has its team; if not, the proof, which anyone can recount. */
export type StaffingResult =
  | { readonly status: 'assigned'; readonly loads: readonly PlanLoad[] }
  | { readonly status: 'infeasible'; readonly witness: PlanWitness };

/** A year's plan after the draw. */
export interface Plan {
  readonly prepared: Prepared;
  readonly mode: 'authoritative' | 'simulation';
  readonly entropy: readonly Entropy[];
  readonly seed: string;
  /** Purpose → key: `select:<group>`, `visit`, `pair`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly samples: readonly TaskSample[];
  readonly demands: readonly Demand[];
  readonly visits: readonly PlanVisit[];
  readonly desk: readonly DeskCheck[];
  readonly deferred: readonly Deferred[];
  readonly refused: readonly Refused[];
  /** What is done on visits that stood in the ledger already; left out without a ledger. */
  readonly joined?: readonly JoinedVisit[];
  /** The ledger's visits of everybody who is due a visit, opened; left out without a ledger. */
  readonly booked?: readonly Booked[];
  readonly before: number;
  readonly after: number;
  /** How visits lie on the months or quarters, where the rules ask for it. */
  readonly levelling?: PlanLevelling;
  readonly staffing: StaffingResult;
  /** Where which soft rule of the ladder was given up, and whom that let in. */
  readonly relaxations: readonly Relaxation[];
  /** The recusals of entities that are visited, opened. */
  readonly openings: readonly Opening[];
}
