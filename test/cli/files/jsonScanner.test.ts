import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonScanner } from '../../../src/cli/files/jsonScanner.js';

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom('"', '\\', '\\"', '[', ']', '{,}', ':', '示'),
);
const anyItem = fc.oneof(fc.jsonValue(), fc.dictionary(anyText, anyText), anyText);
const anyDocument = fc.record({
  a: anyItem,
  rows: fc.array(anyItem, { maxLength: 5 }),
  'key"[': anyText,
  groups: fc.array(
    fc.record({ name: anyText, rows: fc.array(anyItem, { maxLength: 4 }), more: anyItem }),
    { maxLength: 3 },
  ),
  z: anyItem,
});

it('gives the items of lists one by one and the rest at the end, wherever parts are cut', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(9), fc.boolean(), (document, size, isSpaced) => {
      const text = JSON.stringify(document, null, isSpaced ? 2 : undefined);
      const plain = JSON.parse(text) as typeof document;
      const rows: unknown[] = [];
      const groups: unknown[][] = plain.groups.map(() => []);
      const scanner = jsonScanner({
        rows: (item) => rows.push(item),
        'groups.*.rows': (item, place) => groups[place]?.push(item),
      });
      for (let i = 0; i < text.length; i += size + 1) scanner.take(text.slice(i, i + size + 1));
      expect(scanner.end()).toEqual({
        ...plain,
        rows: [],
        groups: plain.groups.map((group) => ({ ...group, rows: [] })),
      });
      expect(rows).toEqual(plain.rows);
      expect(groups).toEqual(plain.groups.map((group) => group.rows));
    }),
    { numRuns: 300 },
  );
});

it.each(['{"rows":[1,2', '{"rows":[1,}', '{"rows":[1]', '', 'x'])('refuses %j', (text) => {
  const scanner = jsonScanner({ rows: () => undefined });
  expect(() => {
    scanner.take(text);
    scanner.end();
  }).toThrow(SyntaxError);
});
