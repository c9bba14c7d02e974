// Writes the files of a city of any size, firm by firm: node test/bench/run.mjs cityFiles DIR [firms] [inspectors] [evenly]
// The firms are those of a small made-up city again and again, each time under other numbers.
// Inspectors are where visits are and suffice; with `evenly` they are spread without regard to that and do not.
// Writes CSV, and the two large tables as Parquet too.

import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { type CityTable, cityRows } from '../../src/city/cityRows.js';
import { organisationCode } from '../../src/city/organisationCode.js';
import { sampleCity } from '../../src/city/sampleCity.js';
import { csvText } from '../../src/cli/files/csvText.js';
import { DEMONSTRATION } from '../../src/plan/demonstration.js';
import { BEIJING_DISTRICTS } from '../../src/register/division.js';
import type { Entity } from '../../src/register/nouns.js';
import { usccOf } from '../../src/register/uscc.js';
import { cityInspectors } from './cityInspectors.js';

const SAMPLE = 3000;
const AT_ONCE = 1 << 18;

const folder = process.argv[2] ?? '';
if (!/[^0-9]/.test(folder)) {
  console.error(
    `cityFiles DIR [firms] [inspectors] [evenly]: the folder comes first, not \`${folder}\``,
  );
  process.exit(2);
}
const size = Number(process.argv[3] ?? 200_000);
const staff = Number(process.argv[4] ?? 26_000);
const spread = process.argv[5] === 'evenly' ? 'evenly' : 'by-work';
const NOBODY = { inspectors: [], items: [], authorities: [] };
const city = sampleCity({ entities: SAMPLE });
const { register, tasks, programme } = city;

/** The rows of a sample firm and of its events, without the ids and the name they begin with. */
interface Model {
  readonly division: string;
  readonly row: string;
  readonly events: readonly string[];
}

/** Every second firm has the events of another one too, so that there are about three a firm. */
function model(i: number): Model {
  const of = register.entities[i % SAMPLE] as Entity;
  const other = register.entities[(7 * i + 1) % SAMPLE] as Entity;
  const since = of.since ?? '';
  const more = i % 2 === 0 ? other.events.filter(({ on }) => on >= since) : [];
  const all = [...of.events, ...more].map((event) => ({ ...event, id: 'id' }));
  const entity = { ...of, id: 'id', name: 'name', events: all };
  const { entities, events } = cityRows({ register: { ...NOBODY, entities: [entity] } });
  const inOrder = (kind: 'entities' | 'events', { header, rows }: CityTable): string[] =>
    rows.map((row) => {
      const cells = headers[kind].header.map((name) => row[header.indexOf(name)] ?? '');
      return csvText([cells.slice(2)]);
    });
  return {
    division: of.district ?? '110101',
    row: inOrder('entities', entities)[0] as string,
    events: inOrder('events', events),
  };
}

function idOf(i: number, { division }: Model): string {
  const organisation = organisationCode(i + 1);
  return usccOf({ authority: '9', type: '1', division, organisation });
}

const headers = cityRows({ register });
const models = Array.from({ length: 2 * SAMPLE }, (_, i) => model(i));

function* table(kind: 'entities' | 'events'): Generator<string> {
  yield csvText([headers[kind].header]);
  let text = '';
  for (let i = 0; i < size; i++) {
    const own = models[i % models.length] as Model;
    const id = idOf(i, own);
    if (kind === 'entities') text += `${id},示例企业${String(i).padStart(7, '0')},${own.row}`;
    else for (const [n, event] of own.events.entries()) text += `E${i}-${n},${id},${event}`;
    if (text.length < AT_ONCE) continue;
    yield text;
    text = '';
  }
  yield text;
}

await mkdir(folder, { recursive: true });
for (const kind of ['entities', 'events'] as const) {
  await pipeline(Readable.from(table(kind)), createWriteStream(join(folder, `${kind}.csv`)));
}
const inspectors = cityInspectors(city, staff, spread);
const around = cityRows({ register: { ...register, entities: [], inspectors } });
for (const kind of ['inspectors', 'items', 'authorities'] as const) {
  await writeFile(
    join(folder, `${kind}.csv`),
    csvText([around[kind].header, ...around[kind].rows]),
  );
}
await writeFile(join(folder, 'tasks.json'), JSON.stringify(tasks));
await writeFile(join(folder, 'programme.json'), JSON.stringify(programme));
await writeFile(join(folder, 'sources.json'), JSON.stringify([DEMONSTRATION]));
const districts = BEIJING_DISTRICTS.map(({ code }) => code);
await writeFile(join(folder, 'districts.json'), JSON.stringify(districts));

/** The same two tables as Parquet, in a folder of their own. */
await mkdir(join(folder, 'parquet'), { recursive: true });
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const kind of ['entities', 'events']) {
  const [from, to] = [join(folder, `${kind}.csv`), join(folder, 'parquet', `${kind}.parquet`)];
  await connection.run(
    `COPY (SELECT * FROM read_csv('${from}', all_varchar = true, header = true)) TO '${to}' (FORMAT parquet)`,
  );
}
connection.closeSync();
