import { expect } from 'vitest';
import { type AssessedColumns, assessBy } from '../../src/columns/assessColumns.js';
import { NO_CELL } from '../../src/columns/cells.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import type { EntityColumns } from '../../src/columns/entityColumns.js';
import { fusedOn } from '../../src/columns/fused/fused.js';
import { passes } from '../../src/columns/passes.js';
import type { WasmPlatform } from '../../src/core/compressMany.js';
import { classify } from '../../src/programme/classify.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { Entity } from '../../src/register/nouns.js';

export const platform = (globalThis as unknown as { WebAssembly: WasmPlatform }).WebAssembly;

/** The fused loop, however few the rows. */
export const fused = fusedOn(platform);

/**
 * Every row by columns equals the row evaluator's answer, issues word for word; and the passes over a
 * block equal the fused loop in all they give, the trace of every row included.
 *
 * @returns how many rows the row evaluator had to answer
 */
export function requireEqual(
  at: ProgrammeAt,
  entities: readonly Entity[],
  columns: EntityColumns,
): number {
  const compiled = compileColumns(at);
  const assessed = assessBy([passes], compiled, columns, { trace: true });
  const { alone = [] } = assessed.trace ?? {};
  const inOneLoop = assessBy([fused], compiled, columns, { trace: true });
  expect(withoutTrace(inOneLoop, alone)).toEqual(withoutTrace(assessed, alone));
  const issues = new Map(assessed.issues.map((one) => [one.row, one.issues]));
  entities.forEach((entity, row) => {
    const found = classify(at, entity);
    if (!('grade' in found)) {
      expect(issues.get(row)).toEqual(found);
      expect(assessed.cell[row]).toBe(NO_CELL);
      return;
    }
    expect(issues.has(row)).toBe(false);
    const cell = assessed.cells[assessed.cell[row] as number];
    expect([
      assessed.credit.units[row],
      assessed.credit.level[row],
      assessed.risk.units[row],
      assessed.risk.level[row],
      cell?.credit,
      cell?.risk,
      at.risk[assessed.riskScheme[row] as number]?.at === found.riskScheme,
    ]).toEqual([
      found.credit.units,
      found.credit.level,
      found.risk.units,
      found.risk.level,
      found.grade,
      found.level,
      true,
    ]);
  });
  return alone.length;
}

/** What stands in the trace of a row the row evaluator answered is not read. */
function withoutTrace(assessed: AssessedColumns, alone: readonly number[]): AssessedColumns {
  const { trace } = assessed;
  for (const one of trace === undefined ? [] : [trace.credit, ...trace.risk]) {
    for (const column of [...one.bins, one.band, one.fired]) {
      for (const row of alone) if (column !== undefined) column[row] = 0;
    }
  }
  return assessed;
}
