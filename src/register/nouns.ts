import type { Day, DayRange } from '../core/day.js';
import type { Condition } from './condition.js';

/** The two kinds of visit the pilot counts: census 普查 and spot check 抽查. */
export const VISIT_KINDS = ['census', 'spot-check'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** A value of an input, as a register states it. */
export type Fact = string | number | boolean;

/** Whether an entity can be inspected: only `active` ones stand in a frame. */
export const ENTITY_STATES = ['active', 'closed', 'deregistered', 'revoked', 'moved-out'] as const;
export type EntityState = (typeof ENTITY_STATES)[number];

/** A place of an entity where a visit happens (经营场所). */
export interface Site {
  readonly id: string;
  readonly district?: string;
}

/**
 * Who is supervised (市场主体).
 *
 * `facts` holds the inputs of the programme's schemes by name; `lists` the lists it stands on as of
 * the register's day; `lastVisits` the last day of a visit by authority.
 */
export interface Entity {
  readonly id: string;
  readonly name?: string;
  readonly since?: Day;
  readonly district?: string;
  readonly sites?: readonly Site[];
  readonly state?: EntityState;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly events: readonly Event[];
  readonly lists: readonly string[];
  readonly lastVisits?: Readonly<Record<string, Day>>;
}

/**
 * A dated fact on the record (信用信息).
 *
 * `on` is the day it happened, `knownOn` the day the register learnt of it (`on` where left out),
 * `until` the last day it has any effect, `repairedOn` the day its credit repair took effect.
 */
export interface Event {
  readonly id: string;
  readonly kind: string;
  readonly on: Day;
  readonly knownOn?: Day;
  readonly until?: Day;
  readonly repairedOn?: Day;
  readonly values?: Readonly<Record<string, Fact>>;
  readonly source: string;
}

/** How a check is made: on the premises, in writing, off site (非现场), over the network. */
export const METHODS = ['on-site', 'written', 'off-site', 'network'] as const;
export type Method = (typeof METHODS)[number];

/** What is checked, with its legal basis (抽查事项); `rank` is 一般 or 重点. */
export interface Item {
  readonly id: string;
  readonly name?: string;
  readonly authority: string;
  readonly rank: 'general' | 'key';
  readonly methods: readonly Method[];
  readonly basis: readonly string[];
}

/** A body that inspects (监管部门). */
export interface Authority {
  readonly id: string;
  readonly name?: string;
}

/** What a share is a share of: the units drawn, those of the part, or all of the frame. */
export type TaskShareBase = 'drawn' | 'part' | 'frame';

/** The least that a part of a task's frame gets of its draw (重点检查单位不低于 8%). */
export interface TaskShare {
  readonly where: Condition;
  readonly ratio: string;
  readonly of: TaskShareBase;
}

/**
 * How many a task draws: by the matrix cell of each entity, by one ratio, by a ratio that somebody chose
 * within a range, a total, so many for each inspector (`1:5`), a part of a cycle without repeats, or all.
 *
 * A part of a cycle draws `ratio` of everybody in scope out of those that its earlier parts, listed in
 * `drawn`, did not draw; the last part draws whoever is left, if the ratios add up to all.
 */
export type TaskQuota =
  | { readonly by: 'matrix' }
  | {
      readonly ratio: string;
      readonly rule: 'at-least' | 'at-most' | 'half-up';
      readonly least?: TaskShare;
    }
  | {
      readonly range: { readonly from: string; readonly to: string };
      readonly chosen?: { readonly ratio: string; readonly by: string };
      readonly rule: 'at-least' | 'at-most' | 'half-up';
      readonly least?: TaskShare;
    }
  | { readonly total: number; readonly least?: TaskShare }
  | { readonly staff: string; readonly least?: TaskShare }
  | {
      readonly ratio: string;
      readonly parts: number;
      readonly part: number;
      readonly drawn: readonly string[];
    }
  | { readonly all: string };

/** How a stratum is drawn from: each unit with the same chance, or in proportion to its weight. */
export const CHANCES = ['equal', 'pareto'] as const;
export type Chances = (typeof CHANCES)[number];

/** A task's place among those that shall draw apart within one group, from 1. */
export interface TaskSpread {
  readonly place: number;
  readonly of: number;
}

/**
 * One draw of one or several authorities (抽查任务).
 *
 * `scope` limits the frame (定向); `{ all: [] }` is everybody (不定向). Tasks that share `group` share
 * their key, so their samples nest and their visits join, unless `spread` sets them apart: each then
 * begins at another place of the order. `duty` marks a legal duty a cap yields to. `chances` overrules
 * how the sampling document draws, for this task alone.
 */
export interface Task {
  readonly id: string;
  readonly name?: string;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly items: readonly string[];
  readonly scope: Condition;
  readonly kind: VisitKind;
  readonly quota: TaskQuota;
  readonly window: DayRange;
  readonly group: string;
  readonly teamSize: number;
  readonly duty?: boolean;
  readonly spread?: TaskSpread;
  readonly chances?: Chances;
}

/** A certificate and the last day it is valid. */
export interface Certificate {
  readonly id: string;
  readonly to: Day;
}

/**
 * Why an inspector is kept away from an entity (回避). One that names a `rule` is soft: it yields where
 * the published ladder gives that rule up.
 */
export interface Recusal {
  readonly entity: string;
  readonly reason: string;
  readonly rule?: string;
}

/**
 * An officer with valid certificates (执法检查人员); `lead` may head a team (组长). `carried` is how many
 * visits he had in earlier rounds, on top of which loads are fair; 0 where left out.
 */
export interface Inspector {
  readonly id: string;
  readonly authority: string;
  readonly lead: boolean;
  readonly districts: readonly string[];
  readonly items: readonly string[];
  readonly certificates: readonly Certificate[];
  readonly capacity: number;
  readonly carried?: number;
  readonly absences: readonly DayRange[];
  readonly recusals: readonly Recusal[];
}

/** Causes outside the lottery: complaint 投诉举报, transfer 转办交办, and so on; each needs evidence. */
export const FOR_CAUSE = [
  'complaint',
  'transfer',
  'case',
  'monitoring',
  'request',
  'emergency',
] as const;
export type ForCause = (typeof FOR_CAUSE)[number];

/** Proof that a for-cause visit has its cause: which one, and the reference of the record. */
export interface Evidence {
  readonly cause: ForCause;
  readonly reference: string;
}

/** An item due at an entity within a window (检查需求). */
export interface Demand {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly authority: string;
  readonly item: string;
  readonly kind: VisitKind;
  readonly cause: 'draw' | 'floor' | 'list' | 'for-cause';
  readonly window: DayRange;
  readonly weight: number;
  readonly duty: boolean;
  readonly evidence?: Evidence;
}

/**
 * One entry on the premises (入企检查), with one lead authority and any number of partners.
 *
 * `id` is `entity['@'site]'/'kind['#'n]`: it is hashed in the lottery, so it never holds a day, a
 * team or a position. `counts` is false outside the cap (for cause), with its evidence.
 */
export interface Visit {
  readonly id: string;
  readonly entity: string;
  readonly site?: string;
  readonly kind: VisitKind | 'for-cause';
  readonly day?: Day;
  readonly window?: DayRange;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly demands: readonly string[];
  readonly counts?: boolean;
  readonly evidence?: Evidence;
}

/** All that is known of a city as of a day. */
export interface Register {
  readonly entities: readonly Entity[];
  readonly inspectors: readonly Inspector[];
  readonly authorities: readonly Authority[];
  readonly items: readonly Item[];
}
