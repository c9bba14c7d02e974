import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Task } from '../../src/register/nouns.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { workplace } from './files/workplace.js';
import { changed, filesIn, issuesOf, run, withCell } from './run.js';

const place = workplace();
const cwd = place.fresh('cwd');
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const told = ['--as-of', '2025-12-31', '--key', key, '--substitutes', '2'];

/** The rows of a table that was written. */
const rowsOf = (path: string): string[][] => {
  const [, ...rows] = readFileSync(join(cwd, path), 'utf8').trimEnd().split('\n');
  return rows.map((row) => row.split(','));
};

beforeAll(async () => {
  mkdirSync(cwd, { recursive: true });
  await run(cwd, 'sample-city', '--entities', '300', '--out', 'city');
  mkdirSync(join(cwd, 'parquet'));
  for (const file of ['inspectors.csv', 'items.csv', 'authorities.csv', 'programme.json']) {
    writeFileSync(join(cwd, 'parquet', file), readFileSync(join(cwd, 'city', file)));
  }
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const kind of ['entities', 'events']) {
    const path = (folder: string, end: string) => `'${join(cwd, folder, `${kind}.${end}`)}'`;
    await connection.run(
      `COPY (SELECT * FROM read_csv(${path('city', 'csv')}, all_varchar = true)) TO ${path('parquet', 'parquet')} (FORMAT parquet)`,
    );
  }
  connection.closeSync();
});

describe('assess', () => {
  it('writes what the row evaluator says of every entity, and who is drawn', async () => {
    const { code, out, err } = await run(cwd, 'assess', '--in', 'city', ...told, '--out', 'csv');
    expect([code, err]).toEqual([0, 'written to csv\n']);
    expect(out).toContain('300 entities assessed, 0 of them without an answer');
    const { register } = sampleCity({ entities: 300 });
    const at = parseProgramme(exampleProgramme).at('2025-12-31');
    const plain = expectedRows(at, register.entities).map((row) =>
      ['id', 'fault', 'credit_points', 'grade', 'risk_points', 'level', 'cell'].map((name) =>
        String(row[name] ?? ''),
      ),
    );
    expect(rowsOf('csv/assessments.csv').sort()).toEqual(plain.sort());
    // Without authorities everybody stands in the first tier, so the matrix's ratio is the quota.
    const drawn = expectedRows(at, register.entities, { key, substitutes: 2, authorities: [] });
    const ids = (name: string) =>
      drawn.filter((row) => row[name] === 1).map(({ id }) => String(id));
    const listed = rowsOf('csv/listed.csv');
    const found = (column: number) => listed.filter((row) => row[column] === '1').map(([id]) => id);
    expect(found(13).sort()).toEqual(ids('drawn').sort());
    expect(found(14).sort()).toEqual(ids('substitute').sort());
    expect(found(8).sort()).toEqual(ids('certain').sort());
  });

  it('writes the same bytes from Parquet, which is read by columns', async () => {
    const tiers = [...told, '--authority', 'market', '--authority', 'fire'];
    await run(cwd, 'assess', '--in', 'city', ...tiers, '--out', 'by-rows');
    await run(cwd, 'assess', '--in', 'parquet', ...tiers, '--out', 'by-columns');
    const [rows, columns] = [filesIn(join(cwd, 'by-rows')), filesIn(join(cwd, 'by-columns'))];
    expect(Object.keys(rows)).toContain('listed.csv');
    expect(columns).toEqual(rows);
    const as = [...tiers, '--format', 'parquet', '--out', 'as-parquet'];
    expect((await run(cwd, 'assess', '--in', 'parquet', ...as)).code).toBe(0);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const table = (name: string) => `'${join(cwd, 'as-parquet', `${name}.parquet`)}'`;
    const counted = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM ${table('assessments')})::INTEGER, (SELECT sum(drawn) FROM ${table('listed')})::INTEGER`,
    );
    const drawn = rowsOf('by-rows/listed.csv').filter((row) => row[13] === '1').length;
    expect(counted.getRows()).toEqual([[300, drawn]]);
    connection.closeSync();
  });

  it('refuses a faulty register, or goes on without its faulty rows', async () => {
    const faulty = changed(join(cwd, 'city'), join(cwd, 'faulty'), 'entities.csv', (text) =>
      withCell(withCell(text, 5, 'since', '2025-02-30'), 9, 'crowd', ''),
    );
    const asked = ['assess', '--in', faulty, ...told, '--out', 'without'];
    const refused = await issuesOf(cwd, ...asked);
    expect([refused.code, refused.error]).toEqual([3, 'unclean-input']);
    const { code, out, err } = await run(cwd, ...asked, '--set-aside', '--lang', 'zh');
    expect(code).toBe(0);
    expect(out).toMatch(/评定 299 个检查对象，其中 \d+ 个无结论；搁置 1 行/);
    expect(err).toContain('entities.csv');
    const findings = JSON.parse(readFileSync(join(cwd, 'without/issues.json'), 'utf8'));
    expect(findings.setAside.entities).toBe(1);
    expect(rowsOf('without/assessments.csv')).toHaveLength(299);
  });

  it('assesses by rows what columns refuse, and says so', async () => {
    const source = structuredClone(exampleProgramme) as unknown as {
      documents: { id: string; terms?: { kind: string; window?: object }[] }[];
    };
    const term = source.documents.flatMap(({ terms = [] }) => terms);
    const events = term.find(({ kind }) => kind === 'events');
    if (events !== undefined) events.window = { last: 2 };
    const programme = place.file('programme.json', JSON.stringify(source));
    const asked = ['assess', '--in', 'city', '--programme', programme, ...told, '--out', 'refused'];
    const { code, err } = await run(cwd, ...asked);
    expect([code, err]).toEqual([0, expect.stringContaining('`events.window.last`')]);
    expect(rowsOf('refused/assessments.csv')).toHaveLength(300);
  });

  it.each(['city', 'parquet'])('is refused without the events: %s', async (folder) => {
    const bare = place.fresh('bare');
    cpSync(join(cwd, folder), bare, { recursive: true });
    for (const end of ['csv', 'parquet']) rmSync(join(bare, `events.${end}`), { force: true });
    const out = place.fresh('out');
    const days = ['--in', bare, '--as-of', '2025-12-31', '--out', out];
    expect((await issuesOf(cwd, 'assess', ...days)).error).toBe('input-file-missing');
    const plan = await issuesOf(cwd, 'plan', ...days, '--year', '2026', '--draw-id', 'T-1');
    expect([plan.error, plan.code]).toEqual(['input-file-missing', 5]);
  });

  it.each(['city', 'parquet'])(
    'refuses authorities there are not, and tells of one that visited nobody: %s',
    async (folder) => {
      const asked = [...told, '--authority', 'market', '--authority', 'markt'];
      const typo = await issuesOf(cwd, 'assess', '--in', folder, ...asked, '--out', 'x');
      expect([typo.error, typo.code]).toEqual(['bad-option', 2]);
      expect(JSON.stringify(typo.issues)).toContain('fire, health, labour, market');
      // Without the list of authorities only the visits tell which there are.
      const bare = place.fresh('bare');
      cpSync(join(cwd, folder), bare, { recursive: true });
      for (const file of ['authorities', 'items', 'inspectors']) rmSync(join(bare, `${file}.csv`));
      const out = place.fresh('out');
      const { code, err } = await run(cwd, 'assess', '--in', bare, ...asked, '--out', out);
      expect(code).toBe(0);
      expect(err).toMatch(/^nobody has a visit of `markt`; there are visits of .*`market`/m);
      const alone = ['--authority', 'market', '--out', place.fresh('out')];
      const without = await run(cwd, 'assess', '--in', bare, ...told, ...alone);
      expect(without.err).not.toContain('nobody');
    },
  );

  it.each(['city', 'parquet'])(
    'draws for a task with its scope and authorities: %s',
    async (folder) => {
      writeFileSync(join(cwd, folder, 'tasks.json'), readFileSync(join(cwd, 'city/tasks.json')));
      const { register, tasks } = sampleCity({ entities: 300 });
      const { scope, lead, partners } = tasks.find(({ id }) => id === 'building-sites') as Task;
      const at = parseProgramme(exampleProgramme).at('2025-12-31');
      const authorities = [lead, ...partners];
      const first = expectedRows(at, register.entities, { key, authorities, scope });
      const framed = first.filter(({ place }) => place !== null).map(({ id }) => String(id));
      expect(framed.length).toBeGreaterThan(2);
      const out = join(place.fresh('task'), 'out');
      const asked = ['assess', '--in', folder, ...told, '--substitutes', '400'];
      const { code, err } = await run(cwd, ...asked, '--task', 'building-sites', '--out', out);
      expect([code, err]).toEqual([0, `written to ${out}\n`]);
      const [, ...rows] = readFileSync(join(out, 'listed.csv'), 'utf8').trimEnd().split('\n');
      const listed = rows.map((row) => row.split(',')).filter((row) => row[8] === '0');
      expect(listed.map(([id]) => id).sort()).toEqual(framed.sort());
      const recency = new Map(first.map((row) => [String(row['id']), String(row['recency'])]));
      for (const row of listed) expect(row[7]).toBe(recency.get(row[0] as string));
    },
  );

  it('names what is missing of a task', async () => {
    const codeOf = async (...argv: string[]) => {
      const asked = ['assess', '--in', 'city', '--as-of', '2025-12-31', '--out', 'x', ...argv];
      return (await issuesOf(cwd, ...asked)).error;
    };
    const draws = ['--key', key, '--task'];
    expect(await codeOf('--task', 'pollution')).toBe('option-missing');
    expect(await codeOf(...draws, 'pollution', '--authority', 'market')).toBe('bad-option');
    expect(await codeOf(...draws, 'nothing')).toBe('bad-option');
    expect(await codeOf(...draws, 'catering')).toBe('bad-option');
  });

  it('names what is missing', async () => {
    const codeOf = async (...argv: string[]) => (await issuesOf(cwd, 'assess', ...argv)).error;
    expect(await codeOf('--in', 'city', '--out', 'x')).toBe('option-missing');
    expect(await codeOf('--as-of', '2025-12-31', '--out', 'x')).toBe('option-missing');
    expect(await codeOf('--in', 'city', '--as-of', '2025-12-31', '--out', 'x', '--key', 'k')).toBe(
      'bad-option',
    );
    const odd = place.file('programme.json', '{}');
    const faulty = ['--in', 'city', '--programme', odd, '--as-of', '2025-12-31', '--out', 'x'];
    expect(await codeOf(...faulty)).toBe('faulty-document');
  });
});

describe('codes written unlike those of the rules', () => {
  it.each([
    ['csv', 5],
    ['parquet', 4],
  ])('are warned of once a column in %s, and assessed as other codes', async (end, row) => {
    const folder = `coded-${end}`;
    changed(join(cwd, 'city'), join(cwd, folder), 'entities.csv', (text) =>
      [5, 9].reduce((so, at) => withCell(so, at, 'industry', 'H6210'), text),
    );
    if (end === 'parquet') {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      for (const kind of ['entities', 'events']) {
        const path = join(cwd, folder, `${kind}.csv`);
        await connection.run(
          `COPY (SELECT * FROM read_csv('${path}', all_varchar = true)) TO '${join(cwd, folder, `${kind}.parquet`)}' (FORMAT parquet)`,
        );
        rmSync(path);
      }
      connection.closeSync();
    }
    const asked = ['assess', '--in', folder, ...told, '--out', 'coded', '--force'];
    const { code, issues } = await issuesOf(cwd, ...asked);
    expect([code, issues]).toEqual([
      0,
      [
        {
          ...{ code: 'doubtful-code', severity: 'warning', path: ['industry'] },
          ...{ file: `entities.${end}`, row },
          params: { given: 'H6210', expected: '06', input: 'industry', rows: 2 },
        },
      ],
    ]);
  });
});

describe('a column of a fact that is not there', () => {
  const told = ['--as-of', '2025-12-31', '--force', '--out', 'without'];
  const paths = ['csv', 'parquet'].map((end) => ({ end, folder: `without-${end}` }));

  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const { end, folder } of paths) {
      cpSync(join(cwd, 'city'), join(cwd, folder), { recursive: true });
      rmSync(join(cwd, folder, 'entities.csv'));
      await connection.run(
        `COPY (SELECT * EXCLUDE (industry, crowd) FROM read_csv('${join(cwd, 'city/entities.csv')}', all_varchar = true)) TO '${join(cwd, folder, `entities.${end}`)}' (FORMAT ${end})`,
      );
    }
    connection.closeSync();
  });

  it.each(paths)(
    'is one error or one warning in $end, whatever the rows',
    async ({ end, folder }) => {
      const file = `entities.${end}`;
      const expected = [
        {
          ...{ code: 'fact-column-missing', severity: 'warning', path: ['crowd'], file },
          params: { given: 'crowd' },
        },
        {
          ...{ code: 'fact-column-needed', severity: 'error', path: ['industry'], file },
          params: { given: 'industry', rows: 300 },
        },
      ];
      const refused = await issuesOf(cwd, 'assess', '--in', folder, ...told);
      expect(refused).toMatchObject({ code: 3, error: 'unclean-input' });
      expect(refused.issues.slice(1)).toEqual(expected.slice(1));
      const { issues } = await issuesOf(cwd, 'assess', '--in', folder, ...told, '--set-aside');
      expect(issues).toEqual(expected);
    },
  );

  it('is told once by whoever checks, and by whoever rates anew', async () => {
    const day = ['--year', '2026', '--as-of', '2025-12-31'];
    const { issues } = await issuesOf(cwd, 'check', '--in', 'without-csv', ...day);
    const codes = issues.map((issue) => issue.code);
    expect(codes.filter((one) => one === 'fact-column-needed')).toHaveLength(1);
    expect(codes).not.toContain('missing-input');
    const rated = ['risk', 'regrade', 'levels.json', '--in', 'without-csv'];
    const { code, err } = await run(cwd, ...rated, '--as-of', '2026-01-31', '--quiet');
    expect(code).toBe(1);
    expect(err).toMatch(/no column `industry`, without which \d+ entities cannot be assessed/);
    expect(err).not.toContain('missing-input');
  });

  it('is told in words by whoever plans', async () => {
    const day = ['--year', '2026', '--as-of', '2025-12-31', '--lang', 'zh'];
    const asked = [...day, '--draw-id', 'T-1', '--source', 'dice=132', '--out', 'without'];
    const { code, err } = await run(cwd, 'prepare', '--in', 'without-csv', ...asked);
    expect(code).toBe(3);
    expect(err).toContain(
      'entities.csv 字段 industry：文件没有指标列 `industry`，282 个对象因此不能评定',
    );
    expect(err).not.toContain('[missing-input]');
  });
});
