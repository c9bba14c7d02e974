import { describe, expect, it } from 'vitest';
import { shownValue } from '../../src/core/shownValue.js';

describe('a value in a message', () => {
  it.each<[unknown, string]>([
    ['2026-13-01', '2026-13-01'],
    [undefined, 'undefined'],
    [null, 'null'],
    [-2.5, '-2.5'],
    [10n, '10'],
    [true, 'true'],
    [Symbol('x'), 'Symbol(x)'],
    [() => 0, 'function'],
    [[], '[]'],
    [[1, 2], '[… 2]'],
    [{}, '{}'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, '{a, b, c, d, …}'],
    [Object.create(null), '{}'],
    [Object.assign(Object.create(null), { on: 1 }), '{on}'],
  ])('that is %o is shown as %s', (value, shown) => {
    expect(shownValue(value)).toBe(shown);
  });
});
