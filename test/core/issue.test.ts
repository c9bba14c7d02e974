import { readFileSync } from 'node:fs';
import {
  CORE_CODES,
  checkedId,
  checkedName,
  EvenhandError,
  identifierFault,
  isEvenhandError,
  schemaIssues,
} from 'evenhand/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { mistake } from '../../src/core/error.js';
import { firstDifference } from '../../src/core/firstDifference.js';
import { errorAt, warningAt, within } from '../../src/core/issue.js';
import { ENGINE, VERSION } from '../../src/core/version.js';
import { coreTexts } from '../../src/texts/core.js';
import { codeOf } from '../ticket/codeOf.js';

describe('an error of this library', () => {
  it('carries its code and its one issue', () => {
    const error = mistake('bad-id', 'bad id: `x`', { given: 'x' }, ['rows', 3]);
    expect(error.message).toBe('bad id: `x`');
    expect(error.issues).toEqual([errorAt('bad-id', ['rows', 3], { given: 'x' })]);
  });

  it('has an issue even where none was given', () =>
    expect(new EvenhandError('x', 'y').issues).toEqual([errorAt('x', [])]));

  it('is known by its name and code, from whichever copy of the package', () => {
    const copy = Object.assign(new Error('x'), { name: 'EvenhandError', code: 'bad-id' });
    expect(isEvenhandError(copy)).toBe(true);
    expect([new Error('x'), { name: 'EvenhandError', code: 'x' }, null].some(isEvenhandError)).toBe(
      false,
    );
  });
});

it('an issue moves below a prefix, whatever its severity', () =>
  expect(within(['documents', 2], warningAt('x', ['bands', 0]))).toEqual(
    warningAt('x', ['documents', 2, 'bands', 0]),
  ));

describe('an identifier', () => {
  it.each(['91110000000000000A', '示例企业00017', 'a b', '😀', 'x'.repeat(256), '企'.repeat(85)])(
    '%.30s keeps the rule',
    (id) => expect(checkedId(id, 'entity')).toBe(id),
  );
  it.each([
    ['', 'empty'],
    [7, 'no text'],
    ['a\ud800', 'surrogate'],
    ['a\tb', 'control'],
    ['a\u007f', 'control'],
    [' a', 'space'],
    ['a ', 'space'],
    ['\ufeffa', 'byte order mark'],
    ['x'.repeat(257), '256 bytes'],
    ['企'.repeat(86), '256 bytes'],
    ['é'.repeat(129), '256 bytes'],
    ['😀'.repeat(65), '256 bytes'],
    ['e\u0301', 'NFC'],
  ])('%.20j does not: %s', (id, why) => {
    expect(identifierFault(id)).toContain(why);
    expect(codeOf(() => checkedId(id as string, 'entity'))).toBe('bad-id');
  });

  it.each(['BJ-2026-001', 's01', 'a.b:c/d+e'])('%s is a name', (name) =>
    expect(checkedName(name, 'drawId')).toBe(name),
  );
  it.each(['', 'a b', 'ä', 'x'.repeat(65), 7])('%.10j is none', (name) =>
    expect(codeOf(() => checkedName(name as string, 'drawId'))).toBe('bad-name'),
  );
});

describe('what a schema finds', () => {
  const found = (schema: z.ZodType, value: unknown) => {
    const result = schema.safeParse(value, { reportInput: true });
    return schemaIssues((result.error?.issues ?? []) as Parameters<typeof schemaIssues>[0]).map(
      ({ code, path, params }) => [code, path.join('.'), params['given'] ?? ''],
    );
  };
  const shape = z.strictObject({
    name: z.string(),
    kind: z.enum(['a', 'b']),
    count: z.number().min(1),
    choice: z.union([z.literal('refuse'), z.strictObject({ points: z.number() })]).optional(),
    day: z
      .string()
      .refine((day) => day !== 'x', { params: { code: 'no-such-day' } })
      .optional(),
    even: z
      .number()
      .refine((n) => n % 2 === 0)
      .optional(),
  });
  const good = { name: 'n', kind: 'a', count: 1 };

  it.each([
    [{ kind: 'a', count: 1 }, 'missing-field', 'name', ''],
    [{ name: 'n', count: 1 }, 'missing-field', 'kind', ''],
    [{ ...good, name: 7 }, 'wrong-type', 'name', '7'],
    [{ ...good, kind: 'c' }, 'not-one-of', 'kind', 'c'],
    [{ ...good, count: 0 }, 'bad-value', 'count', '0'],
    [{ ...good, extra: 1 }, 'unknown-field', 'extra', 'extra'],
    [{ ...good, choice: {} }, 'missing-field', 'choice.points', ''],
    [{ ...good, choice: 7 }, 'bad-value', 'choice', '7'],
    [{ ...good, day: 'x' }, 'no-such-day', 'day', 'x'],
    [{ ...good, even: 3 }, 'bad-value', 'even', '3'],
    [{ ...good, name: ['x'.repeat(99)] }, 'wrong-type', 'name', `["${'x'.repeat(77)}…`],
  ])('%.60j: %s at %s', (value, code, path, given) =>
    expect(found(shape, value)).toEqual([[code, path, given]]),
  );

  it('shows what is no JSON by its name, and a symbol in a path as nothing', () => {
    const path = [Symbol('x'), 'a'];
    const [issue] = schemaIssues([{ code: 'too_small', path, message: 'm', input: () => 1 }]);
    expect(issue).toEqual(errorAt('bad-value', ['', 'a'], { given: '() => 1', expected: 'm' }));
    expect(schemaIssues([{ code: 'unrecognized_keys', path: [], message: '' }])).toEqual([]);
    expect(schemaIssues([{ code: 'invalid_union', path: [], message: 'm' }])[0]?.code).toBe(
      'missing-field',
    );
    expect(
      schemaIssues([{ code: 'invalid_value', path: [], message: 'm', input: 1 }])[0]?.params[
        'expected'
      ],
    ).toEqual([]);
    expect(schemaIssues([{ code: 'invalid_value', path: [], message: 'm' }])[0]?.code).toBe(
      'missing-field',
    );
  });
});

describe('the first difference', () => {
  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'a[1].b', '2', '3'],
    [{ a: 1 }, {}, 'a', '1', ''],
    [{}, { a: null }, 'a', '', 'null'],
    [{ a: [] }, { a: {} }, 'a', '[]', '{}'],
    [[1], [1, 0.5], '[1]', '', '0.5'],
    [{ a: 'x' }, { a: ['x'.repeat(200)] }, 'a', 'x', `["${'x'.repeat(117)}…`],
  ])('between %.30j and %.30j is at %s', (expected, found, field, a, b) =>
    expect(firstDifference(expected, found)).toEqual({ field, expected: a, found: b }),
  );

  it('of equal data is none, whatever the order of keys', () =>
    expect(
      firstDifference({ a: [1, { c: 2 }], b: 2 }, { b: 2, a: [1, { c: 2 }] }),
    ).toBeUndefined());
});

it('the version is that of the package', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect([VERSION, ENGINE]).toEqual([version, `evenhand/${version}`]);
});

it('every code has its texts', () =>
  expect(Object.keys(coreTexts).toSorted()).toEqual([...CORE_CODES].toSorted()));
