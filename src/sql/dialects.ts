import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { DIALECTS, type Dialect, type DialectName, type ValuesColumn } from './dialect.js';
import { literal, quotedName } from './quoted.js';

type Rows = readonly (readonly string[])[];

const doubleQuoted = (name: string): string => quotedName(name, '"');
const backticked = (name: string): string => quotedName(name, '`');
const isoDay = (day: Day): string => `DATE '${day}'`;
const joined = (a: string, b: string): string => `${a} || ${b}`;
const called = (a: string, b: string): string => `concat(${a}, ${b})`;
const extracted =
  (big: string) =>
  (unit: string, day: string): string =>
    `CAST(EXTRACT(${unit.toUpperCase()} FROM ${day}) AS ${big})`;
const castTo =
  (type: string) =>
  (expression: string): string =>
    `CAST(${expression} AS ${type})`;
const lines = (rows: Rows): string => rows.map((row) => `(${row.join(', ')})`).join(',\n    ');
const named = (columns: readonly ValuesColumn[]): string =>
  columns.map(({ name }) => name).join(', ');

/** `SELECT * FROM (VALUES …)`, as the standard has it. */
const standardValues = (columns: readonly ValuesColumn[], rows: Rows): string =>
  `SELECT * FROM (VALUES\n    ${lines(rows)}\n  ) AS v(${named(columns)})`;

/** `SELECT * FROM VALUES …`, as Spark and its relatives have it. */
const bareValues = (columns: readonly ValuesColumn[], rows: Rows): string =>
  `SELECT * FROM VALUES\n    ${lines(rows)}\n  AS v(${named(columns)})`;

/**
 * What this library asks of no engine to read. Trino takes 1,000,000 characters unless its
 * `query.max-length` says otherwise, the others take more.
 */
const MOST = 1_000_000;

const duckdb: Dialect = {
  dialect: 'duckdb',
  proof: 'executed',
  most: MOST,
  name: doubleQuoted,
  text: (value) => literal(value, (hex) => `decode(unhex('${hex}'))`),
  day: isoDay,
  bytes: (text) => `CAST(${text} AS VARCHAR) COLLATE C`,
  sha256: (text) => `sha256(${text})`,
  concat: joined,
  divide: (a, b) => `(${a}) // ${b}`,
  big: castTo('BIGINT'),
  part: extracted('BIGINT'),
  values: standardValues,
  fence: 'AS',
  typeOf: (value) => `typeof(${value})`,
  isNfc: (text) => `nfc_normalize(${text}) = ${text}`,
};

const postgres: Dialect = {
  dialect: 'postgres',
  proof: 'executed',
  most: MOST,
  name: doubleQuoted,
  text: (value) => literal(value, (hex) => `convert_from(decode('${hex}', 'hex'), 'UTF8')`),
  day: isoDay,
  bytes: (text) => `CAST(${text} AS text) COLLATE "C"`,
  sha256: (text) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex') COLLATE "C"`,
  concat: joined,
  divide: (a, b) => `(${a}) / ${b}`,
  big: castTo('bigint'),
  part: extracted('bigint'),
  values: standardValues,
  fence: 'AS MATERIALIZED',
  typeOf: (value) => `CAST(pg_typeof(${value}) AS text)`,
  isNfc: (text) => `${text} IS NFC NORMALIZED`,
};

/** What Spark, Hive and MaxCompute have in common. */
const sparkLike = {
  most: MOST,
  name: backticked,
  text: (value) => literal(value, (hex) => `CAST(unhex('${hex}') AS STRING)`),
  day: isoDay,
  bytes: castTo('STRING'),
  sha256: (text) => `sha2(${text}, 256)`,
  concat: called,
  divide: (a, b) => `(${a}) div ${b}`,
  big: castTo('BIGINT'),
  part: extracted('BIGINT'),
  values: bareValues,
  fence: 'AS',
} satisfies Omit<Dialect, 'dialect' | 'proof'>;

const spark: Dialect = {
  ...sparkLike,
  dialect: 'spark',
  proof: 'executed',
  typeOf: (value) => `typeof(${value})`,
};

const clickhouse: Dialect = {
  dialect: 'clickhouse',
  proof: 'executed',
  // Its `max_query_size`, unless a server says otherwise.
  most: 262_144,
  name: backticked,
  text: (value) => literal(value, (hex) => `unhex('${hex}')`),
  day: (day) => `toDate32('${day}')`,
  bytes: castTo('Nullable(String)'),
  sha256: (text) => `lower(hex(SHA256(${text})))`,
  concat: called,
  divide: (a, b) => `intDiv(${a}, ${b})`,
  big: castTo('Nullable(Int64)'),
  part: (unit, day) =>
    `CAST(${{ year: 'toYear', month: 'toMonth', day: 'toDayOfMonth' }[unit]}(${day}) AS Nullable(Int64))`,
  values: (columns, rows) => {
    const types = columns.map(
      ({ name, type }) => `${name} Nullable(${type === 'text' ? 'String' : 'Int64'})`,
    );
    return `SELECT * FROM values('${types.join(', ')}',\n    ${lines(rows)}\n  )`;
  },
  fence: 'AS',
  typeOf: (value) => `toTypeName(${value})`,
  isNfc: (text) => `normalizeUTF8NFC(${text}) = ${text}`,
};

const trino: Dialect = {
  dialect: 'trino',
  proof: 'parsed, not executed',
  most: MOST,
  name: doubleQuoted,
  text: (value) => literal(value, (hex) => `from_utf8(from_hex('${hex}'))`),
  day: isoDay,
  bytes: castTo('varchar'),
  sha256: (text) => `lower(to_hex(sha256(to_utf8(${text}))))`,
  concat: joined,
  divide: (a, b) => `(${a}) / ${b}`,
  big: castTo('bigint'),
  part: extracted('bigint'),
  values: standardValues,
  fence: 'AS',
  typeOf: (value) => `typeof(${value})`,
};

const hive: Dialect = {
  ...sparkLike,
  dialect: 'hive',
  proof: 'parsed, not executed',
  values: (columns, rows) =>
    `SELECT stack(${rows.length},\n    ${rows.map((row) => row.join(', ')).join(',\n    ')}\n  ) AS (${named(columns)})`,
};

const maxcompute: Dialect = {
  ...sparkLike,
  dialect: 'maxcompute',
  proof: 'written, not executed',
  part: (unit, day) => `CAST(${unit}(${day}) AS BIGINT)`,
};

const dialects = {
  duckdb,
  postgres,
  spark,
  clickhouse,
  trino,
  hive,
  maxcompute,
} satisfies Record<DialectName, Dialect>;

/** @throws `unknown-dialect` */
export function dialectOf(name: DialectName): Dialect {
  if (Object.hasOwn(dialects, name)) return dialects[name];
  throw mistake(
    'unknown-dialect',
    `no such dialect: \`${String(name)}\` (expected one of ${DIALECTS.join(', ')})`,
    { given: String(name), expected: DIALECTS },
  );
}
