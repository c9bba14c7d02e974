import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import { matrixQuotas, type StratumSize } from '../programme/matrixQuotas.js';
import type { ProgrammeAt } from '../programme/programme.js';
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
  at: Pick<ProgrammeAt, 'matrix' | 'sampling'>,
  rows: Iterable<SizeRow>,
): NonNullable<SqlPlan['quotas']> {
  requireArgument(
    'sqlQuotas',
    'at',
    at,
    { matrix: 'object', sampling: 'object' },
    'parseProgramme(…).at(day)',
  );
  requireArgument('sqlQuotas', 'rows', rows, 'iterable');
  const { matrix, sampling } = at;
  const cells = matrix.risk.levels.length * matrix.credit.levels.length;
  const tiers = sampling.recency.length;
  const strata = new Map<string, StratumSize>();
  for (const row of rows) {
    const cell = whole('cell', row.cell, cells - 1);
    const tier = whole('recency', row.recency, tiers - 1);
    const size = whole('size', row.size, Number.MAX_SAFE_INTEGER);
    const name = tiers === 1 ? String(cell) : `${cell}/${tier}`;
    const before = strata.get(name)?.size ?? 0;
    strata.set(name, { cell, tier, size: whole('size', before + size, Number.MAX_SAFE_INTEGER) });
  }
  const quotas = matrixQuotas(at, [...strata.values()]);
  return Object.fromEntries([...strata.keys()].map((name, i) => [name, quotas[i] as number]));
}

function whole(field: string, value: SizeRow['size'], most: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 0 && number <= most && shownValue(value) !== '') {
    return number;
  }
  const given = shownValue(value).slice(0, 80);
  throw mistake(
    'bad-sql-plan',
    `the \`${field}\` of a stratum is \`${given}\` (expected a whole number, 0 to ${most})`,
    { given, expected: `0 to ${most}` },
    ['sizes', field],
  );
}
