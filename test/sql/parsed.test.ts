import { HiveSQL } from 'dt-sql-parser/dist/parser/hive/index.js';
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import { dialectOf } from '../../src/sql/dialects.js';
import type { SqlPlan } from '../../src/sql/drawSql.js';
import { toSql } from '../../src/sql/toSql.js';
import { tables } from '../../src/testing/warehouse/registerTables.js';
import { anyPlan, policyCases } from './policies.js';

const STATEMENTS = ['classify', 'audit', 'sizes', 'draw', 'listed'] as const;
const runs = Math.ceil(Number(process.env['FC_RUNS'] ?? 5));

describe.each([
  ['trino', new TrinoSQL()],
  ['hive', new HiveSQL()],
] as const)('statements for %s', (dialect, grammar) => {
  /** What the engine's grammar has against a statement. */
  const faults = (statement: string) => grammar.validate(`${statement};`);
  /** Every statement of a policy, with what is wrong in it. */
  const checked = (at: ProgrammeAt, plan: SqlPlan) => {
    const statements = toSql(at, { dialect, tables, plan });
    return STATEMENTS.map((name) => ({ name, faults: faults(statements[name] as string) }));
  };
  const clean = STATEMENTS.map((name) => ({ name, faults: [] }));

  it('are said to be parsed, not executed', () => {
    expect(dialectOf(dialect).proof).toBe('parsed, not executed');
  });

  it('are read by the grammar of the engine', () => {
    const { programme, asOf } = sampleCity({ entities: 10 });
    const at = parseProgramme(programme).at(asOf);
    expect(checked(at, { ...anyPlan, authorities: ['market'], quotas: { '0/0': 1 } })).toEqual(
      clean,
    );
  });

  it('are read whatever the policy', () => {
    fc.assert(
      fc.property(policyCases(1), ({ at }) => {
        expect(checked(at, { ...anyPlan, quotas: { '0/0': 1 } })).toEqual(clean);
      }),
      { numRuns: runs },
    );
  }, 120_000);

  it('would not be read with a fault in them', () => {
    for (const broken of ['SELECT (1', 'SELECT 1 FROM WHERE a', 'WITH a AS (SELECT 1) a']) {
      expect(faults(broken), broken).not.toEqual([]);
    }
  });
});
