import type { Day } from '../../core/day.js';
import type { DrandChain } from './drandChain.js';

/** Dice rolled in public on a day: `count` dice of `sides` sides, written down as they were rolled. */
export interface DiceSpec {
  readonly kind: 'dice';
  readonly label: string;
  readonly on: Day;
  readonly sides: number;
  readonly count: number;
}

/**
 * A drawing of a public lottery: sets of numbers without repeats, each `count` of 1 to `from`, in
 * the order its operator publishes the sets (such as 6 of 33, then 1 of 16).
 */
export interface LotterySpec {
  readonly kind: 'lottery';
  readonly label: string;
  readonly on: Day;
  /** What the operator calls the drawing, in both languages. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly sets: readonly { readonly count: number; readonly from: number }[];
}

/** One round of drand. */
export interface DrandSpec {
  readonly kind: 'drand';
  readonly label: string;
  readonly chain: DrandChain;
  readonly round: number;
}

/** A source of entropy as data: what is needed to say where it comes from and to check its value. */
export type EntropySpec = DiceSpec | LotterySpec | DrandSpec;
