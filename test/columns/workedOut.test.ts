import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessBy } from '../../src/columns/assessColumns.js';
import { columnsOf } from '../../src/columns/columnBuilder.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { explainRow } from '../../src/columns/explainRow.js';
import { passes } from '../../src/columns/passes.js';
import { quotient } from '../../src/columns/workedOut/quotient.js';
import { assessAt } from '../../src/programme/assess.js';
import type { Condition } from '../../src/register/condition.js';
import { roundedQuotient } from '../../src/scoring/rounding.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { firms } from '../scoring/arbitraries.js';
import { facts as numberFacts, inputs as numberInputs, numbers } from '../scoring/numberValues.js';
import { gated, schemeWith } from '../scoring/schemes.js';
import { programmeOf } from './programmeOf.js';
import { fused, requireEqual } from './requireEqual.js';

type Value = NonNullable<Scheme['values']>[number];

const runs = Number(process.env['FC_RUNS'] ?? 80);
const asOf = '2025-03-31';
const LEVELS = ['A', 'B', 'C', 'D'];
const inputs: Scheme['inputs'] = {
  ...numberInputs,
  word: { type: 'category', values: ['x', 'y'] },
  flag: { type: 'boolean' },
  grade: { type: 'integer', values: ['1', '2', '3'] },
};
const facts = fc
  .tuple(
    numberFacts,
    fc.record(
      {
        word: fc.constantFrom('x', 'y', 'x', 'y', 'z'),
        flag: fc.boolean(),
        grade: fc.constantFrom(1, 2, 3, 2, 4),
        v: fc.constantFrom(7, 'x'),
      },
      { requiredKeys: ['word', 'flag'] },
    ),
  )
  .map(([one, other]) => ({ ...one, ...other }));
const missing = fc.constantFrom<'refuse' | 'unknown' | { is: string }>('refuse', 'unknown', {
  is: '3',
});
const counts = fc
  .record({
    events: fc.subarray(['k1', 'k2', 'k3'], { minLength: 1 }),
    window: fc.constantFrom({ months: 18 }, { year: 0 }, { ever: true as const }),
    isOpen: fc.boolean(),
  })
  .map(
    ({ isOpen, ...rest }): Value => ({
      ...{ kind: 'count-events', id: 'v', cite: 'law', ...rest },
      ...(isOpen ? { unrepaired: true } : {}),
    }),
  );
const sums = fc
  .record({
    points: fc.integer({ min: -50, max: 50 }),
    isClosed: fc.constantFrom(false, false, true),
  })
  .map(
    ({ points, isClosed }): Value => ({
      ...{ kind: 'sum-events', id: 'v', cite: 'law', places: 1, window: { years: 2 } },
      effects: [{ event: 'k1', points: String(points / 10), repaired: '0' }],
      ...{ min: '-8', max: '9.5' },
      ...(isClosed ? { closed: true as const } : {}),
    }),
  );
const axis = {
  word: { axis: { input: 'word' }, keys: ['x', 'y'] },
  flag: { axis: { input: 'flag' }, keys: ['true', 'false'] },
  grade: { axis: { input: 'grade' }, keys: ['1', '2', '3'] },
  b: {
    axis: {
      input: 'b',
      bins: [{ key: 'low' }, { from: '-2.5', key: 'mid' }, { above: '4', key: 'high' }],
    },
    keys: ['low', 'mid', 'high'],
  },
} as const;
const tables = (cell: fc.Arbitrary<string>, gives: 'number' | 'text') =>
  fc
    .record({
      sides: fc.subarray(['word', 'flag', 'grade', 'b'] as const, { minLength: 1 }),
      cells: fc.array(cell, { minLength: 36, maxLength: 36 }),
      missing:
        gives === 'number' ? missing : fc.constantFrom('refuse' as const, 'unknown' as const),
    })
    .map(({ sides, cells, missing: rule }): Value => {
      let next = 0;
      const fill = ([side, ...rest]: typeof sides): unknown =>
        side === undefined
          ? cells[next++]
          : Object.fromEntries(axis[side].keys.map((key) => [key, fill(rest)]));
      return {
        ...{ kind: 'table', id: 'v', cite: 'law', gives, missing: rule, places: 1 },
        axes: sides.map((side) => axis[side].axis),
        table: fill(sides),
      } as Value;
    });
const anyNumber = fc.oneof(
  numbers,
  counts,
  sums,
  tables(
    fc.integer({ min: -99, max: 99 }).map((n) => String(n / 10)),
    'number',
  ),
);
const asked = fc.constantFrom<Condition>(
  { field: 'v', gte: 1 },
  { field: 'v', lt: '0.5' },
  { field: 'v', eq: 2 },
  { field: 'v', in: ['0.5', '1', 1, '-1.25'] },
  { field: 'v', exists: true },
  { not: { field: 'w', between: [-1, 3] } },
);
const BANDS = [
  { level: 'D', cite: 'law' },
  { from: '-1', level: 'C', cite: 'law' },
  { above: '0', level: 'B', cite: 'law' },
  { from: '3', level: 'A', cite: 'law' },
];

/** A number worked out, a second from it, and terms, levels and overrides that read them. */
const onNumbers = fc
  .record({
    value: anyNumber,
    isOn: fc.boolean(),
    missing: fc.constantFrom('refuse' as const, { points: '1' }, { points: '-0.5' }),
    when: asked,
    fires: asked,
  })
  .map(({ value, isOn, missing: rule, when, fires }): Scheme => {
    const second: Value = {
      ...{ kind: 'combine', id: 'w', cite: 'law', op: 'max', missing: 'skip' },
      of: [{ value: 'v' }, { value: 'a' }],
    };
    return schemeWith({
      ...{ inputs, places: 4, values: [value, second], bands: BANDS },
      scale: { id: 'test', levels: LEVELS, worse: 'last' },
      terms: [
        {
          ...{ kind: 'bins', id: 't0', input: 'v', cite: 'law', missing: rule },
          bins: [{ points: '-1.5' }, { from: '0', points: '0.25' }, { from: '1', points: '2' }],
        },
        { kind: 'conditional', id: 't1', when, points: '1', missing: rule, cite: 'law' },
      ],
      ...(isOn ? { bandsOn: 'w' } : {}),
      overrides: [
        {
          ...{ id: 'o', when: fires, effect: { step: 'worse', by: 1 }, cite: 'law' },
          ...{ reason: { zh: '因', en: 'why' }, missing: 'skip' },
        },
      ],
    });
  });
/** A text worked out, which is the level. */
const onTexts = tables(fc.constantFrom(...LEVELS), 'text').map(
  (value): Scheme =>
    gated({
      ...{ inputs, values: [value], levelFrom: 'v' },
      scale: { id: 'test', levels: LEVELS, worse: 'last' },
      terms: [
        {
          ...{ kind: 'conditional', id: 't', points: 1, missing: 'refuse', cite: 'law' },
          when: { field: 'v', in: ['A', 'B'] },
        },
      ],
    }),
);

describe('what a scheme works out first', () => {
  it('is, by columns, what the row evaluator works out, in passes and in one loop', () => {
    let rows = 0;
    let alone = 0;
    const cases = fc.record({
      schemes: fc.tuple(fc.oneof(onNumbers, onNumbers, onTexts), fc.oneof(onNumbers, onTexts)),
      entities: fc.array(firms(asOf, facts), { minLength: 1, maxLength: 25 }),
    });
    fc.assert(
      fc.property(cases, ({ schemes: [credit, risk], entities }) => {
        const at = programmeOf(credit, [{ scheme: risk }], asOf);
        const columns = columnsOf(compileColumns(at), entities);
        rows += entities.length;
        alone += requireEqual(at, entities, columns);
      }),
      { numRuns: runs },
    );
    expect(alone).toBeLessThan(rows * 0.7);
  });

  it('is explained row by row as a single call explains it', () => {
    const [first] = fc.sample(onNumbers, { numRuns: 1, seed: 5 }) as [Scheme];
    const [second] = fc.sample(onTexts, { numRuns: 1, seed: 5 }) as [Scheme];
    const entities = fc.sample(firms(asOf, facts), { numRuns: 60, seed: 5 });
    const at = programmeOf(first, [{ scheme: second }], asOf);
    const compiled = compileColumns(at);
    const columns = columnsOf(compiled, entities);
    let explained = 0;
    for (const by of [passes, fused]) {
      const assessed = assessBy([by], compiled, columns, { trace: true });
      entities.forEach((entity, row) => {
        const single = assessAt(at, entity);
        const isKnown = 'credit' in single;
        if (isKnown) explained++;
        expect(explainRow(compiled, columns, assessed, row, { entity })).toEqual(
          isKnown ? { ok: true, value: single } : { ok: false, issues: single },
        );
      });
    }
    expect(explained).toBeGreaterThan(0);
  });
});

describe('a quotient in doubles', () => {
  it('is the exact one, or none', () => {
    const whole = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.constantFrom(2 ** 53 - 1, 2 ** 60),
    );
    fc.assert(
      fc.property(
        whole,
        fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1 })),
        fc.constantFrom('half-up' as const, 'floor' as const, 'ceil' as const, 'between' as const),
        (n, d, rounding) => {
          const given = quotient(n, d, rounding);
          const isHeld = Number.isSafeInteger(n);
          expect(
            Object.is(
              given,
              isHeld ? Number(roundedQuotient(BigInt(n), BigInt(d), rounding)) : Number.NaN,
            ),
          ).toBe(true);
        },
      ),
    );
  });
});
