// A register in Parquet to its assessment and draw, beside the same as DuckDB's own SQL over the same
// files: node test/bench/run.mjs fromParquet DIR [which] [rounds] (DIR as cityFiles writes it; which: both |
// ours | sql; both compares the answers first)

import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type AssessedRegister, assessing } from '../../src/cli/columns/assessing.js';
import { readByColumns } from '../../src/cli/columns/parquetRegister.js';
import { factTypes } from '../../src/cli/factTypes.js';
import { openScratch, type Scratch } from '../../src/cli/files/scratch.js';
import { openDesk } from '../../src/cli/io.js';
import { readProgramme } from '../../src/cli/readProgramme.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { type SizeRow, sqlQuotas } from '../../src/sql/sqlQuotas.js';
import { toSql } from '../../src/sql/toSql.js';
import { cityParquet, cityViews } from './cityViews.js';
import { machine } from './measure.js';

const folder = process.argv[2] ?? 'city';
const which = process.argv[3] ?? 'both';
const asOf = '2025-12-31';
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const authorities = ['market', 'fire'];
const desk = openDesk(
  { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: process.cwd() },
  { lang: 'en', quiet: true, json: false },
);

interface Taken {
  readonly cpu: number;
  readonly wall: number;
}

async function taken<T>(name: string, work: () => Promise<T>): Promise<Taken & { answer: T }> {
  for (let i = 0; i < 3; i++) global.gc?.();
  const start = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const [cpu, wall] = [(user + system) / 1e6, (performance.now() - start) / 1000];
  const memory = (process.memoryUsage.rss() / 2 ** 20).toFixed(0);
  console.log(
    `${name.padEnd(52)} ${cpu.toFixed(2).padStart(8)} s cpu ${wall.toFixed(1).padStart(7)} s ${memory.padStart(6)} MB`,
  );
  return { cpu, wall, answer };
}

const { value: programme, source } = await readProgramme(join(folder, 'programme.json'), asOf);
if (programme === undefined || source === undefined) throw new Error('no programme');
const at = programme.at(asOf);

async function ours(aside: Scratch): Promise<AssessedRegister> {
  const compiled = compileColumns(at, { scope: { all: [] } });
  const sink = assessing(compiled, true, { key, substitutes: 2 }, aside);
  const files = {
    entities: cityParquet(folder, 'entities'),
    events: cityParquet(folder, 'events'),
  };
  const options = { encoding: 'auto', facts: factTypes(source as never), asOf } as const;
  const by = { compiled, authorities, threads: 1 };
  const found = await readByColumns(desk, files, options, by, sink.take);
  if (found === undefined) throw new Error('not read by columns');
  return sink.done();
}

/** The same, to the answer of every row in its order, which is what is written then. */
async function once(): Promise<void> {
  const aside = await openScratch();
  const mine = await ours(aside);
  let answered = 0;
  for (let n = 0; n < mine.size; n++) if (mine.answerAt(n) !== undefined) answered++;
  const listed = mine.drawn?.strata.reduce((sum, stratum) => sum + stratum.listed.length, 0) ?? 0;
  const certain = mine.drawn?.certain.length ?? 0;
  console.log(`${answered} answered, ${listed} listed, ${certain} for certain`);
  await aside.close();
}

/** The statements over views of the files, which say of each column what it is. */
async function sql(rounds: 1 | 2 = 2) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 1');
  const tables = await cityViews(connection, folder);
  if (rounds === 1) {
    const { draw } = toSql(at, { dialect: 'duckdb', tables, plan: { key, authorities: [] } });
    await connection.run(`CREATE TABLE drawn AS ${draw}`);
    return { connection };
  }
  const plan = { key, authorities, substitutes: 2 };
  const first = toSql(at, { dialect: 'duckdb', tables, plan });
  const rows = await connection.runAndReadAll(first.sizes as string);
  const quotas = sqlQuotas(at, rows.getRowObjectsJson() as unknown as SizeRow[]);
  const second = toSql(at, { dialect: 'duckdb', tables, plan: { ...plan, quotas } });
  await connection.run(`CREATE TABLE drawn AS ${second.draw}`);
  return { connection };
}

/** Everything the statement says of an entity, held against ours. */
async function compare(
  connection: Awaited<ReturnType<typeof sql>>['connection'],
  mine: AssessedRegister,
): Promise<number> {
  const places = new Map<string, string>();
  for (const { cell, recency, quota, listed } of mine.drawn?.strata ?? []) {
    for (const { id, ticket, place } of listed) {
      if (place <= quota + 2) places.set(id, `${cell}/${recency} ${place} of ${quota} ${ticket}`);
    }
  }
  for (const row of mine.drawn?.certain ?? []) places.set(mine.idAt(row), 'certain');
  const numbers = new Map<string, number>();
  for (let n = 0; n < mine.size; n++) {
    if (mine.answerAt(n) !== undefined) numbers.set(mine.idAt(n), n);
  }
  let differing = 0;
  let seen = 0;
  let listed = 0;
  const result = await connection.stream(
    'SELECT id, fault, credit_points, risk_points, cell, recency, certain, place, quota, ticket FROM drawn',
  );
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) {
      const [id, fault, credit, risk, cell, recency, certain, place, quota, ticket] = row;
      seen++;
      const n = numbers.get(String(id)) ?? -1;
      const isListed = place !== null && Number(place) <= Number(quota) + 2;
      const expected = isListed
        ? `${cell}/${recency} ${place} of ${quota} ${ticket}`
        : certain === 1
          ? 'certain'
          : undefined;
      if (expected !== undefined) listed++;
      const answer = n < 0 ? undefined : mine.answerAt(n);
      const isSame =
        fault === 0 &&
        Number(credit) === answer?.credit &&
        Number(risk) === answer?.risk &&
        Number(cell) === answer?.cell &&
        places.get(String(id)) === expected;
      if (!isSame) differing++;
    }
  }
  console.log(`${seen} entities compared, ${listed} listed, ${differing} differ`);
  return differing + Math.abs(seen - numbers.size) + Math.abs(listed - places.size);
}

console.log(machine());
if (which === 'both') {
  const aside = await openScratch();
  const mine = await ours(aside);
  const { connection } = await sql();
  if ((await compare(connection, mine)) > 0) throw new Error('the answers differ');
  connection.closeSync();
  await aside.close();
}
/** The statement that draws within tiers of recency, after the one that counts them; and one without tiers. */
const references = {
  'reference: sizes and draw as DuckDB SQL': 2,
  'reference: one draw without tiers as DuckDB SQL': 1,
} as const;
const ratios = new Map<string, number[]>();
const rounds = Number(process.argv[4] ?? (which === 'both' ? 3 : 1));
for (let round = 0; round < rounds; round++) {
  const by = which === 'sql' ? undefined : await taken('ours: read, check, assess, draw', once);
  for (const [name, count] of Object.entries(references)) {
    if (which === 'ours') continue;
    const reference = await taken(name, async () => {
      const { connection } = await sql(count);
      connection.closeSync();
    });
    if (by !== undefined) ratios.set(name, [...(ratios.get(name) ?? []), by.cpu / reference.cpu]);
  }
}
for (const [name, list] of ratios) {
  const middle = list.toSorted((a, b) => a - b)[list.length >> 1] as number;
  console.log(`to the ${name}: ${middle.toFixed(2)} (wanted: at most 2)`);
}
const most = process.resourceUsage().maxRSS / 1024;
console.log(`${most.toFixed(0)} MB resident at most`);
