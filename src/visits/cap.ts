import { requireArgument } from '../core/argument.js';
import type { Day, Period } from '../core/day.js';
import type { DocumentBase } from '../document/document.js';
import type { Condition } from '../register/condition.js';
import type { Demand, Method, Visit } from '../register/nouns.js';

/** The levels of one named scale that count as good enough. */
export interface EligibleLevels {
  readonly scale: string;
  readonly levels: readonly string[];
  readonly cite?: string;
}

/** Whom a cap or a limit protects: all that is listed must hold; `{}` is everybody. */
export interface Eligible {
  readonly levels?: readonly EligibleLevels[];
  readonly where?: Condition;
}

/**
 * Which visits are meant: those that answer to every facet that is listed.
 *
 * `forms` are kinds of check by their own law (常规, 证后, thanh tra, kiểm tra), `outcomes` what a done
 * visit found. A for-cause visit answers to every kind, so that it is outside a count only by a listed
 * exception, or where `causes` leave it out.
 */
export interface VisitFilter {
  readonly kinds?: readonly Visit['kind'][];
  readonly causes?: readonly Demand['cause'][];
  readonly forms?: readonly string[];
  readonly methods?: readonly Method[];
  readonly authorities?: readonly string[];
  readonly items?: readonly string[];
  readonly outcomes?: readonly string[];
}

/**
 * What a window begins with: a visit in the ledger, or an event on the firm's record.
 *
 * With `by: 'upper'` the visit is of an authority that stands above one of the asking visit's in a line.
 */
export type CapTrigger =
  | { readonly visits: VisitFilter; readonly by?: 'upper' }
  | { readonly events: readonly string[] };

/**
 * What is measured: visits, days of inspection, the time from one visit to the next, or the time
 * without any visit after a trigger.
 */
export type CapUnit =
  | { readonly visits: number }
  | { readonly days: number }
  | { readonly gap: Period }
  | { readonly exempt: Period | 'calendar-year'; readonly after: CapTrigger };

/** What visits and days are counted in; a rolling window begins with any visit. */
export type CapWindow =
  | 'calendar-year'
  | { readonly rolling: Period }
  | { readonly since: CapTrigger; readonly for: Period | 'calendar-year' };

/** By what an entity's visits are counted apart: each authority, site, item … has a count of its own. */
export const SCOPES = ['site', 'authority', 'line', 'item', 'kind', 'form'] as const;
export type CapScope = (typeof SCOPES)[number];

/** One limit of a cap. `per` left out counts all visits of the entity together, whoever makes them. */
export interface CapLimit {
  readonly id: string;
  readonly unit: CapUnit;
  /** For visits and days only: a gap and an exemption are windows themselves. */
  readonly window?: CapWindow;
  readonly per?: readonly CapScope[];
  /** What counts: `{}` is every visit. */
  readonly counts: VisitFilter;
  readonly eligible?: Eligible;
  readonly cite: string;
}

/** A cause that stands outside the cap. It needs a reference of the record that proves it. */
export interface CapException {
  readonly cause: string;
  /** The limits it lifts (`published` among them); all limits, but not `published`, where left out. */
  readonly lifts?: readonly string[];
  readonly cite?: string;
}

/** Authorities of one field of law, from the upper level to the lower. */
export interface AuthorityLine {
  readonly id: string;
  readonly authorities: readonly string[];
  readonly cite?: string;
}

/** The items an authority has published: what is not among them may not be inspected. */
export interface PublishedItems {
  readonly authority: string;
  readonly items: readonly string[];
  readonly cite?: string;
}

/**
 * What is clearly beyond reasonable, though nothing is refused for it: more visits of a firm than that in
 * a window, or a larger share of an authority's visits of a year outside the cap, of `least` at the least.
 */
export type CapAlarm =
  | {
      readonly id: string;
      /** Visits outside the cap, or all. */
      readonly of: 'outside' | 'all';
      /** An alarm from one visit more. */
      readonly visits: number;
      readonly window: 'calendar-year' | { readonly rolling: Period };
      /** Each authority's visits apart; all together where left out. */
      readonly per?: 'authority';
      readonly cite: string;
    }
  | { readonly id: string; readonly share: string; readonly least: number; readonly cite: string };

/** What can claim a visit: a listed cause, a legal duty, and against both the cap. */
export const CLAIMS = ['for-cause', 'duty', 'cap'] as const;
export type Claim = (typeof CLAIMS)[number];

/** Which of the two yields where they collide: the cap to a legal duty, or the duty to the cap. */
export const PRECEDENCE = ['duty-over-cap', 'cap-over-duty'] as const;
export type Precedence = (typeof PRECEDENCE)[number];

/**
 * The most inspection an eligible entity bears (频次上限), in seven dimensions: unit, window, scope,
 * what counts, exceptions, precedence, sunset.
 *
 * All `limits` hold at once. `exceptions` is the closed list of causes outside them. `precedence` orders
 * the three claims, the first goes first. `sunset` is the last day the cap protects anybody, whatever
 * `to` says.
 */
export interface Cap extends DocumentBase {
  readonly schema: 'evenhand/cap/2';
  readonly kind: 'cap';
  readonly eligible: Eligible;
  readonly limits: readonly CapLimit[];
  readonly lines?: readonly AuthorityLine[];
  readonly published?: readonly PublishedItems[];
  readonly exceptions: readonly CapException[];
  readonly alarms?: readonly CapAlarm[];
  readonly precedence: readonly Claim[];
  readonly sunset?: Day;
  readonly cite: string;
}

/** Whether one claim goes before another, in the order the cap declares. */
export function goesBefore({ precedence }: Pick<Cap, 'precedence'>, a: Claim, b: Claim): boolean {
  return precedence.indexOf(a) < precedence.indexOf(b);
}

/** Which of cap and legal duty goes first. */
export function dutyOrCap(cap: Pick<Cap, 'precedence'>): Precedence {
  requireArgument('dutyOrCap', 'cap', cap, { precedence: 'array' }, 'parseCap(…)');
  return goesBefore(cap, 'duty', 'cap') ? 'duty-over-cap' : 'cap-over-duty';
}
