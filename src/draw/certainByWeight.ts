import { mistake } from '../core/error.js';

/** A unit that a draw by weight takes for certain, with the numbers at which it was taken. */
export interface TakenForCertain<T> {
  readonly unit: T;
  /** How many were still to be drawn. */
  readonly quota: number;
  /** The weights of those that were left. */
  readonly total: number;
}

/** The units of a stratum once those are set aside whose chance would reach 1. */
export interface CertainByWeight<T> {
  readonly certain: readonly TakenForCertain<T>[];
  readonly rest: readonly T[];
  /** How many of the rest are drawn. */
  readonly quota: number;
  /** The weights of the rest. */
  readonly total: number;
}

/**
 * Sets the units aside whose chance would reach 1, until no such unit is left.
 *
 * Of those that are taken no other number is needed: given them alone with the quota and total of the
 * whole stratum, the answer is the same.
 *
 * @param quota - how many are drawn, at most the stratum's size
 * @param total - the weights of all
 *
 * @source double-random/1 §2, weights
 */
export function certainByWeight<T extends { readonly weight: number }>(
  units: readonly T[],
  quota: number,
  total: number,
): CertainByWeight<T> {
  const certain: TakenForCertain<T>[] = [];
  let rest = units;
  let left = { quota, total };
  for (;;) {
    const now = left;
    const isCertain = ({ weight }: T): boolean => now.quota * weight >= now.total;
    const taken = rest.filter(isCertain);
    if (taken.length === 0) return { certain, rest, ...now };
    for (const unit of taken) certain.push({ unit, ...now });
    rest = rest.filter((unit) => !isCertain(unit));
    left = {
      quota: now.quota - taken.length,
      total: taken.reduce((sum, { weight }) => sum - weight, now.total),
    };
  }
}

/** Why a unit was taken, for the notice: `weight: 3 * 100 >= 116`. */
export function certainReason({
  unit,
  quota,
  total,
}: TakenForCertain<{ readonly weight: number }>): string {
  return `weight: ${quota} * ${unit.weight} >= ${total}`;
}

/** @throws `weights-too-large` where the numbers of a stratum would not be exact any more */
export function checkWeights(stratum: string, total: number, quota: number): void {
  if (total * quota < 2 ** 53) return;
  throw mistake(
    'weights-too-large',
    `the weights of stratum \`${stratum}\` add up to \`${total}\`, and times its quota \`${quota}\` that is not below 2^53; use smaller weights`,
    { stratum, total, quota },
  );
}
