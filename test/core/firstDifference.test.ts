import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDifference } from '../../src/core/firstDifference.js';

it.each<[string, unknown, unknown, unknown]>([
  ['equal values', 1, 1, undefined],
  ['equal trees', { a: [1, { b: '' }] }, { a: [1, { b: '' }] }, undefined],
  ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
  ['a value', 1, 2, { field: 'B', expected: '1', found: '2' }],
  ['text as it stands', 'x', 'y', { field: 'B', expected: 'x', found: 'y' }],
  ['a number and its text', 1, '1', { field: 'B', expected: '1', found: '1' }],
  [
    'a nested field',
    { a: [0, { b: 1 }] },
    { a: [0, { b: 2 }] },
    { field: 'B.a[1].b', expected: '1', found: '2' },
  ],
  ['the first of two', { a: 1, b: 1 }, { b: 2, a: 2 }, { field: 'B.a', expected: '1', found: '2' }],
  ['a field that is not there', { a: 1 }, {}, { field: 'B.a', expected: '1', found: '' }],
  ['a field too many', {}, { a: null }, { field: 'B.a', expected: '', found: 'null' }],
  ['an item too few', [1, 2], [1], { field: 'B[1]', expected: '2', found: '' }],
  ['an item too many', [1], [1, 2], { field: 'B[1]', expected: '', found: '2' }],
  ['a list for an object', { 0: 1 }, [1], { field: 'B', expected: '{"0":1}', found: '[1]' }],
  ['null for an object', {}, null, { field: 'B', expected: '{}', found: 'null' }],
])('finds %s', (_, expected, found, difference) =>
  expect(firstDifference(expected, found, 'B')).toEqual(difference),
);

it('names a field without a name for the whole, and shortens what is long', () => {
  expect(firstDifference({ a: 1 }, { a: 2 })?.field).toBe('a');
  const { found = '' } = firstDifference('', Array(100).fill(7)) ?? {};
  expect(found).toHaveLength(120);
  expect(found.endsWith('…')).toBe(true);
});

it('finds one exactly where two pieces of JSON are not deeply equal', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const pairs = fc.tuple(fc.jsonValue(), fc.jsonValue(), fc.boolean());
  fc.assert(
    fc.property(pairs, ([x, y, same]) => {
      const [a, b] = [plain(x), plain(same ? x : y)];
      return (firstDifference(a, b) === undefined) === isDeepStrictEqual(a, b);
    }),
  );
});
