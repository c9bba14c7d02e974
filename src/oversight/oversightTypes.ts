import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { BurdenReport } from './burden.js';
import type { DifferenceInterval, ShareInterval } from './interval.js';
import type { ProposalSubject } from './outcome.js';
import type { Way } from './promised.js';

/** What is certain by a task, for one reason: how much of it was due, and how much was done. */
export interface CertainCoverage {
  readonly task: string;
  readonly reason: string;
  readonly entities: number;
  /** Demands, by where they stand: done, past their window, still within it, deferred under a cap. */
  readonly due: number;
  readonly done: number;
  readonly overdue: number;
  readonly open: number;
  readonly deferred: number;
  /** The demands that are overdue, by id. */
  readonly missed: readonly string[];
}

/** A stratum of a task: whom the lot fell on, who was visited, and at how many a fault was found. */
export interface StratumCoverage {
  readonly task: string;
  readonly stratum: string;
  readonly size: number;
  readonly drawn: number;
  /** Of those drawn, whom a check on the premises was promised. */
  readonly promised: number;
  /** Of these, whose every demand was done. */
  readonly visited: number;
  readonly hits: number;
  readonly interval: ShareInterval;
}

/** Visits that came about in one way, and how many of them found a fault. */
export interface HitRate {
  readonly way: Way;
  readonly visits: number;
  readonly hits: number;
  readonly interval: ShareInterval;
}

/** What reviews made of an authority's decisions. */
export interface ReviewedDecisions {
  readonly authority: string;
  readonly decided: number;
  readonly pending: number;
  readonly upheld: number;
  readonly changed: number;
  readonly overturned: number;
}

/** A result that was public too late, or is not yet though its term is over. */
export interface LatePublication {
  readonly visit: string;
  readonly lead: string;
  readonly by: Day;
  /** Left out where it is still not public. */
  readonly publishedOn?: Day;
  /** Working days after the term, up to the publication or the day of the report. */
  readonly workingDaysLate: number;
}

/** What an officer did with the answers he was given. */
export interface OfficerOverrides {
  readonly officer: string;
  readonly proposals: number;
  readonly overridden: number;
  readonly withoutReason: number;
  /** Visits booked against a limit by this officer's decision, out of the ledger. */
  readonly limits: number;
  readonly interval: ShareInterval;
}

/** Something that can be compared between two periods or two plans of an authority. */
export interface Measure {
  readonly id: string;
  /** Whether more of it is better, or less, or neither by itself. */
  readonly better: 'more' | 'less' | 'neither';
  /** A count; below 0 only for a difference. */
  readonly part: number;
  /** What it is a part of: fixed by what was promised, never by how much was done. Left out for a count. */
  readonly of?: number;
}

/** How supervision went, without a quota (不以多少评优劣). */
export interface OversightReport {
  readonly schema: 'evenhand/oversight/1';
  readonly engine: string;
  readonly drawId: string;
  readonly year: number;
  readonly asOf: Day;
  readonly coverage: {
    readonly certain: readonly CertainCoverage[];
    readonly strata: readonly StratumCoverage[];
  };
  readonly hits: {
    readonly ways: readonly HitRate[];
    /** Draws within a condition less draws among all. */
    readonly targeting: DifferenceInterval;
  };
  readonly decisions: readonly ReviewedDecisions[];
  readonly publication: {
    /** Results whose term is over or that are public. */
    readonly judged: number;
    readonly late: readonly LatePublication[];
    /** Results whose term is not over yet. */
    readonly running: number;
    /** Results of which no term can be told: no end of the check, no rule, no calendar of the year. */
    readonly unjudged: number;
  };
  readonly overrides: {
    readonly officers: readonly OfficerOverrides[];
    readonly subjects: readonly {
      readonly about: ProposalSubject;
      readonly proposals: number;
      readonly overridden: number;
    }[];
  };
  readonly joint: {
    /** Entities that the plan had several authorities come to, and those they came to together. */
    readonly entities: number;
    readonly together: number;
    /** Promised visits that were made, and those of them with partners. */
    readonly visits: number;
    readonly jointVisits: number;
  };
  /** Visits that no plan, list or cause asked for, by id. */
  readonly unplanned: readonly string[];
  readonly burden?: Pick<BurdenReport, 'firms' | 'total' | 'leakage' | 'refused'>;
  readonly measures: readonly Measure[];
  readonly issues: readonly Issue[];
}
