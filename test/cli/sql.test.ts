import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { type SizeRow, sqlQuotas } from '../../src/sql/sqlQuotas.js';
import { byId, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables, tables } from '../../src/testing/warehouse/registerTables.js';
import { startDuckdb } from '../sql/duckdb.js';
import { workplace } from './files/workplace.js';
import { issuesOf, run } from './run.js';

const place = workplace();
const programme = place.file('programme.json', JSON.stringify(exampleProgramme));
const named = place.file('tables.json', JSON.stringify(tables));
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const asked = ['sql', programme, '--as-of', '2025-12-31', '--dialect'];

describe('sql', () => {
  it('prints the statement that gives the same answers on the engine', async () => {
    const { register, asOf } = sampleCity({ entities: 200 });
    const at = parseProgramme(exampleProgramme).at('2025-12-31');
    expect(asOf).toBe('2025-12-31');
    const { code, out, err } = await run(
      place.folder,
      ...asked,
      'duckdb',
      ...['--tables', named, '--key', key, '--substitutes', '2'],
    );
    expect([code, err]).toEqual([0, '']);
    const duckdb = await startDuckdb();
    try {
      await duckdb.load(registerTables(at, register.entities));
      const plan = { key, substitutes: 2, authorities: [] };
      expect(byId(await duckdb.rows(out))).toEqual(byId(expectedRows(at, register.entities, plan)));
    } finally {
      await duckdb.close();
    }
  });

  it('draws within tiers of recency in two rounds: the sizes, then the draw', async () => {
    const { register } = sampleCity({ entities: 400 });
    const at = parseProgramme(exampleProgramme).at('2025-12-31');
    const told = [...asked, 'duckdb', '--tables', named, '--key', key];
    const task = ['--authority', 'market', '--authority', 'fire'];
    const duckdb = await startDuckdb();
    try {
      await duckdb.load(registerTables(at, register.entities));
      const sizes = await run(place.folder, ...told, ...task, '--statement', 'sizes');
      const rows = await duckdb.rows(sizes.out);
      const file = place.file('sizes.json', JSON.stringify(rows));
      expect((await run(place.folder, ...told, ...task)).err).toContain('--sizes');
      const { code, out } = await run(place.folder, ...told, ...task, '--sizes', file);
      expect(code).toBe(0);
      const plan = {
        ...{ key, authorities: ['market', 'fire'] },
        quotas: sqlQuotas(at, rows as unknown as readonly SizeRow[]),
      };
      expect(byId(await duckdb.rows(out))).toEqual(byId(expectedRows(at, register.entities, plan)));
      const csv = place.file('sizes.csv', 'cell,recency,size\n99,0,1\n');
      const bad = await issuesOf(place.folder, ...told, ...task, '--sizes', csv);
      expect(bad.error).toBe('bad-sql-plan');
    } finally {
      await duckdb.close();
    }
  });

  it('prints the classification without a key, and any statement that is asked for', async () => {
    const plain = await run(place.folder, ...asked, 'postgres');
    expect(plain.out).toContain('FROM "entities" e');
    expect(plain.out).not.toContain('ticket');
    const audit = await run(place.folder, ...asked, 'postgres', '--statement', 'audit');
    expect(audit.out).toContain('repeated-id');
    const all = await run(place.folder, ...asked, 'postgres', '--json');
    expect(JSON.parse(all.out)).toMatchObject({ dialect: 'postgres', proof: 'executed' });
  });

  it('says where a dialect was not run on its engine, in both languages', async () => {
    const { err } = await run(place.folder, ...asked, 'hive');
    expect(err).toContain('statements for hive were not run on their engine');
    expect((await run(place.folder, ...asked, 'hive', '--lang', 'zh')).err).toContain(
      '未在其引擎上运行过',
    );
  });

  it('refuses what is missing or wrong', async () => {
    const codeOf = async (...argv: string[]) => (await issuesOf(place.folder, ...argv)).error;
    expect(await codeOf(...asked, 'oracle')).toBe('bad-option');
    expect(await codeOf('sql', programme, '--dialect', 'duckdb')).toBe('option-missing');
    expect(await codeOf(...asked, 'duckdb', '--statement', 'draw')).toBe('option-missing');
    expect(await codeOf(...asked, 'duckdb', '--key', 'xyz')).toBe('bad-option');
    const odd = place.file('odd.json', JSON.stringify({ entities: { table: 7 } }));
    const faulty = await issuesOf(place.folder, ...asked, 'duckdb', '--tables', odd);
    expect([faulty.code, faulty.issues[0]?.path]).toEqual([1, ['entities', 'table']]);
    const broken = place.file(
      'broken.json',
      JSON.stringify({ ...exampleProgramme, documents: [] }),
    );
    const bad = await issuesOf(
      place.folder,
      'sql',
      broken,
      '--as-of',
      '2025-12-31',
      '--dialect',
      'duckdb',
    );
    expect(bad.code).toBe(1);
    const hostile = place.file(
      'hostile.json',
      JSON.stringify({ ...tables, entities: { table: 'a\u0000b' } }),
    );
    expect(await codeOf(...asked, 'duckdb', '--tables', hostile)).toBe('bad-sql-name');
  });
});
