import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityRows } from '../../../src/city/cityRows.js';
import { CITY_FACTS, sampleCity } from '../../../src/city/index.js';
import { listedRows, plainRow } from '../../../src/cli/assessmentFiles.js';
import { type AssessedRegister, assessing } from '../../../src/cli/columns/assessing.js';
import { readByColumns } from '../../../src/cli/columns/parquetRegister.js';
import { readByRows } from '../../../src/cli/columns/rowParts.js';
import { csvText } from '../../../src/cli/files/csvText.js';
import { openScratch, type Scratch } from '../../../src/cli/files/scratch.js';
import type { InputFiles } from '../../../src/cli/inputFiles.js';
import { openDesk } from '../../../src/cli/io.js';
import { compileColumns } from '../../../src/columns/compileColumns.js';
import { parseProgramme } from '../../../src/programme/parseProgramme.js';
import type { Condition } from '../../../src/register/condition.js';
import { exampleProgramme } from '../../../src/schemes/exampleProgramme.js';
import { programmeOf } from '../../columns/programmeOf.js';
import { schemeWith } from '../../scoring/schemes.js';
import { workplace } from '../files/workplace.js';

const place = workplace();
const asOf = '2025-12-31';
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const silent = { write: () => undefined };
const desk = openDesk(
  { stdout: silent, stderr: silent, env: {}, cwd: '.' },
  { lang: 'en', quiet: true, json: false },
);
const city = sampleCity({ entities: 120, seed: 'columns' });
const tables = cityRows(city);
const compiled = compileColumns(parseProgramme(exampleProgramme).at(asOf), {
  scope: { all: [] },
});

/** A table as text cells: its header, then its rows. */
type Table = readonly (readonly string[])[];
const textOf = ({ header, rows }: (typeof tables)['entities']): Table => [
  header,
  ...rows.map((row) => header.map((_, i) => String(row[i] ?? ''))),
];
const entities = textOf(tables.entities);
const events = textOf(tables.events);
const around = Object.fromEntries(
  (['inspectors', 'items', 'authorities'] as const).map((kind) => [
    kind,
    place.file(`${kind}.csv`, csvText([tables[kind].header, ...tables[kind].rows])),
  ]),
);

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (text: string): string => `"${text.replaceAll('"', '""')}"`;

let connection: Awaited<ReturnType<DuckDBInstance['connect']>>;
let aside: Scratch;
afterAll(() => aside.close());
beforeAll(async () => {
  aside = await openScratch();
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

/** A table as a Parquet file; an empty cell is NULL. */
async function parquet(kind: string, [header = [], ...rows]: Table, types = ''): Promise<string> {
  const path = place.fresh(`${kind}.parquet`);
  const list = rows.map((row) => `(${row.map((c) => (c === '' ? 'NULL' : quoted(c))).join(', ')})`);
  const columns = header.map((name) => `CAST(${named(name)} AS VARCHAR) AS ${named(name)}`);
  await connection.run(
    `COPY (SELECT ${types === '' ? columns.join(', ') : types} FROM (VALUES ${list.join(', ')}) t(${header.map(named).join(', ')})) TO ${quoted(path)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
  return path;
}

const told = { encoding: 'auto', facts: CITY_FACTS, asOf } as const;
const authorities = ['market', 'fire'];
const listed = (assessed: AssessedRegister) => ({
  rows: Array.from({ length: assessed.size }, (_, n) => n)
    .map((n) => plainRow(assessed, n, () => assessed.idAt(n)))
    .filter((row) => row !== undefined),
  drawn: [...listedRows(assessed, 2)],
  issues: assessed.issues,
});

async function byColumns(files: InputFiles, atOnce?: number, room?: string) {
  const sink = assessing(compiled, true, { key, substitutes: 2 }, aside);
  const by = { compiled, authorities, ...(atOnce && { atOnce }), ...(room && { room }) };
  const found = await readByColumns(desk, files, told, by, sink.take);
  return found && { found: plainFindings(found), ...listed(sink.done()) };
}

async function byRows(files: InputFiles) {
  const sink = assessing(compiled, true, { key, substitutes: 2 }, aside);
  const by = { compiled, isByColumns: true, authorities };
  const found = await readByRows(desk, files, told, by, sink.take);
  return { found: plainFindings(found), ...listed(sink.done()) };
}

const plainFindings = ({
  issues,
  read,
  setAside,
  notWhole,
}: Awaited<ReturnType<typeof readByRows>>) => ({
  ...{ issues, read, setAside, notWhole },
});

/** What may stand in a cell, by its column: things the reader of rows takes, warns of, or refuses. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  id: [
    '',
    ' ',
    'A-17',
    'A-17',
    ' A',
    'a\nb',
    '示例企业',
    'e\u0301',
    '91110101YYK4WTBD19',
    'x'.repeat(300),
  ],
  name: ['', 'a'],
  since: ['', '2025-02-30', '2025-12-30', '1990-01-01', '19900101'],
  district: ['', '110105', '999999'],
  state: ['', '存续', 'active', 'revoked', 'gone'],
  lists: ['', 'abnormal-operations', 'serious-dishonesty;key-supervision', ' ; '],
  sites: ['', 's1@110101', 's1;s1', 's1@999999'],
  lastVisits: [
    '',
    'market=2025-04-03',
    'fire=2024-01-01;market=2025-06-01',
    'nobody=2025-01-01',
    'market=soon',
  ],
  crowd: ['', '12', '1.5', '-3', 'many', '99999999999999999999'],
  hazardous: ['', '是', '0', 'perhaps'],
  industry: ['', '6210', '9999'],
  taxGrade: ['', 'A', 'Z'],
  standardised: ['', 'none', 'what'],
  entity: ['', 'nobody', 'A-17'],
  kind: ['', 'award', 'unheard-of'],
  on: ['', '2025-01-01', '2026-01-01', '1901-01-01', 'then'],
  knownOn: ['', '2025-01-01', '2027-01-01', 'then'],
  until: ['', '2027-01-01', '1980-01-01', 'then'],
  repairedOn: ['', '2025-12-01', '1980-01-01', 'then'],
  source: ['', 'city'],
};

/** Some cells of a table set to others. */
const faultsIn = ([header = [], ...rows]: Table) =>
  fc.array(
    fc.integer({ min: 0, max: header.length - 1 }).chain((column) =>
      fc.record({
        column: fc.constant(column),
        row: fc.integer({ min: 0, max: rows.length - 1 }),
        value: fc.constantFrom(...(CELLS[header[column] as string] ?? ['x']), 'copy'),
      }),
    ),
    { maxLength: 6 },
  );

function withFaults(
  table: Table,
  faults: readonly { readonly column: number; readonly row: number; readonly value: string }[],
): Table {
  const rows = table.map((row) => [...row]);
  for (const { column, row, value } of faults) {
    const other = rows[((row + 1) % (rows.length - 1)) + 1] as string[];
    (rows[row + 1] as string[])[column] = value === 'copy' ? (other[column] as string) : value;
  }
  return rows;
}

describe('a register that is read by columns', () => {
  it('gives the answers, the draw and no findings of a register read row by row', async () => {
    const files = {
      ...around,
      entities: await parquet('entities', entities),
      events: await parquet('events', events),
    };
    const rows = await byRows(files);
    expect(rows.found.issues).toEqual([]);
    expect(rows.rows).toHaveLength(120);
    expect(rows.drawn.length).toBeGreaterThan(5);
    expect(await byColumns(files)).toEqual(rows);
    expect(await byColumns(files, 7)).toEqual(rows);
    expect(await byColumns(files, 1)).toEqual(rows);
  });

  it('gives the same in every order of rows', async () => {
    const [turned, shuffled] = [entities, events].map(([header = [], ...rows]) =>
      [
        header,
        ...rows
          .map((row, i) => ({ row, at: (i * 7919) % rows.length }))
          .sort((a, b) => a.at - b.at),
      ].map((one) => ('row' in one ? one.row : one)),
    );
    const files = {
      ...around,
      entities: await parquet('entities', turned as Table),
      events: await parquet('events', shuffled as Table),
    };
    const rows = await byRows(files);
    expect(await byColumns(files)).toEqual(rows);
    expect(await byColumns(files, 13)).toEqual(rows);
    const inOrder = await byRows({
      ...around,
      entities: await parquet('entities', entities),
      events: await parquet('events', events),
    });
    const byId = (list: readonly (readonly unknown[] | undefined)[]) =>
      list.toSorted((a, b) => (String(a?.[0]) < String(b?.[0]) ? -1 : 1));
    expect(byId(rows.rows)).toEqual(byId(inOrder.rows));
    expect(byId(rows.drawn)).toEqual(byId(inOrder.drawn));
  });

  it('takes more memory where DuckDB needs more than it was given', async () => {
    const files = {
      ...around,
      entities: await parquet('entities', entities),
      events: await parquet('events', events),
    };
    expect(await byColumns(files, 50, '1MB')).toEqual(await byRows(files));
  });

  it('tells of faulty rows word for word what is told row by row, and sets the same aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        faultsIn(entities),
        faultsIn(events),
        fc.constantFrom(undefined, 50),
        async (entityFaults, eventFaults, atOnce) => {
          const files = {
            ...around,
            entities: await parquet('entities', withFaults(entities, entityFaults)),
            events: await parquet('events', withFaults(events, eventFaults)),
          };
          expect(await byColumns(files, atOnce)).toEqual(await byRows(files));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('takes columns of other types, under Chinese headers, and without events', async () => {
    const [header = [], ...rows] = entities;
    const types = header
      .map((name) => {
        if (name === 'since') return 'CAST(since AS DATE) AS "成立日期"';
        if (name === 'crowd') return 'CAST(crowd AS INTEGER) AS crowd';
        return name === 'hazardous' ? 'CAST(hazardous AS BOOLEAN) AS hazardous' : named(name);
      })
      .join(', ');
    const files = { entities: await parquet('entities', [header, ...rows], types) };
    expect(await byColumns(files)).toEqual(await byRows(files));
  });

  it.each<[string, Condition]>([
    ['that nothing compares', { field: 'flag', eq: true }],
    ['that a condition compares as they stand', { field: 'share', eq: '2.5' }],
  ])('holds decimals %s, as the row evaluator reads them', async (_, when) => {
    const credit = schemeWith({
      places: 2,
      inputs: {
        share: { type: 'decimal', places: 1, min: '0', max: '5' },
        flag: { type: 'boolean' },
      },
      terms: [
        {
          ...{ kind: 'number', id: 'share', input: 'share', missing: 'refuse' },
          cite: 'law',
        } as never,
        {
          kind: 'conditional',
          id: 'more',
          when,
          points: '1',
          missing: { points: '0' },
          cite: 'law',
        } as never,
      ],
    });
    const at = programmeOf(credit, [{ scheme: schemeWith({}) }], asOf);
    const own = compileColumns(at);
    const shares = ['0.5', '2.50', '2.5', '2.55', '7', '-1', '', 'x', '3', '3.0', '0', '-0'];
    const table = [
      ['id', 'share', 'flag'],
      ...shares.map((share, i) => [`A-${i}`, share, i % 2 === 0 ? 'true' : '']),
    ];
    const files = { entities: await parquet('entities', table) };
    const options = { ...told, facts: { share: 'decimal', flag: 'boolean' } } as const;
    const by = { compiled: own, isByColumns: true, authorities: [] };
    const one = assessing(own, true, undefined, aside);
    const other = assessing(own, true, undefined, aside);
    const rows = await readByRows(desk, files, options, by, one.take);
    const parts: number[] = [];
    const columns = await readByColumns(desk, files, options, by, (part) => {
      parts.push([...(part.skip ?? new Uint8Array(part.columns.size))].filter((is) => !is).length);
      other.take(part);
    });
    expect(columns && plainFindings(columns)).toEqual(plainFindings(rows));
    expect(listed(other.done())).toEqual(listed(one.done()));
    // Without a condition only the first row and those the rows' reader or a domain refuses are read alone.
    if ('field' in when && when.field === 'flag') expect(parts[0]).toBeGreaterThan(5);
  });

  it('warns of an unknown column, and of a recusal from nobody, as it is warned row by row', async () => {
    const wide = entities.map((row, i) => [...row, i === 0 ? 'colour' : 'red']);
    const inspectors = [...tables.inspectors.rows].map((row) => [...row]);
    const recusals = tables.inspectors.header.indexOf('recusals');
    (inspectors[0] as unknown[])[recusals] = `nobody:kin;${entities[4]?.[0]}:kin`;
    const files = {
      ...around,
      inspectors: place.file('inspectors.csv', csvText([tables.inspectors.header, ...inspectors])),
      entities: await parquet('entities', wide),
      events: await parquet('events', events),
    };
    const rows = await byRows(files);
    expect(rows.found.issues.map(({ code }) => code)).toEqual([
      'unknown-column',
      'unknown-recusal',
    ]);
    expect(await byColumns(files)).toEqual(rows);
  });

  it.each<[string, (table: Table) => Table]>([
    ['lacks a column', (table) => table.map((row) => row.slice(1))],
    ['has a column twice', (table) => table.map((row, i) => [...row, i === 0 ? '信用代码' : 'A'])],
    [
      'has no rows',
      (table) => table.slice(0, 2).map((row, i) => (i === 0 ? row : row.map(() => ''))),
    ],
  ])('leaves a file that %s to the reader of rows', async (name, change) => {
    const files = {
      entities: await parquet('entities', entities),
      events: place.file('events.csv', 'id\n'),
    };
    expect(await byColumns(files)).toBeUndefined();
    const odd = { entities: await parquet('entities', change(entities)) };
    const found = await byColumns(odd);
    if (name === 'has no rows') expect(found).toEqual(await byRows(odd));
    else expect(found).toBeUndefined();
  });
});
