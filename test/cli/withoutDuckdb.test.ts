import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRows } from '../../src/cli/files/readRows.js';
import { startDuckdb } from '../sql/duckdb.js';
import { bundledCli, runBundled } from './bundledCli.js';
import { gb18030Encoder } from './files/gb18030.js';
import { workplace } from './files/workplace.js';
import { changed, filesIn, run, withCell } from './run.js';

const place = workplace();
const cwd = place.fresh('cwd');
const city = join(cwd, 'city');
const program = place.fresh('cli.mjs');
const day = ['--year', '2026', '--as-of', '2025-12-31'] as const;

/** The same plan by the program that finds DuckDB and by the one that finds none. */
async function both(input: string, ...more: string[]) {
  const told = ['plan', '--in', input, ...day, ...more, '--out'];
  const [own, bare] = [place.fresh('own'), place.fresh('bare')];
  const withIt = await run(cwd, ...told, own);
  const without = await runBundled(program, cwd, ...told, bare);
  const named = (text: string, out: string): string => text.replaceAll(out, 'OUT');
  return {
    own: { code: withIt.code, out: withIt.out, err: named(withIt.err, own) },
    bare: { code: without.code, out: without.out, err: named(without.err, bare) },
    files: { own, bare },
  };
}

beforeAll(async () => {
  mkdirSync(cwd, { recursive: true });
  await run(cwd, 'sample-city', '--entities', '200', '--seed', 'duck', '--out', 'city');
  await bundledCli(program);
  // Quotes, a line break and an id that numbers would lose the zeros of.
  changed(city, city, 'entities.csv', (text) => {
    const named = withCell(text, 2, 'name', '"北京, ""老字号""\n二店"');
    return `\ufeff${withCell(named, 4, 'id', '007')}`;
  });
}, 120_000);

describe('without DuckDB', () => {
  it.each([
    [
      'clean rows, quotes, line breaks, a byte order mark and leading zeros',
      (text: string) => text,
    ],
    [
      'bad rows, each with its file, row and field',
      (text: string) =>
        `${withCell(withCell(text, 9, 'district', '999999'), 12, 'since', '2025-02-30')}x,"y"z\n`,
    ],
    ['GB 18030', (text: string) => gb18030Encoder()(text.replace('\ufeff', ''))],
  ])(
    'a plan out of CSV is the same, byte for byte: %s',
    async (_, edit) => {
      const input = changed(city, place.fresh('in'), 'entities.csv', edit);
      const { own, bare, files } = await both(input);
      expect(own.code).toBe(0);
      expect(bare).toEqual(own);
      expect(filesIn(files.bare)).toEqual(filesIn(files.own));
    },
    60_000,
  );

  it('Parquet is refused with a clear word, in both languages, before anything is done', async () => {
    const input = changed(city, place.fresh('in'), 'entities.csv', (text) => text);
    rmSync(join(input, 'events.csv'));
    writeFileSync(join(input, 'events.parquet'), 'PAR1');
    for (const [lang, word] of [
      ['zh', '需要 DuckDB'],
      ['en', 'needs DuckDB'],
    ] as const) {
      for (const told of [
        ['--in', input],
        ['--in', city, '--format', 'parquet'],
      ]) {
        const out = place.fresh('none');
        const { code, err } = await runBundled(
          ...([program, cwd, 'plan', ...told, ...day, '--out', out, '--lang', lang] as const),
        );
        expect(code).not.toBe(0);
        expect(err).toContain(word);
        expect(err).toContain('npm install @duckdb/node-api');
      }
    }
  }, 60_000);
});

describe('with DuckDB', () => {
  it('a plan out of Parquet is that of the same tables as CSV, but for the names of files', async () => {
    const input = changed(city, place.fresh('in'), 'entities.csv', (text) => text);
    const { connection, close } = await startDuckdb();
    for (const kind of ['entities', 'events']) {
      const file = join(input, kind);
      await connection.run(
        `COPY (SELECT * FROM read_csv('${file}.csv', all_varchar = true, header = true)) TO '${file}.parquet' (FORMAT parquet)`,
      );
      rmSync(`${file}.csv`);
    }
    await close();
    const [csv, parquet] = [place.fresh('csv'), place.fresh('parquet')];
    await run(cwd, 'plan', '--in', city, ...day, '--out', csv);
    expect((await run(cwd, 'plan', '--in', input, ...day, '--out', parquet)).code).toBe(0);
    const [a, b] = [filesIn(csv), filesIn(parquet)];
    expect(Object.keys(b)).toEqual(Object.keys(a));
    for (const name of Object.keys(a)) {
      if (name !== 'issues.json' && name !== 'manifest.json') expect(b[name]).toBe(a[name]);
    }
  });

  it('writes tables as Parquet that say what those of CSV say, and are the same each time', async () => {
    const [csv, parquet, again] = [
      place.fresh('csv'),
      place.fresh('parquet'),
      place.fresh('again'),
    ];
    const told = ['plan', '--in', city, ...day, '--out'];
    await run(cwd, ...told, csv);
    expect((await run(cwd, ...told, parquet, '--format', 'parquet')).code).toBe(0);
    await run(cwd, ...told, again, '--format', 'parquet');
    expect(filesIn(again)).toEqual(filesIn(parquet));
    const tables = Object.keys(filesIn(csv)).filter((name) => /^plan\/.*\.csv$/.test(name));
    expect(tables.length).toBeGreaterThan(6);
    for (const name of tables) {
      const [a, b] = [
        await readRows(join(csv, name)),
        await readRows(join(parquet, name.replace('.csv', '.parquet'))),
      ];
      expect(b.rows.map(({ values }) => values)).toEqual(a.rows.map(({ values }) => values));
    }
    expect(readFileSync(join(parquet, 'plan/visits.parquet')).subarray(0, 4).toString()).toBe(
      'PAR1',
    );
  });
});
