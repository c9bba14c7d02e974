import { parseDocumentText, safeParseDocumentText } from 'evenhand/document';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../ticket/codeOf.js';

/** The paths of repeated keys, and the key itself. */
function repeated(text: string) {
  const result = safeParseDocumentText(text);
  return result.ok
    ? []
    : result.issues.map(({ code, path, params }) => [code, path.join('.'), params['given']]);
}

describe('the text of a document', () => {
  it.each([
    ['{ "a": 1, "a": 2 }', [['a', 'a']]],
    [
      '{ "a": 1, "a": 1, "a": 1 }',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
    ],
    ['{ "x": { "y": [0, { "b": 1, "b": 1 }] } }', [['x.y.1.b', 'b']]],
    ['[{}, { "a": [], "a": {} }]', [['1.a', 'a']]],
    ['{ "a": 1, "\\u0061": 2 }', [['a', 'a']]],
    ['{ "a\\"b": 1, "a\\u0022b": 2 }', [['a"b', 'a"b']]],
    ['{ "__proto__": 1, "__proto__": 2 }', [['__proto__', '__proto__']]],
    ['{ "": 1, "": 2 }', [['', '']]],
  ])('%s repeats a key', (text, keys) => {
    expect(repeated(text)).toEqual(keys.map(([path, key]) => ['repeated-key', path, key]));
    expect(codeOf(() => parseDocumentText(text))).toBe('repeated-key');
  });

  it.each([
    '{ "a": { "a": { "a": 1 } } }',
    '[{ "a": 1 }, { "a": 1 }]',
    '{ "a": "a", "b": "a" }',
    '{ "a": ["a", "a"] }',
    '{ "a": "{\\"b\\":1,\\"b\\":2}" }',
    '{ "a": "\\\\", "b": "\\\\" }',
    '{ "a": "}", "b": "," }',
    '{}',
    '[]',
    '"a"',
    'null',
  ])('%s does not', (text) => expect(parseDocumentText(text)).toEqual(JSON.parse(text)));

  it('is read as JSON reads it, where no key is repeated', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, blanks) => {
        const value = JSON.parse(text);
        expect(parseDocumentText(JSON.stringify(value, null, blanks))).toEqual(value);
      }),
    );
  });

  it('may begin with a byte order mark and hold a text of megabytes', () => {
    expect(parseDocumentText('\ufeff{"a":1}')).toEqual({ a: 1 });
    const long = 'x\\n'.repeat(2_000_000);
    expect(repeated(`{"a":"${long}","a":1}`)).toEqual([['repeated-key', 'a', 'a']]);
  });

  it.each(['', '{', "{'a':1}", '{"a":1,}', 'undefined'])('%j is no JSON', (text) => {
    expect(repeated(text)[0]?.[0]).toBe('not-json');
    expect(codeOf(() => parseDocumentText(text))).toBe('not-json');
  });

  it('says which key stands twice, and where', () =>
    expect(() => parseDocumentText('{"x":[{"a":1,"a":2}]}')).toThrow(
      'key `a` stands twice at `x.0.a`',
    ));
});
