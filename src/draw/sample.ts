import { sortedBy } from '../core/order.js';
import type { Ticketed } from '../ticket/compareTickets.js';
import { refuseRepeats, repeatedId } from './unit.js';

/** Someone drawn, with the ticket that says so. */
export type Drawn = Ticketed;

/**
 * The sample of one stratum.
 *
 * `selected` and `substitutes` are in draw order, `takeAll` by id bytes; `quota` is as it was asked.
 * `lastIn` and `firstOut` are the tickets on either side of the threshold, left out where nobody is.
 */
export interface StratumSample {
  readonly stratum: string;
  readonly size: number;
  readonly quota: number;
  readonly takeAll: readonly string[];
  readonly selected: readonly Drawn[];
  readonly substitutes: readonly Drawn[];
  readonly lastIn?: string;
  readonly firstOut?: string;
}

/** The samples of all strata, by the bytes of their codes. */
export interface Sample {
  readonly strata: readonly StratumSample[];
}

/** What a stratum comes to once its units stand in draw order. */
export interface Outcome {
  readonly stratum: string;
  readonly size: number;
  readonly quota: number;
  readonly takeAll?: readonly string[];
  /** At least the selected, the substitutes, and the next one where there is one; listed as they are. */
  readonly ordered: readonly Drawn[];
  /** How many of `ordered` are selected: the quota, cut to the size, less `takeAll`. */
  readonly taken: number;
  readonly substitutes: number;
  /** The first ticket out, where `ordered` does not show it. */
  readonly firstOut?: string | undefined;
}

/** The sample of a stratum, out of its units in draw order. */
export function stratumSample(outcome: Outcome): StratumSample {
  const { stratum, size, quota, takeAll = [], ordered, taken, substitutes } = outcome;
  const lastIn = ordered[taken - 1]?.ticket;
  const firstOut = outcome.firstOut ?? ordered[taken]?.ticket;
  return {
    stratum,
    size,
    quota,
    takeAll,
    selected: ordered.slice(0, taken),
    substitutes: ordered.slice(taken, taken + substitutes),
    ...(lastIn !== undefined && { lastIn }),
    ...(firstOut !== undefined && { firstOut }),
  };
}

/**
 * The samples together, by stratum code.
 *
 * @throws `repeated-id` where an id is listed twice, or stands on both sides of the threshold
 */
export function gathered<T extends StratumSample>(
  strata: readonly T[],
): { readonly strata: readonly T[] } {
  refuseRepeats(strata.flatMap(listedIds));
  for (const { selected, lastIn, firstOut } of strata) {
    if (lastIn !== undefined && lastIn === firstOut)
      throw repeatedId(selected.at(-1)?.id as string);
  }
  return byCode(strata);
}

/** The samples together, by stratum code, where it is known that no id stands twice. */
export function byCode<T extends StratumSample>(
  strata: readonly T[],
): { readonly strata: readonly T[] } {
  return { strata: sortedBy(strata, ({ stratum }) => stratum) };
}

/** Every id that a stratum's sample names. */
export function listedIds({ takeAll, selected, substitutes }: StratumSample): string[] {
  const ids = [...takeAll];
  for (const { id } of selected) ids.push(id);
  for (const { id } of substitutes) ids.push(id);
  return ids;
}
