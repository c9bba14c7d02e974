import type { DayRange } from '../../core/day.js';

/** A month, a quarter, or any other run of days that a team's capacity is told for. */
export interface LevelPeriod extends DayRange {
  readonly id: string;
}

/** A visit to be put into a period: the team that makes it, and the days on which it can be made. */
export interface LevelVisit {
  readonly id: string;
  readonly team: string;
  readonly windows: readonly DayRange[];
}

/** The visits a team can make: in every period as many, or by the id of the period (0 if left out). */
export interface LevelTeam {
  readonly id: string;
  readonly capacity: number | Readonly<Record<string, number>>;
}

/** What is to be spread over what. */
export interface LevelInput {
  readonly key: string;
  readonly periods: readonly LevelPeriod[];
  readonly visits: readonly LevelVisit[];
  readonly teams: readonly LevelTeam[];
}

/** How many visits a team makes in a period, of how many it can. */
export interface PeriodLoad {
  readonly team: string;
  readonly period: string;
  readonly load: number;
  readonly capacity: number;
}

/**
 * Why a team's visits don't fit: these `needed` visits can be made in these periods only, which hold
 * `capacity`. Without periods, they are the visits of which no day lies in any.
 */
export interface LevelWitness {
  readonly team: string;
  readonly periods: readonly string[];
  readonly visits: readonly string[];
  readonly needed: number;
  readonly capacity: number;
  readonly missing: number;
}

/** Visits by id with their period and loads by team and period, or a witness for each team in want. */
export type LevelledVisits =
  | {
      readonly status: 'levelled';
      readonly visits: readonly { readonly id: string; readonly period: string }[];
      readonly loads: readonly PeriodLoad[];
    }
  | { readonly status: 'infeasible'; readonly witnesses: readonly LevelWitness[] };
