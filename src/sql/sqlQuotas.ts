import { mistake } from '../core/error.js';
import { quota } from '../draw/quota.js';
import { splitByRecency } from '../draw/splitByRecency.js';
import type { ProgrammeAt } from '../programme/programme.js';
import { groupedBy } from '../visits/groupedBy.js';
import type { SqlPlan } from './drawSql.js';

/** A row of the statement `sizes`, as engines give whole numbers: also as text, or beyond 53 bits. */
export interface SizeRow {
  readonly cell: number | bigint | string;
  readonly recency: number | bigint | string;
  readonly size: number | bigint | string;
}

/**
 * The quotas of the matrix for the sizes that the statement `sizes` counted, split over tiers of recency as a
 * plan does it: the second of the two rounds of a draw in a warehouse.
 *
 * @param at - the programme the statement was written from
 * @param rows - of one database, or of all shards together; sizes of one stratum are added up
 * @returns `quotas` of a plan for `toSql`
 * @throws `bad-sql-plan` for a row of no cell or tier, or of no whole number
 *
 * @source double-random/1 §2, recency
 * @example
 * ```ts
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 * import { sqlQuotas } from 'evenhand/sql';
 *
 * const at = parseProgramme(exampleProgramme).at('2026-01-15');
 * sqlQuotas(at, [
 *   { cell: 2, recency: 0, size: 100 },
 *   { cell: 2, recency: 3, size: 40 },
 * ]); // => { '2/0': 14, '2/3': 0 }
 * ```
 */
export function sqlQuotas(
  { matrix, sampling: { recency } }: Pick<ProgrammeAt, 'matrix' | 'sampling'>,
  rows: Iterable<SizeRow>,
): NonNullable<SqlPlan['quotas']> {
  const { risk, credit } = matrix;
  const width = credit.levels.length;
  const strata = new Map<string, { cell: number; tier: number; size: number }>();
  for (const row of rows) {
    const cell = whole('cell', row.cell, risk.levels.length * width - 1);
    const tier = whole('recency', row.recency, recency.length - 1);
    const size = whole('size', row.size, Number.MAX_SAFE_INTEGER);
    const name = recency.length === 1 ? String(cell) : `${cell}/${tier}`;
    const known = strata.get(name);
    if (known === undefined) strata.set(name, { cell, tier, size });
    else known.size = whole('size', known.size + size, Number.MAX_SAFE_INTEGER);
  }
  const quotas: Record<string, number> = {};
  for (const [cell, own] of groupedBy([...strata], ([, stratum]) => stratum.cell)) {
    const level = risk.levels[Math.floor(cell / width)] as string;
    const measures = matrix.cells[level]?.[credit.levels[cell % width] as string];
    if (measures === undefined) continue;
    const all = own.reduce((sum, [, { size }]) => sum + size, 0);
    own.sort(([, a], [, b]) => a.tier - b.tier);
    const split = splitByRecency({
      quota: quota(all, measures.ratio, measures.rule),
      tiers: own.map(([, { tier, size }]) => ({
        ...{ stratum: codeOf(tier), size },
        multiplier: recency[tier]?.multiplier as string,
      })),
    });
    for (const [stratum, { tier }] of own) quotas[stratum] = split[codeOf(tier)] as number;
  }
  return quotas;
}

/** A code whose bytes are in the order of the tiers, which settles ties. */
const codeOf = (tier: number): string => `t${String(tier).padStart(4, '0')}`;

function whole(field: string, value: SizeRow['size'], most: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 0 && number <= most && String(value) !== '') {
    return number;
  }
  const given = String(value).slice(0, 80);
  throw mistake(
    'bad-sql-plan',
    `the \`${field}\` of a stratum is \`${given}\` (expected a whole number, 0 to ${most})`,
    { given, expected: `0 to ${most}` },
    ['sizes', field],
  );
}
