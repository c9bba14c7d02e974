// A draw where the data lies: the statement is run by DuckDB, and the library's own draw says the same.
import { DuckDBInstance } from '@duckdb/node-api';
import { sampleCity } from 'evenhand/city';
import { drawSample } from 'evenhand/draw';
import { parseProgramme } from 'evenhand/programme';
import { toSql } from 'evenhand/sql';
import { drawKey, drawSeed } from 'evenhand/ticket';

const { register, programme, asOf } = sampleCity({ entities: 2000 });
const at = parseProgramme(programme).at(asOf);
const seed = drawSeed({
  drawId: 'EX-2026-001',
  entropy: [{ label: 'dice.2026-01-15', value: '4.1.9.0.3.3.7.2.8.8.1.5.6.0.2.9.4.4.7.1' }],
});
const key = drawKey(seed, 'select:all');

// The register, as a warehouse has it: texts as text, days as dates, what is not known as NULL.
const warehouse = await (await DuckDBInstance.create(':memory:')).connect();
await warehouse.run(`
  CREATE TABLE entity (id TEXT, since DATE, district TEXT, state TEXT, "taxGrade" TEXT, industry TEXT,
    hazardous BOOLEAN, crowd BIGINT, standardised TEXT);
  CREATE TABLE event (entity TEXT, kind TEXT, happened_on DATE, known_on DATE, until_day DATE, repaired_on DATE);
  CREATE TABLE list_entry (entity TEXT, list TEXT);
`);
const text = (value: unknown): string =>
  value === undefined ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;
const fill = (table: string, rows: readonly (readonly unknown[])[]) =>
  warehouse.run(
    `INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.map(text).join()})`).join()}`,
  );
await fill(
  'entity',
  register.entities.map(({ id, since, district, state, facts }) => [
    ...[id, since, district, state],
    ...['taxGrade', 'industry', 'hazardous', 'crowd', 'standardised'].map((name) => facts[name]),
  ]),
);
await fill(
  'event',
  register.entities.flatMap(({ id, events }) =>
    events.map(({ kind, on, knownOn, until, repairedOn }) => [
      ...[id, kind, on, knownOn, until, repairedOn],
    ]),
  ),
);
await fill(
  'list_entry',
  register.entities.flatMap(({ id, lists }) => lists.map((list) => [id, list])),
);

const sql = toSql(at, {
  dialect: 'duckdb',
  tables: {
    entities: { table: 'entity' },
    events: {
      table: 'event',
      columns: {
        on: 'happened_on',
        knownOn: 'known_on',
        until: 'until_day',
        repairedOn: 'repaired_on',
      },
    },
    lists: { table: 'list_entry' },
  },
  plan: { key, substitutes: 1, authorities: [] },
});
const rowsOf = async (statement = '') =>
  (await warehouse.runAndReadAll(statement)).getRowObjectsJson();

console.log('What the audit finds:', (await rowsOf(sql.audit)).length);

const answers = await rowsOf(sql.draw);
const drawn = answers.filter((row) => row['drawn'] === 1).map((row) => String(row['id']));
const framed = answers.filter((row) => row['ticket'] !== null);
console.log(
  'Entities:',
  answers.length,
  '· in the frame:',
  framed.length,
  '· drawn:',
  drawn.length,
);
console.log('\nrisk    grade  size  quota');
const cells = new Map(framed.map((row) => [Number(row['cell']), row]));
for (const [cell, { size, quota }] of [...cells].sort(([a], [b]) => a - b)) {
  const { risk = '', credit = '' } = sql.cells[cell] ?? {};
  const numbers = [size, quota].map((one) => String(one).padStart(5));
  console.log(`${risk.padEnd(8)}${credit.padEnd(5)}${numbers.join('  ')}`);
}

// The library draws the same from the same frame.
const frame = framed.map((row) => ({ id: String(row['id']), stratum: String(row['cell']) }));
const quotas = Object.fromEntries(framed.map((row) => [String(row['cell']), Number(row['quota'])]));
const own = drawSample({ key, frame, quotas }).strata.flatMap(({ selected }) =>
  selected.map(({ id }) => id),
);
console.log(
  '\nThe library draws the same:',
  JSON.stringify([...drawn].sort()) === JSON.stringify(own.sort()),
);
warehouse.closeSync();
