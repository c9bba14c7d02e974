import { describe, expect, it } from 'vitest';
import { EvenhandError } from '../../src/core/error.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import type { Construct, SchemeValue } from '../../src/scoring/constructs/construct.js';
import { DIALECTS } from '../../src/sql/dialect.js';
import { dialectOf } from '../../src/sql/dialects.js';
import { sqlQuotas } from '../../src/sql/sqlQuotas.js';
import type { SqlTables } from '../../src/sql/sqlTables.js';
import { toSql } from '../../src/sql/toSql.js';
import { tables } from '../../src/testing/warehouse/registerTables.js';
import { programmeOf } from '../columns/programmeOf.js';
import { schemeWith } from '../scoring/schemes.js';

const at = parseProgramme(exampleProgramme).at('2026-01-15');
const authorities = ['market', 'fire'];
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';

/** What Spark and Hive replace in the text of a statement before they read it. */
const VARIABLE = ['$', '{spark.app.id}'].join('');

/** What a call throws; a call that returns is a failure. */
function thrownBy(call: () => unknown): EvenhandError {
  try {
    call();
  } catch (error) {
    if (error instanceof EvenhandError) return error;
    throw error;
  }
  throw new Error('it did not throw');
}

describe('a policy whose statement is longer than its engine reads', () => {
  /** The example programme with so many kinds of events more, none of which counts but each of which is known. */
  const withKinds = (count: number) => {
    const documents = exampleProgramme.documents.map((one) => {
      if (one.kind !== 'scheme' || one.id !== 'example-credit') return one;
      const terms = one.terms.map((term) =>
        term.kind === 'events'
          ? {
              ...term,
              effects: [
                ...term.effects,
                ...Array.from({ length: count }, (_, i) => ({
                  ...term.effects[0],
                  event: `${term.id}-kind-${i}`,
                })),
              ],
            }
          : term,
      );
      return { ...one, terms };
    });
    return parseProgramme({ ...exampleProgramme, documents } as never).at('2026-01-15');
  };

  it('is refused by name, in each of its statements', () => {
    const options = { tables, plan: { key, authorities: [] } };
    const long = withKinds(500);
    const error = thrownBy(() => toSql(long, { dialect: 'clickhouse', ...options }));
    expect(error.code).toBe('sql-too-long');
    expect(error.issues.map(({ params }) => params['statement'])).toEqual(
      expect.arrayContaining(['classify', 'audit', 'draw', 'listed', 'sizes']),
    );
    expect(error.issues.every(({ params }) => params['expected'] === 262_144)).toBe(true);
    const given = Number(error.issues[0]?.params['given']);
    const { classify } = toSql(long, { dialect: 'duckdb', ...options });
    expect(Math.abs(given - classify.length)).toBeLessThan(20_000);
    expect(classify.length).toBeLessThan(1_000_000);
    const longer = thrownBy(() => toSql(withKinds(950), { dialect: 'duckdb', tables }));
    expect(longer.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['sql-too-long', 'classify'],
      ['sql-too-long', 'audit'],
    ]);
  });
});

describe('the primitives of each dialect', () => {
  it.each(DIALECTS)('%s', (name) => {
    const dialect = dialectOf(name);
    const columns = [
      { name: 'kind', type: 'text' },
      { name: 'points', type: 'number' },
    ] as const;
    expect({
      proof: dialect.proof,
      name: dialect.name('a b'),
      text: dialect.text('示例'),
      hostile: dialect.text(`it's; -- \\' ${VARIABLE}`),
      day: dialect.day('2024-02-29'),
      bytes: dialect.bytes('x'),
      sha256: dialect.sha256('x'),
      concat: dialect.concat('x', 'y'),
      divide: dialect.divide('x', '10'),
      big: dialect.big('SUM(x)'),
      year: dialect.part('year', 'x'),
      values: dialect.values(columns, [["'a'", '1']]),
      fence: dialect.fence,
      typeOf: dialect.typeOf?.('x'),
      isNfc: dialect.isNfc?.('x'),
    }).toMatchSnapshot();
  });
});

describe('a statement', () => {
  it.each(['duckdb', 'postgres', 'spark'] as const)('reads as %s reads it', (dialect) => {
    const sql = toSql(at, {
      dialect,
      tables,
      plan: { key, substitutes: 3, authorities, quotas: { '2/0': 3 } },
    });
    expect(sql.draw).toMatchSnapshot();
    expect(sql.sizes?.slice(sql.sizes.lastIndexOf('SELECT'))).toMatchSnapshot();
    expect(sql.audit.slice(sql.audit.lastIndexOf("SELECT 'repeated-id'"))).toMatchSnapshot();
  });

  it.each(DIALECTS)('holds no float and no unbalanced sign for %s', (dialect) => {
    const { classify, audit, draw } = toSql(at, {
      dialect,
      tables,
      plan: { key, authorities: [] },
    });
    for (const sql of [classify, audit, draw as string]) {
      const bare = sql.replaceAll(/--.*$/gm, '').replaceAll(/'[^']*'/g, "''");
      expect(bare).not.toMatch(/\b(?:double|float|real)\b/i);
      expect(bare.split('(').length).toBe(bare.split(')').length);
      expect(bare).not.toMatch(/\bundefined\b|\bNaN\b|Infinity/);
    }
  });
});

describe('the quotas of counted strata', () => {
  const one = { ...at, sampling: { ...at.sampling, recency: at.sampling.recency.slice(-1) } };

  it('add up shards, whatever an engine gives whole numbers as', () => {
    const rows = [
      { cell: 2, recency: 0, size: 60 },
      { cell: '2', recency: '3', size: '40' },
      { cell: 2n, recency: 0n, size: 40n },
    ];
    expect(sqlQuotas(at, rows)).toEqual(
      sqlQuotas(at, [
        { cell: 2, recency: 0, size: 100 },
        { cell: 2, recency: 3, size: 40 },
      ]),
    );
  });

  it('are those of cells where there is one tier, and so is the statement', () => {
    expect(sqlQuotas(one, [{ cell: 2, recency: 0, size: 100 }])).toHaveProperty('2');
    const { draw } = toSql(one, { dialect: 'duckdb', tables, plan: { key, quotas: { '2': 3 } } });
    expect(draw).toContain('CASE cell WHEN 2 THEN 3 ELSE 0 END');
    expect(draw).not.toContain('visited v');
  });
});

describe('names and texts', () => {
  const hostile = [
    "x'; DROP TABLE entity; --",
    'x"; DROP TABLE entity; --',
    'x`; DROP TABLE entity; --',
    'x*/ y',
    '名称',
    'a.b',
  ];
  it.each(hostile)('an identifier stays one: %s', (name) => {
    for (const dialect of DIALECTS) {
      const given = dialectOf(dialect).name(name);
      const quote = given[0] as string;
      expect(given.slice(1, -1).replaceAll(quote + quote, '')).not.toContain(quote);
      expect(given.slice(1, -1).replaceAll(quote + quote, quote)).toBe(name);
    }
  });

  it.each(['', 'a\u0000b', 'a\nb', 'a\\b', VARIABLE, '\ud800', 'x'.repeat(129)])(
    'an identifier that engines read otherwise is refused: %j',
    (name) => {
      for (const dialect of DIALECTS) {
        expect(thrownBy(() => dialectOf(dialect).name(name)).code).toBe('bad-sql-name');
      }
    },
  );

  it.each([...hostile, "'", '\\', "\\'", VARIABLE, '\u0000', 'a\nb', '-- x', '😀'])(
    'a text is plain or hexadecimal: %j',
    (text) => {
      for (const dialect of DIALECTS) {
        const given = dialectOf(dialect).text(text);
        const between = given.split("'");
        expect(between.length % 2).toBe(1);
        expect(between.length).toBeLessThanOrEqual(7);
        for (const part of between.slice(1, -1))
          expect(part).toMatch(/^[\p{L}\p{N} .:,;/+*=<>()%&!#@_-]*$/u);
        if (!given.startsWith("'")) expect(given).toMatch(/'(?:[0-9A-F]{2})+'/);
      }
    },
  );

  it('names of rules stand in comments that end where they end', () => {
    const hostileAt = {
      ...at,
      programme: { ...at.programme, id: 'x\nDROP TABLE entity; --' },
    } as ProgrammeAt;
    const { classify } = toSql(hostileAt, { dialect: 'duckdb', tables });
    expect(classify.split('\n')[0]).toMatch(/^-- x\?DROP TABLE entity/);
    expect(classify).not.toMatch(/^DROP/m);
  });
});

describe('what SQL does not answer is refused by name', () => {
  const with_ = (parts: object): ProgrammeAt => {
    const scheme = schemeWith({
      inputs: { n: { type: 'integer' }, word: { type: 'code' } },
      ...parts,
    } as Parameters<typeof schemeWith>[0]);
    return programmeOf(scheme, [{ scheme }], '2025-03-31');
  };
  const events = (more: object): Construct =>
    ({
      id: 'e',
      kind: 'events',
      cite: 'law',
      effects: [{ event: 'k', points: 1 }],
      window: { years: 1 },
      ...more,
    }) as Construct;
  const where = { field: 'amount', gte: 5 } as const;
  it.each([
    ['events.where', { terms: [events({ where })] }],
    ['events.consolidate', { terms: [events({ consolidate: { by: ['case'], keep: 'max' } })] }],
    ['events.suspend', { terms: [events({ suspend: { event: 'appeal' } })] }],
    ['events.repeat', { terms: [events({ repeat: { within: { years: 1 }, by: ['1', '2'] } })] }],
    ['events.window.last', { terms: [events({ window: { last: 3 } })] }],
    ['events.window.since', { terms: [events({ window: { since: ['reset'] } })] }],
    [
      'condition.gte',
      {
        terms: [
          {
            id: 'c',
            kind: 'conditional',
            cite: 'law',
            when: { field: 'word', gte: 5 },
            points: 1,
            missing: 'refuse',
          },
        ],
      },
    ],
  ])('%s', (construct, parts) => {
    const error = thrownBy(() => toSql(with_(parts), { dialect: 'duckdb', tables }));
    expect(error.code).toBe('sql-unsupported');
    expect(error.issues.map(({ params }) => params['construct'])).toContain(construct);
  });

  it.each([
    [
      'combine',
      { op: 'mean', of: [{ value: 'n' }], places: 4, rounding: 'floor', missing: 'skip' },
    ],
    [
      'ratio',
      {
        ...{ of: [{ upper: { value: 'n' }, lower: { constant: 2 } }], times: 100, places: 4 },
        ...{ rounding: 'half-up', missing: 'skip' },
      },
    ],
  ])('%s of a number without ends, which 64 bits might not hold', (kind, value) => {
    const one = { id: 'v', kind, cite: 'law', ...value };
    const error = thrownBy(() =>
      toSql(with_({ values: [one], terms: [] }), { dialect: 'duckdb', tables }),
    );
    expect(error.issues.map(({ params }) => params['construct'])).toContain(`${kind}.range`);
  });

  it('sampling.method.pareto, and only where a draw is asked for', () => {
    const weighted = { ...at, sampling: { ...at.sampling, method: 'pareto' } } as ProgrammeAt;
    const plan = { key, authorities: [] };
    const error = thrownBy(() => toSql(weighted, { dialect: 'duckdb', tables, plan }));
    expect(error.code).toBe('sql-unsupported');
    expect(error.issues.map(({ params }) => params['construct'])).toEqual([
      'sampling.method.pareto',
    ]);
    expect(() => toSql(weighted, { dialect: 'duckdb', tables })).not.toThrow();
  });

  const refused: Partial<Record<SchemeValue['kind'], object>> = {
    ladder: {
      ...{
        id: 'v',
        kind: 'ladder',
        cite: 'law',
        start: 'a',
        states: [{ id: 'a' }, { id: 'b', final: true }],
      },
      ...{
        outcomes: [{ event: 'k' }],
        transitions: [{ from: ['a'], to: 'b', when: { last: ['k'] } }],
      },
    },
  };
  it.each(Object.entries(refused))('%s', (kind, value) => {
    const error = thrownBy(() =>
      toSql(with_({ values: [value], terms: [] }), { dialect: 'duckdb', tables }),
    );
    expect(error.issues.map(({ params }) => params['construct'])).toContain(kind);
  });
});

describe('a mistake of the caller', () => {
  it('is a dialect there is none of', () => {
    expect(thrownBy(() => toSql(at, { dialect: 'oracle' as 'duckdb', tables })).code).toBe(
      'unknown-dialect',
    );
  });

  it.each([
    ['events', { entities: tables.entities }],
    ['lists', { entities: tables.entities, events: tables.events }],
  ])('is a table of %s that nobody names', (given, some) => {
    const error = thrownBy(() => toSql(at, { dialect: 'duckdb', tables: some as SqlTables }));
    expect([error.code, error.issues[0]?.params['given']]).toEqual(['no-sql-table', given]);
  });

  it('is a table of visits that nobody names, where tiers ask for it', () => {
    const { visits: _, ...some } = tables;
    const plan = { key, authorities };
    const error = thrownBy(() => toSql(at, { dialect: 'duckdb', tables: some, plan }));
    expect([error.code, error.issues[0]?.params['given']]).toEqual(['no-sql-table', 'visits']);
    expect(() =>
      toSql(at, { dialect: 'duckdb', tables: some, plan: { key, authorities: [] } }),
    ).not.toThrow();
  });

  it('is a size that is none', () => {
    const row = { cell: 1, recency: 0, size: 1 };
    for (const wrong of [{ cell: 99 }, { recency: 4 }, { size: -1 }, { size: '' }, { size: 'x' }]) {
      const error = thrownBy(() => sqlQuotas(at, [{ ...row, ...wrong }]));
      expect([error.code, error.issues[0]?.path[1]]).toEqual([
        'bad-sql-plan',
        Object.keys(wrong)[0],
      ]);
    }
  });

  it('is a table with the name of a step, unless its schema is named', () => {
    const named = (table: string | string[]) => () =>
      toSql(at, { dialect: 'duckdb', tables: { ...tables, entities: { table } } });
    expect(thrownBy(named('Facts')).code).toBe('bad-sql-name');
    expect(named(['main', 'facts'])).not.toThrow();
  });

  it.each([
    ['key', { key: `${key.slice(1)}G`, authorities }],
    ['authorities', { key }],
    ['quotas', { key, authorities, quotas: { '1': 1 } }],
    ['quotas', { key, authorities, quotas: { '99/0': 1 } }],
    ['quotas', { key, authorities, quotas: { '1/4': 1 } }],
    ['quotas', { key, authorities, quotas: { '1/0/0': 1 } }],
    ['quotas', { key, authorities, quotas: { '1; DROP': 1 } }],
    ['quotas.1/0', { key, authorities, quotas: { '1/0': 0.5 } }],
    ['substitutes', { key, authorities, substitutes: -1 }],
  ])('is a plan with a wrong `%s`', (field, plan) => {
    const error = thrownBy(() => toSql(at, { dialect: 'duckdb', tables, plan }));
    expect([error.code, error.issues[0]?.path]).toEqual([
      'bad-sql-plan',
      ['plan', ...field.split('.')],
    ]);
  });
});
