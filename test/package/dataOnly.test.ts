import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as schemes from 'evenhand/schemes';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { importsOf, roomOf, root, sourceFiles } from './sources.js';

/** A shipped document, or a programme of some. */
interface Shipped {
  readonly schema: string;
  readonly kind?: string;
  readonly id: string;
  readonly scale?: { readonly id: string; readonly levels: readonly string[] };
  readonly documents?: readonly Shipped[];
}
const shipped = Object.entries(schemes) as unknown as readonly (readonly [string, Shipped])[];
const documents = shipped.filter(([, one]) => one.documents === undefined);

/** The rooms that turn documents into answers. */
const ENGINE = ['scoring', 'matrix', 'visits', 'credit', 'risk', 'document', 'draw', 'programme'];
const engine = sourceFiles().filter((file) => ENGINE.includes(roomOf(file)));

interface Words {
  readonly names: string[];
  readonly texts: string[];
  readonly numbers: string[];
}

/** Names, texts and numbers a file has in its code; comments and examples in them are not code. */
function wordsOf(file: string): Words {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const names: string[] = [];
  const texts: string[] = [];
  const numbers: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) names.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      names.push(node.text);
    }
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isNumericLiteral(node)) numbers.push(node.text);
    if (ts.isBigIntLiteral(node)) numbers.push(node.text.replace(/n$/, ''));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { names, texts, numbers };
}

/** Words of one name: `ukFoodHygiene2014`, `uk-food-hygiene` and `paris_mou` are three, three and two. */
const pieces = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([a-zA-Z])([0-9])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '');

/** Countries, cities, authorities and schemes, as the shipped names and ids have them. */
const PROPER = new Set(
  `australia bayannur beijing china etown eu fda fehd fsa fsma germany guangdong henan hk hong italy jiangxi
   kong ktg lindian mou nrw nyc osha paris poland russia safe seveso shanxi singapore sst tokyo uk ukraine us
   vietnam yuexiu iso ifis fhrs avv ied ccs 2859 cn de ru vn pl sg ua au haccp dart solas`
    .split(/\s+/)
    .filter((word) => word !== 'safe' && word !== 'de' && word !== 'us'),
);

describe('every scheme is data only', () => {
  it('there are schemes, and an engine to look at', () => {
    expect(documents.length).toBeGreaterThan(60);
    expect(engine.length).toBeGreaterThan(100);
    // The words looked for are those the library of schemes really uses.
    const used = new Set(documents.flatMap(([name, { id }]) => [...pieces(name), ...pieces(id)]));
    for (const word of ['paris', 'shanxi', 'uk', 'hk', 'ru', 'tokyo', 'iso', 'osha']) {
      expect([word, used.has(word)]).toEqual([word, true]);
    }
  });

  it('no engine file imports a scheme', () => {
    const wrong = engine.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) === 'schemes' || target === 'evenhand/schemes')
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no engine file has the name, the id or the scale of a scheme in its code', () => {
    const ids = new Set(
      documents.flatMap(([name, { id, scale }]) => [name, id, ...(scale ? [scale.id] : [])]),
    );
    const found = engine.flatMap((file) =>
      wordsOf(file)
        .names.filter((word) => ids.has(word) || pieces(word).some((piece) => PROPER.has(piece)))
        .map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('no engine file has the levels of a scheme, save words that mean what they say', () => {
    const levels = new Set(
      documents
        .flatMap(([, { scale }]) => [...(scale?.levels ?? [])])
        .filter((one) => one.length > 3),
    );
    // Words of the matrix, of sampling, of ladders and of the ledger themselves, that some scale uses too.
    for (const word of [
      'high',
      'none',
      'general',
      'other',
      'large',
      'small',
      'between',
      'upper',
      'lower',
      'admitted',
      'cancelled',
      'standard',
    ])
      levels.delete(word);
    const found = engine.flatMap((file) =>
      wordsOf(file)
        .texts.filter((word) => levels.has(word))
        .map((word) => `${file}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('no threshold stands in the engine: every number in it is of the machine, and listed', () => {
    // Counting, calendars, hashes, places of decimals and the sizes beyond which numbers are not exact.
    const machine = new Set(
      `0 1 2 3 4 5 6 7 8 9 10 12 16 26 28 29 30 31 32 36 52 60 64 80 100 128 146 255 256 365 366 400 500 1000
       1023 1460 4096 9999 10000 20000 36524 100000 146096 1000000 4000000 1200 1000000000 1000000000000 1000000000000000
       18 51 63 1970 3660 262143 719162 16777619 2166136261 365.2425 1e4 1e5 1e6 1e9 1e12 1e15`.split(
        /\s+/,
      ),
    );
    const found = engine
      .filter((file) => ['scoring', 'matrix', 'visits'].includes(roomOf(file)))
      .flatMap((file) =>
        wordsOf(file)
          .numbers.map((text) => text.replaceAll('_', ''))
          .filter((text) => !machine.has(text))
          .map((text) => `${file}: ${text}`),
      );
    expect(found).toEqual([]);
  });
});

describe('every document of the library', () => {
  it.each(shipped)('%s survives JSON unchanged', (_, document) => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('goes by an id and a version of its own', () => {
    const names = documents.map(([, one]) => `${one.id}@${(one as { version?: string }).version}`);
    expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
  });

  it('can be had alone: an application that imports one carries its file and no other', async () => {
    // One bundle a file, not a document: what stands in one file may share its citations.
    const files = new Map<string, string[]>();
    for (const file of sourceFiles().filter((one) => roomOf(one) === 'schemes')) {
      const names = documents.map(([name]) => name);
      const text = readFileSync(join(root, file), 'utf8');
      const own = names.filter((name) => new RegExp(`^export const ${name}\\b`, 'm').test(text));
      if (own.length > 0) files.set(file, own);
    }
    const known = [...files.values()].flat();
    expect(documents.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
    const leaks: string[] = [];
    for (const [file, own] of files) {
      const { text, packages } = await bundle(`export { ${own[0]} } from 'evenhand/schemes'`);
      if (packages.length > 0) leaks.push(`${file}: ${packages.join()}`);
      const foreign = documents.filter(([name]) => !own.includes(name));
      const inFile = own.map((name) => (schemes as unknown as Record<string, Shipped>)[name]);
      if (!text.includes(`"${inFile[0]?.id}"`)) leaks.push(`${file}: not there`);
      const allowed = JSON.stringify(inFile);
      for (const [name, { id }] of foreign) {
        if (text.includes(`"${id}"`) && !allowed.includes(`"${id}"`))
          leaks.push(`${file}: ${name}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});
