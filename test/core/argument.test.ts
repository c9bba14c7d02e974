import { EvenhandError } from 'evenhand/core';
import { describe as told } from 'evenhand/texts';
import { describe, expect, it } from 'vitest';
import { requireArgument } from '../../src/core/argument.js';

function errorOf(action: () => void): EvenhandError | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof EvenhandError) return error;
    throw error;
  }
  return undefined;
}

const asked = (given: unknown, ...rest: [wanted: Wanted, from?: string]) =>
  errorOf(() => requireArgument('drawSample', 'input', given, ...rest));

type Wanted = Parameters<typeof requireArgument>[3];

describe('an argument', () => {
  it.each<[unknown, Wanted]>([
    [{}, 'object'],
    [new Map(), 'object'],
    [[], 'array'],
    [new Uint32Array(2), 'array'],
    [[], 'iterable'],
    [new Set(), 'iterable'],
    ['', 'string'],
    [0, 'number'],
    [() => 0, 'function'],
    [
      { frame: [], quotas: {}, more: 1 },
      { frame: 'iterable', quotas: 'object' },
    ],
    [[{ id: 'A' }, { id: 'B', more: 1 }], [{ id: 'string' }]],
    [[], [{ id: 'string' }]],
    [{ rules: { terms: [[]] } }, { rules: { terms: ['array'] } }],
  ])('that is %j goes where %j is asked for', (given, wanted) => {
    expect(asked(given, wanted)).toBeUndefined();
  });

  it.each<[unknown, Wanted, string, string]>([
    [undefined, 'object', 'input', 'undefined'],
    [null, { frame: 'iterable' }, 'input', 'null'],
    [[], 'object', 'input', '[]'],
    [[1, 2], { frame: 'iterable' }, 'input', '[… 2]'],
    ['ab', 'iterable', 'input', '"ab"'],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, 'array', 'input', '{a, b, c, d, …}'],
    [() => 0, 'object', 'input', 'function'],
    ['x'.repeat(50), 'number', 'input', `"${'x'.repeat(39)}…"`],
    [{ frame: [] }, { frame: 'iterable', quotas: 'object' }, 'input.quotas', 'undefined'],
    [{ frame: 42 }, { frame: 'iterable' }, 'input.frame', '42'],
    [{ length: 1 }, ['object'], 'input', '{length}'],
    [[{}, null], ['object'], 'input.1', 'null'],
    [[{ id: 'A' }, { id: 7 }], [{ id: 'string' }], 'input.1.id', '7'],
    [{ rules: { terms: ['x'] } }, { rules: { terms: ['array'] } }, 'input.rules.terms.0', '"x"'],
  ])('that is %j is told where %j is asked for', (given, wanted, argument, shown) => {
    const error = asked(given, wanted);
    expect(error?.code).toBe('bad-argument');
    const [issue] = error?.issues ?? [];
    expect(issue?.path.join('.')).toBe(argument);
    expect(issue?.params).toMatchObject({ call: 'drawSample', argument, given: shown });
  });

  it('that another function gives is told by that function, and in both languages', () => {
    const error = asked({ scale: {} }, { terms: 'array' }, 'compileScheme(…)');
    expect(error?.message).toBe(
      '`drawSample` was given `{scale}` as `input` (expected compileScheme(…))',
    );
    const [issue] = asked([], 'object')?.issues ?? [];
    expect(issue && told(issue, 'zh')).toBe(
      '字段 input：调用 `drawSample` 时参数 `input` 给的是 `[]`，应为 对象 {…}',
    );
    expect(issue && told(issue, 'en')).toBe(
      'field input: `drawSample` was given `[]` as `input`, expected object',
    );
  });
});
