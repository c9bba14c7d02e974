import type { Period } from '../core/day.js';
import type { DocumentBase, LocalText } from '../document/document.js';
import type { Chances } from '../register/nouns.js';

/**
 * How a programme draws: the tiers of recency with their published multipliers, the substitutes, and
 * the lists whose entities are visited for certain, outside the lottery and with a reason.
 *
 * `recency` goes from the least recent tier to the most recent. An entity belongs to the first tier
 * whose `after` has passed since its last visit; one never visited belongs to the first; the last
 * tier has no `after`. A small multiplier beats 0: zero tells a firm it is safe.
 */
export interface Sampling extends DocumentBase {
  readonly schema: 'evenhand/sampling/1';
  readonly kind: 'sampling';
  readonly recency: readonly RecencyTier[];
  /** How many substitutes each stratum names. */
  readonly substitutes: number;
  /** Lists whose entities are certain to be visited (重点监管). */
  readonly certain: readonly CertainRule[];
  /** Whether notice A shows which cell a stratum's code stands for; the internal risk level is not public by default. */
  readonly publishCells: boolean;
  /** How teams are made up; left out, each comes out of all its authorities' inspectors together. */
  readonly teams?: TeamRules;
  /** How strata are drawn from, unless a task says otherwise; by equal chances where left out. */
  readonly method?: Chances;
  /** Where the weights come from that `pareto` draws by. */
  readonly weight?: WeightRule;
}

/**
 * What a unit weighs, an integer from 1 to 2^20: a fact that the register states of it, or a number for
 * each risk level. An entity without the fact weighs `missing`; where that is left out it stands in no
 * weighted frame, and an issue says so.
 *
 * Weights of drawn units are published. By levels they show the level, so these are for programmes
 * whose levels may be seen.
 */
export type WeightRule =
  | { readonly fact: string; readonly missing?: number; readonly cite: string }
  | { readonly levels: Readonly<Record<string, number>>; readonly cite: string };

/** What an inspector's capacity counts: his visits of the year, of each quarter or of each month. */
export const CAPACITY_PERIODS = ['year', 'quarter', 'month'] as const;
export type CapacityPeriod = (typeof CAPACITY_PERIODS)[number];

/** How teams are made up, and which soft rules may yield where the staff does not suffice. */
export interface TeamRules {
  /**
   * How many persons each partner authority of a joint visit sends, besides the lead authority's
   * team with its lead. Left out, the team comes out of all authorities together.
   */
  readonly partners?: number;
  /** Whether a member can check one of his authority's items on the visit, or all of them. */
  readonly covers?: 'one-item' | 'all-items';
  /** What capacity counts; the year where left out. */
  readonly capacityPer?: CapacityPeriod;
  /** Whether the loads of the plan before count, so that they even out over the years. */
  readonly carryLoads?: boolean;
  /**
   * Soft rules in the order they may be given up, each for visits that lack persons alone:
   * `district`, `twice-running`, or the `rule` that recusals name.
   */
  readonly ladder?: readonly string[];
  readonly cite: string;
}

/** Entities last visited at least `after` ago, with the multiplier of their chance. */
export interface RecencyTier {
  readonly id: string;
  readonly after?: Period;
  readonly multiplier: string;
  readonly cite: string;
}

/** A list whose entities are visited for certain. */
export interface CertainRule {
  readonly list: string;
  readonly reason: LocalText;
  readonly cite: string;
}
