import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactType, readFact } from '../../src/register/readFact.js';

describe('a cell of facts', () => {
  it.each<[FactType, unknown, unknown]>([
    ['integer', '80', 80],
    ['integer', '80.0', 80],
    ['integer', -3, -3],
    ['integer', -0, 0],
    ['decimal', -0, '0'],
    ['decimal', '2.50', '2.5'],
    ['decimal', '80', '80'],
    ['decimal', 0.1, '0.1'],
    ['decimal', '-0.25', '-0.25'],
    ['category', '6210', '6210'],
    ['category', 6210, '6210'],
    ['boolean', '是', true],
    ['boolean', '0', false],
    ['boolean', 1, true],
    ['boolean', false, false],
    ['day', '2024-02-29', '2024-02-29'],
  ])('of type %s reads %j as %j', (type, cell, value) => {
    expect(readFact(cell, type, [])).toEqual({ value });
  });

  it.each(['', '  ', null, undefined])('that holds %j is missing, never zero', (cell) => {
    for (const type of ['integer', 'decimal', 'category', 'boolean', 'day'] as const) {
      expect(readFact(cell, type, [])).toEqual({});
    }
  });

  it.each<[FactType, unknown, string]>([
    ['integer', '1.5', 'not-an-integer'],
    ['integer', '1,000', 'not-an-integer'],
    ['integer', '007', 'not-an-integer'],
    ['integer', '12 家', 'not-an-integer'],
    ['integer', '9'.repeat(16), 'not-an-integer'],
    ['integer', true, 'not-an-integer'],
    ['decimal', '1e3', 'not-a-decimal'],
    ['decimal', Number.NaN, 'not-a-decimal'],
    ['decimal', '.5', 'not-a-decimal'],
    ['category', true, 'wrong-type'],
    ['category', 0.5, 'wrong-type'],
    ['boolean', 'yes', 'not-one-of'],
    ['boolean', 'toString', 'not-one-of'],
    ['day', '2023-02-29', 'no-such-day'],
    ['day', '2023/2/3', 'no-such-day'],
  ])('of type %s refuses %j: %s', (type, cell, code) => {
    expect(readFact(cell, type, ['facts', 'x'])).toMatchObject({
      issue: { code, severity: 'error', path: ['facts', 'x'], params: { given: String(cell) } },
    });
  });

  it('keeps every decimal of up to fifteen digits exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.nat(6),
        (units, places) => {
          const text = (units / 10 ** places).toFixed(places);
          fc.pre(!/^-0\.?0*$/.test(text));
          const { value } = readFact(text, 'decimal', []);
          expect(Math.round(Number(value) * 10 ** places)).toBe(units);
          expect(value).not.toMatch(/\.\d*0$/);
        },
      ),
    );
  });
});
