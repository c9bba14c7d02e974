import { quota } from '../draw/quota.js';
import { splitByRecency } from '../draw/splitByRecency.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { ProgrammeAt } from './programme.js';

/** How many stand in a cell of the matrix, by its place, and in a tier of recency, by its own. */
export interface StratumSize {
  readonly cell: number;
  readonly tier: number;
  readonly size: number;
}

/**
 * How many the matrix draws of each stratum: its ratio of all that are in a cell, split over the cell's
 * tiers of recency. The place of a cell is its level's row times the number of grades, and its grade's.
 *
 * @param strata - each of them once
 * @returns a number for each stratum, in their order
 * @source double-random/1 §2, recency
 */
export function matrixQuotas(
  { matrix, sampling: { recency } }: Pick<ProgrammeAt, 'matrix' | 'sampling'>,
  strata: readonly StratumSize[],
): number[] {
  const { risk, credit } = matrix;
  const width = credit.levels.length;
  const quotas = strata.map(() => 0);
  const places = strata.map((stratum, i) => ({ ...stratum, i }));
  for (const [cell, own] of groupedBy(places, (stratum) => stratum.cell)) {
    const level = risk.levels[Math.floor(cell / width)] as string;
    const measures = matrix.cells[level]?.[credit.levels[cell % width] as string];
    if (measures === undefined) continue;
    const all = own.reduce((sum, { size }) => sum + size, 0);
    own.sort((a, b) => a.tier - b.tier);
    const split = splitByRecency({
      quota: quota(all, measures.ratio, measures.rule),
      tiers: own.map(({ tier, size }) => ({
        ...{ stratum: codeOf(tier), size },
        multiplier: recency[tier]?.multiplier as string,
      })),
    });
    for (const { tier, i } of own) quotas[i] = split[codeOf(tier)] as number;
  }
  return quotas;
}

/** A code whose bytes are in the order of the tiers, which settles ties. */
const codeOf = (tier: number): string => `t${String(tier).padStart(4, '0')}`;
