import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { Entity, Fact } from '../../src/register/nouns.js';
import { exampleSampling } from '../../src/schemes/exampleSampling.js';
import { checkScheme } from '../../src/scoring/check.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { toSql } from '../../src/sql/toSql.js';
import { byId, expectedRows } from '../../src/testing/warehouse/expectedRows.js';
import { registerTables, tables } from '../../src/testing/warehouse/registerTables.js';
import { programmeOf } from '../columns/programmeOf.js';
import { firms } from '../scoring/arbitraries.js';
import { facts, numbers } from '../scoring/numberValues.js';
import { schemeWith } from '../scoring/schemes.js';
import { type Engine, startDuckdb } from './duckdb.js';
import { startPostgresEngine } from './postgres.js';

const asOf = '2025-03-31';
const runs = Number(process.env['FC_RUNS'] ?? 20);
const ends: Scheme['inputs'] = {
  a: { type: 'integer', min: -20, max: 20 },
  b: { type: 'decimal', places: 1, min: '-9.9', max: '9.9' },
  c: { type: 'decimal', places: 2, min: -3, max: 3 },
};
const cells = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 });
const tableMissing = fc.oneof(
  fc.constantFrom('refuse' as const, 'unknown' as const),
  fc.constant({ is: '3' }),
);
type Given = NonNullable<Scheme['values']>[number];

/** Schemes whose score, gates and overrides hang on values worked out. */
const worked = fc
  .record({
    one: numbers,
    two: numbers,
    cells,
    missing: tableMissing,
    gives: fc.constantFrom('number' as const, 'text' as const),
    edge: fc.integer({ min: -50, max: 50 }),
    days: fc.integer({ min: 1, max: 900 }),
  })
  .map(({ one, two, cells: list, missing, gives, edge, days }): Scheme => {
    const at = (i: number): string => String(list[i]);
    const table = {
      x: { true: { low: at(0), high: at(1) }, false: { low: at(2), high: at(3) } },
      y: { true: { low: at(4), high: at(5) }, false: { low: at(6), high: at(7) } },
    };
    return schemeWith({
      places: 5,
      inputs: {
        ...ends,
        word: { type: 'category', values: ['x', 'y'] },
        flag: { type: 'boolean' },
      },
      values: [
        { ...one, id: 'one' },
        // A value of a value, weighted.
        {
          kind: 'combine',
          id: 'sum',
          cite: 'law',
          op: 'sum',
          of: [{ value: 'one', weight: 2 }],
          missing: 'unknown',
        },
        { ...two, id: 'two' },
        {
          kind: 'count-events',
          id: 'count',
          cite: 'law',
          events: ['k1', 'k2'],
          window: { days },
          unrepaired: true,
        },
        {
          ...{ kind: 'sum-events', id: 'points', cite: 'law', window: { year: 0 }, places: 1 },
          ...{ effects: [{ event: 'k3', points: '-1.5', repaired: '-0.5' }], min: -4 },
        } as Given,
        {
          ...{ kind: 'table', id: 'grid', cite: 'law', gives, missing, table },
          axes: [
            { input: 'word' },
            { input: 'flag' },
            { input: 'count', bins: [{ key: 'low' }, { from: 1, key: 'high' }] },
          ],
        } as Given,
      ],
      terms: [
        { kind: 'number', id: 't1', cite: 'law', input: 'one', missing: { points: '0.5' } },
        { kind: 'number', id: 't2', cite: 'law', input: 'sum', times: -1, missing: { points: 7 } },
        {
          ...{ kind: 'bins', id: 't3', cite: 'law', input: 'two', missing: { points: 0 } },
          bins: [{ points: 1 }, { from: 0, points: 2 }, { from: 2, points: 3 }],
        } as Scheme['terms'][number],
        { kind: 'number', id: 't4', cite: 'law', input: 'points', missing: 'refuse' },
        {
          ...{ kind: 'conditional', id: 't5', cite: 'law', missing: { points: 11 }, points: 13 },
          when:
            gives === 'text'
              ? { field: 'grid', eq: at(0) }
              : { field: 'grid', gte: (edge % 9) + 0 },
        } as Scheme['terms'][number],
      ],
      overrides: [
        {
          ...{
            id: 'o',
            cite: 'law',
            reason: { zh: '', en: '' },
            effect: { set: 'B' },
            missing: 'skip',
          },
          when: {
            any: [
              { field: 'two', gt: '0.25' },
              { field: 'total', lt: edge },
            ],
          },
        } as NonNullable<Scheme['overrides']>[number],
      ],
    });
  });

/** What the checks of a scheme refuse, such as a number `between` that is added, is no case. */
const valid = worked.filter((scheme) => checkScheme(scheme).length === 0);

const given = fc
  .tuple(
    facts,
    fc.record(
      { word: fc.constantFrom<Fact>('x', 'y', 'w'), flag: fc.boolean() },
      { requiredKeys: [] },
    ),
  )
  .map(([a, b]) => ({ ...a, ...b }) as Readonly<Record<string, Fact>>);

const cases = fc
  .tuple(valid, fc.array(firms(asOf, given), { minLength: 1, maxLength: 25 }))
  .map(([scheme, list]) => ({
    at: {
      ...programmeOf(scheme, [{ scheme }], asOf),
      sampling: exampleSampling,
      programme: { id: 'any', version: '1', digest: '' },
    } as ProgrammeAt,
    entities: list.map((entity, i) => ({ ...entity, id: `E${i}` }) as Entity),
  }));

let duckdb: Engine;
let postgres: Engine;
beforeAll(async () => {
  duckdb = await startDuckdb();
  postgres = await startPostgresEngine();
}, 240_000);
afterAll(async () => {
  await duckdb.close();
  await postgres.close();
});

it.each([
  ['duckdb', () => duckdb, runs],
  ['postgres', () => postgres, Math.ceil(runs / 5)],
] as const)(
  'values worked out are the row evaluator’s on %s',
  async (dialect, engineOf, numRuns) => {
    const engine = engineOf();
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(cases, async ({ at, entities }) => {
        await engine.load(registerTables(at, entities));
        const found = await engine.rows(toSql(at, { dialect, tables }).classify);
        const expected = expectedRows(at, entities);
        expect(byId(found)).toEqual(byId(expected));
        answers += expected.filter(({ fault }) => fault === 0).length;
      }),
      { numRuns, endOnFailure: true },
    );
    expect(answers).toBeGreaterThan(numRuns);
  },
);
