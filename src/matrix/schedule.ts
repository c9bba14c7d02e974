import type { Day, Period } from '../core/day.js';
import type { Decimal } from '../core/decimal.js';
import type { DocumentBase, LocalText, Scale } from '../document/document.js';
import type { Condition } from '../register/condition.js';

/** The most there may be of planned visits: so many a period or a calendar year, a shortest gap, or days. */
export type VisitCap =
  | { readonly visits: number; readonly per: Period | 'calendar-year' }
  | { readonly gap: Period }
  | { readonly days: number; readonly per: Period | 'calendar-year' };

/** The fewest visits there must be in every period of a length, or in every calendar year. */
export interface VisitLeast {
  readonly visits: number;
  readonly per: Period | 'calendar-year';
}

/**
 * How often and how a level is inspected (检查频次). `floor` is the longest gap allowed, `least` the
 * fewest visits and `cap` the most; a `window` opens and closes so long after the last inspection;
 * `methods` follow each other in a cycle. What hangs on a level beside visits (a fee, a licence's
 * years, a sign on the door) is plain text in `effects`.
 */
export interface Tempo {
  readonly floor?: Period;
  readonly least?: VisitLeast;
  readonly cap?: VisitCap;
  readonly window?: { readonly opens: Period; readonly closes: Period };
  /** The share drawn at random, or the ends between which it lies. */
  readonly ratio?: string | { readonly from: string; readonly to: string };
  /** How often the share is drawn; once a year where left out. */
  readonly ratioPer?: Period;
  /** So many draws without repeats reach everybody. */
  readonly parts?: number;
  /** How many are drawn by the number of officers, `1:5`, in the place of a share or beside it. */
  readonly staffRatio?: string;
  readonly methods?: readonly string[];
  readonly content?: string;
  /** For one that was never inspected: the first visit, counted from its first day. */
  readonly firstWithin?: Period;
  readonly effects?: Readonly<Record<string, string>>;
  readonly cite: string;
}

/**
 * What must hold of all entities together: the share of some levels, a count, the rate of two
 * counts (an average gap, a growth, samples by inhabitants), or the visits expected against a capacity.
 */
export type PopulationRule = {
  readonly id: string;
  readonly cite: string;
} & (
  | {
      readonly kind: 'share';
      readonly levels: readonly string[];
      readonly atLeast?: string;
      readonly atMost?: string;
    }
  | {
      readonly kind: 'rate';
      readonly upper: string;
      readonly lower: string;
      readonly times?: Decimal;
      readonly atLeast?: Decimal;
      readonly atMost?: Decimal;
    }
  | {
      readonly kind: 'count';
      readonly of: string;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly kind: 'capacity'; readonly visitsAYear: string }
);

/** What of a tempo a rule of reliance can take away. */
export const DROPPABLE = ['floor', 'least', 'cap', 'window', 'ratio', 'methods'] as const;

/**
 * What a rule of reliance does: the next visit of ours falls away; another body's events count as
 * visits of ours, so that the gap is counted from the latest of them; or the tempo is another one,
 * `without` some of its fields.
 */
export type RelianceEffect =
  | 'replaces-visit'
  | { readonly countsAsVisit: readonly string[] }
  | {
      readonly tempo: Omit<Tempo, 'cite'>;
      readonly without?: readonly (typeof DROPPABLE)[number][];
    };

/** When another body's visit or a certificate stands for one of ours, or changes the tempo. */
export interface Reliance {
  readonly id: string;
  /** The levels it is for; all where left out. */
  readonly levels?: readonly string[];
  readonly when: Condition;
  readonly effect: RelianceEffect;
  readonly cite: string;
  /** The last day it applies. */
  readonly sunset?: Day;
}

/**
 * Who is drawn at random inside some levels, or among those with a status, whatever their tempo: a
 * sample of those never looked at, of those who did not answer, of those who rate well (抽查随机层).
 */
export interface RandomStratum {
  readonly id: string;
  readonly title?: LocalText;
  /** The levels it reaches into; all of them where neither these nor `statuses` are given. */
  readonly levels?: readonly string[];
  /** Standings outside the scale it reaches into, by their ids in the scheme. */
  readonly statuses?: readonly string[];
  /** Only those who meet it; who is not known to meet it is not in the stratum. */
  readonly when?: Condition;
  readonly ratio: string;
  readonly rule: 'at-least' | 'at-most' | 'half-up';
  readonly ratioPer?: Period;
  readonly cite: string;
  /** The last day it applies. */
  readonly sunset?: Day;
}

/** Which events are visits of ours, and which of their values names the method used. */
export interface VisitEvents {
  readonly events: readonly string[];
  readonly method?: string;
}

/** Where a longest gap and a cap cannot both be kept: which of them gives way, the first stays. */
export type Precedence = readonly ('floor' | 'cap')[];

/** Level → tempo, for every level of a scale. */
export interface Schedule<Level extends string = string> extends DocumentBase {
  readonly schema: 'evenhand/schedule/1';
  readonly kind: 'schedule';
  readonly scale: Scale<Level>;
  readonly levels: Readonly<Record<Level, Tempo>>;
  readonly population?: readonly PopulationRule[];
  readonly reliance?: readonly Reliance[];
  readonly strata?: readonly RandomStratum[];
  /** Visits on the record; without it only what the register says of the last one is known. */
  readonly visits?: VisitEvents;
  readonly precedence?: Precedence;
}

/**
 * A schedule as it is, with its levels known to the compiler: a level without a tempo, or a tempo
 * without its level, is a compile error.
 *
 * @example
 * ```ts
 * import { defineSchedule } from 'evenhand/matrix';
 *
 * const schedule = defineSchedule({
 *   schema: 'evenhand/schedule/1', kind: 'schedule', id: 'visits', version: '1', from: '2026-01-01',
 *   status: 'example', citations: [{ id: 'doc', title: 'Example', confidence: 'example' }], untranslated: [],
 *   scale: { id: 'risk', levels: ['low', 'high'], worse: 'last' },
 *   levels: { low: { floor: { months: 36 }, cite: 'doc' }, high: { floor: { months: 12 }, cite: 'doc' } },
 * });
 * schedule.levels.high.floor; // => { months: 12 }
 * ```
 */
export function defineSchedule<const Level extends string>(
  schedule: Omit<Schedule<Level>, 'levels'> & {
    readonly levels: { readonly [L in NoInfer<Level>]: Tempo };
  },
): Schedule<Level> {
  return schedule;
}
