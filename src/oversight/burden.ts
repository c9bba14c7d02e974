import type { Day } from '../core/day.js';
import type { VisitKind } from '../register/nouns.js';

/** How many visits, and how many days of inspection. */
export interface Load {
  readonly visits: number;
  readonly days: number;
}

/**
 * What visits cost before and after they were joined.
 *
 * `before` is one visit for every authority of every request that is in one, its lead and its partners, as
 * if each had gone on its own; `after` are the visits there are. `outside` is the part of `after` that counts in no limit.
 */
export interface Burden {
  readonly before: Load;
  readonly after: Load;
  readonly outside: Load;
}

/** One firm's year. */
export interface FirmBurden extends Burden {
  readonly entity: string;
  /** Limits of which it has no place left, `cap/limit`. */
  readonly atCap: readonly string[];
  /** Limits that were passed: for a legal duty, by an override, by days taken. */
  readonly beyond: readonly string[];
  readonly refused: number;
}

/** One authority's part of the year. */
export interface AuthorityBurden {
  readonly authority: string;
  /** Requests of it that are in a visit, and how many of them joined one that another had booked. */
  readonly requests: number;
  readonly joined: number;
  /** Requests of it that count in no limit. */
  readonly outside: number;
  readonly overridden: number;
  readonly refused: number;
}

/** Visits outside the limits, by what they give as their cause and who asked. */
export interface Leakage {
  readonly cause: string;
  readonly authority: string;
  readonly visits: number;
}

/** A demand of a floor, or another legal duty, that stands in no visit of the year. */
export interface MissedFloor {
  readonly demand: string;
  readonly entity: string;
  readonly authority: string;
  readonly item: string;
  readonly to: Day;
}

/** How many firms bore how many visits. */
export interface Spread {
  readonly visits: number;
  readonly firmsBefore: number;
  readonly firmsAfter: number;
}

/** One month's visits. */
export interface MonthBurden {
  readonly month: string;
  readonly visits: Readonly<Record<VisitKind | 'for-cause', number>>;
  readonly outside: number;
}

/** What a year of inspections cost the firms, and what joining spared them (涉企检查负担报告). */
export interface BurdenReport {
  readonly schema: 'evenhand/burden/1';
  readonly year: number;
  readonly firms: number;
  readonly total: Burden;
  /** Visits and days that joining spared. */
  readonly saved: Load;
  /** Requests refused, and of all visits the share outside the limits in parts of 10,000. */
  readonly refused: number;
  readonly leakagePerTenThousand: number;
  readonly spread: readonly Spread[];
  readonly months: readonly MonthBurden[];
  readonly authorities: readonly AuthorityBurden[];
  readonly leakage: readonly Leakage[];
  readonly atCap: readonly { readonly limit: string; readonly firms: number }[];
  /** Firms that have no place left in any limit of some cap, among the limits that anybody used. */
  readonly fullFirms: number;
  /** Left out where no demands were given to compare with. */
  readonly floorsMissed?: readonly MissedFloor[];
  /** Every firm that had a visit or a refusal, by id. */
  readonly byFirm: readonly FirmBurden[];
}
