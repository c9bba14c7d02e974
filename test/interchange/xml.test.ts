import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { schemeFromPmml, XML_OPTIONS } from '../../src/interchange/index.js';
import { regionsOf } from '../../src/interchange/regions.js';
import { safeName } from '../../src/interchange/safeName.js';
import { compareDecimals, xmlDecimal } from '../../src/interchange/xmlDecimal.js';
import { readXml } from '../../src/interchange/xmlTree.js';

const xml = new XMLParser(XML_OPTIONS);
const codes = (text: string) => {
  const read = schemeFromPmml(text, { xml, id: 'x', version: '1', from: '2026-01-01' });
  return read.ok ? [] : read.issues.map(({ code }) => code);
};
const root = (text: string) => {
  const node = readXml(text, xml);
  if ('code' in node) throw new Error(node.code);
  return node;
};

describe('a text is refused before a parser sees it', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 10 },
    (_, i) => `<!ENTITY lol${i} "${`&lol${i - 1};`.repeat(10)}">`,
  ).join('')}]><PMML>&lol9;</PMML>`;

  it.each([
    ['entities that grow', laughs, 'xml-declares'],
    ['entities of another file', '<!DOCTYPE a SYSTEM "file:///etc/hosts"><PMML/>', 'xml-declares'],
    ['a declaration below the root', '<PMML><!ELEMENT a ANY></PMML>', 'xml-declares'],
    ['nesting without end', '<a>'.repeat(50_000), 'xml-too-deep'],
    ['nesting too deep for a model', '<a>'.repeat(101) + '</a>'.repeat(101), 'xml-too-deep'],
    ['a text too large', ' '.repeat(4_000_001), 'xml-too-large'],
    ['an unknown entity', '<PMML>&nbsp;</PMML>', 'xml-malformed'],
    ['an unknown entity in an attribute', '<PMML a="&lol;"/>', 'xml-malformed'],
    ['an unknown entity behind the root', '<PMML/>&lol;', 'xml-malformed'],
    ['a bare ampersand', '<PMML>a & b</PMML>', 'xml-malformed'],
    ['a comment without end', '<!--'.repeat(200_000), 'xml-malformed'],
    ['a tag without end', '<PMML', 'xml-malformed'],
    ['a quote without end', '<PMML a="', 'xml-malformed'],
  ])('%s', (_, text, code) => {
    const parser = {
      parse: () => {
        throw new Error('reached');
      },
    };
    const node = readXml(text, parser);
    expect(node).toMatchObject({ code, severity: 'error' });
    expect(JSON.stringify(node)).not.toContain('reached');
  });
});

describe('a text the parser refuses', () => {
  it.each([
    '<PMML>',
    '<PMML></MMLP>',
    '<PMML/><PMML/>',
    '<PMML a=1/>',
    '<PMML a="1" a="2"/>',
    '<PMML/>text',
    'text',
    '',
    '<__proto__/>',
  ])('%s', (text) => {
    expect(codes(text)).toEqual(['xml-malformed']);
  });

  it('is refused whatever the parser throws', () => {
    const parse = () => {
      throw 'no error';
    };
    expect(readXml('<a/>', { parse })).toMatchObject({ params: { fault: 'no error' } });
  });

  it.each([[undefined], ['text'], [[1]], [[{}]], [[{ a: 'x' }]]])(
    'a parser that gives another tree is a mistake of the caller: %j',
    (tree) => {
      expect(() => readXml('<a/>', { parse: () => tree })).toThrow(
        expect.objectContaining({ code: 'xml-tree' }),
      );
    },
  );

  it('never throws on noise', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'a',
      '"',
      "'",
      '=',
      '&lt;',
      '&',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' ',
      'PMML',
      'xmlns',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(codes(pieces.join('')).length).toBe(1);
      }),
    );
  });
});

describe('a tree', () => {
  it('has names without prefixes, namespaces by prefix, and numbered paths', () => {
    const node = root(
      '\ufeff<?xml version="1.0"?><!-- c --><p:a xmlns:p="urn:p" xmlns="urn:q" p:x="1" y="&lt;&#20013;">\r\n<b/>t<p:c/><b><![CDATA[<&]]></b></p:a>',
    );
    expect(node).toMatchObject({ name: 'a', namespace: 'urn:p', path: ['a'], line: 1 });
    expect([...node.attributes]).toEqual([['y', '<中']]);
    expect(
      node.children.map(({ namespace, path, line, text }) => [
        namespace,
        path.join('.'),
        line,
        text,
      ]),
    ).toEqual([
      ['urn:q', 'a.b.0', 2, ''],
      ['urn:p', 'a.c', 2, ''],
      ['urn:q', 'a.b.1', 2, '<&'],
    ]);
  });

  it('has no lines where the parser tells no places', () => {
    const plain = new XMLParser({ ...XML_OPTIONS, captureMetaData: false });
    expect(readXml('<a/>', plain)).toMatchObject({ line: undefined });
    const odd = { a: [], [Symbol('other')]: {} };
    expect(readXml('<a/>', { parse: () => [odd] })).toMatchObject({ line: undefined });
  });
});

describe('a number', () => {
  it.each([
    ['5', '5'],
    ['+05.50', '5.5'],
    ['-.5', '-0.5'],
    ['1.', '1'],
    ['1.5E2', '150'],
    ['12e-3', '0.012'],
    ['-0.0', '0'],
    [' 7 ', '7'],
    ['', undefined],
    ['.', undefined],
    ['1e99', undefined],
    ['NaN', undefined],
    ['1,5', undefined],
    ['0x10', undefined],
    ['1234567890123456', undefined],
    ['0.1234567890123456', undefined],
  ])('`%s` is %s', (text, value) => {
    expect(xmlDecimal(text)).toBe(value);
  });

  it('reads as the language reads it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99999, max: 99999 }),
        fc.integer({ min: -6, max: 6 }),
        (n, e) => {
          expect(Number(xmlDecimal(`${n}e${e}`))).toBe(Number(`${n}e${e}`) + 0);
        },
      ),
    );
  });
});

describe('stretches of numbers', () => {
  const decimal = fc.integer({ min: -60, max: 60 }).map((n) => xmlDecimal(`${n}e-1`) as string);

  it('answer every comparison alike, from their first unit to before the next', () => {
    fc.assert(
      fc.property(
        fc.array(decimal, { maxLength: 4 }),
        fc.constantFrom(0, 1, 2),
        fc.option(fc.integer({ min: -6, max: 0 }), { nil: undefined }),
        fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
        (bounds, places, min, max) => {
          const domain = {
            places,
            ...(min === undefined ? {} : { min }),
            ...(max === undefined ? {} : { max }),
          };
          const regions = regionsOf(bounds, domain);
          const grid = 10 ** places;
          const answers = (x: number) => bounds.map((b) => Math.sign(x - Number(b))).join();
          for (let unit = (min ?? -8) * grid; unit <= (max ?? 8) * grid; unit++) {
            const x = unit / grid;
            const region = regions.findLast(
              ({ bound: { from, above } }) =>
                (from === undefined || x >= Number(from)) &&
                (above === undefined || x > Number(above)),
            );
            expect(answers(x)).toBe(answers(Number(region?.inside)));
          }
        },
      ),
    );
  });

  it('are told by the bound the file names', () => {
    expect(regionsOf(['5', '7.5'], { places: 0 }).map(({ bound }) => bound)).toEqual([
      {},
      { from: '5' },
      { above: '5' },
      { from: '8' },
    ]);
    expect(regionsOf([], { places: 0, max: 3 })).toEqual([{ bound: {}, inside: '2' }]);
    expect(compareDecimals('0.10', '0.1')).toBe(0);
  });
});

it('a name is made fit for a document, and never taken twice', () => {
  const taken = new Set<string>();
  const names = ['floor area', 'floor_area', '_', '行业', '.a.', 'x'.repeat(99)];
  expect(names.map((name) => safeName(name, taken))).toEqual([
    'floor-area',
    'floor-area-2',
    'unnamed',
    '行业',
    'a',
    'x'.repeat(40),
  ]);
});
