import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/programme/analysis/analyze.js';
import type { ProgrammeDocument } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import * as library from '../../src/schemes/index.js';
import { describe as described } from '../../src/texts/describe.js';
import { base } from './analysis/base.js';

const cite = 'doc';
const found = (value: unknown) =>
  analyze(value)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path.join('.')}`)
    .sort();

/** Everything at once that can be wrong with a scheme. */
const broken = {
  ...base,
  extra: true,
  inputs: {
    seats: { type: 'integer', min: '0', max: '9.5' },
    kind: { type: 'category', values: [] },
    magic: { type: 'magic' },
  },
  values: [
    { kind: 'combine', id: 'a', op: 'sum', of: [{ value: 'b' }], missing: 'refuse', cite },
    { kind: 'combine', id: 'b', op: 'sum', of: [{ value: 'a' }], missing: 'refuse', cite },
    {
      ...{ kind: 'ladder', id: 'ladder', start: 'one', cite },
      outcomes: [{ event: 'x' }],
      states: [{ id: 'one' }, { id: 'two' }],
      transitions: [
        { from: 'one', when: { last: ['x'] }, to: 'two' },
        { from: 'one', when: { last: ['y'] }, to: 'two' },
      ],
    },
  ],
  terms: [
    { kind: 'magic', id: 'unknown-construct', cite },
    { kind: 'number', id: 'dangling', input: 'nowhere', missing: 'refuse', cite },
    { kind: 'number', id: 'rests', input: 'magic', missing: 'refuse', cite },
    {
      kind: 'bins',
      id: 'fine',
      input: 'seats',
      missing: 'refuse',
      cite,
      bins: [{ points: '0.25' }],
    },
    { kind: 'number', id: 'uncited', input: 'seats', missing: 'refuse', cite: 'nobody' },
    { kind: 'number', id: 'uncited', input: 'seats', missing: 'refuse', cite, times: 1.5 },
  ],
  bands: [
    { level: 'low', cite },
    { from: '5', level: 'highest', cite },
  ],
};

describe('one pass', () => {
  it('names every fault of a scheme, whatever else is wrong with it', () => {
    expect(found(broken)).toEqual(
      [
        'citation-dangling terms.4.cite',
        'ladder-no-exit values.2.states.1',
        'not-one-of inputs.magic.type',
        'not-one-of terms.0.kind',
        'too-many-places inputs.seats.max',
        'too-many-places terms.3.bins.0.points',
        'bad-value inputs.kind.values',
        'unknown-field extra',
        'repeated-name terms.5.id',
        'unknown-input terms.1.input',
        'unknown-level bands.1.level',
        'unknown-outcome values.2.transitions.1.when',
        'value-cycle values.0.of.0.value',
        'wrong-type terms.5.times',
      ].sort(),
    );
  });

  it('names the same in a programme, with what is wrong between its documents', () => {
    const documents = exampleProgramme.documents.map((one) =>
      one.id === exampleRisk.id ? { ...broken, id: exampleRisk.id } : one,
    );
    const roles = { ...exampleProgramme.roles, sampling: 'nobody' };
    const all = found({ ...exampleProgramme, documents, roles, organ: 7 });
    const at = documents.findIndex(({ id }) => id === exampleRisk.id);
    expect(all).toEqual(
      expect.arrayContaining([
        ...found(broken).map((one) => one.replace(' ', ` documents.${at}.`)),
        'unknown-document roles.sampling',
        'wrong-type organ',
      ]),
    );
    expect(all.filter((one) => !one.includes(`documents.${at}.`))).toEqual([
      ...['scales-differ documents.2.risk', 'unknown-document roles.sampling', 'wrong-type organ'],
    ]);
  });

  it('names a level from nowhere beside a step of a ladder that cannot be read', () => {
    const [ladder] = broken.values.slice(2);
    const transitions = [
      { from: 'one', when: { last: ['x'] }, to: 'two' },
      { from: 'two', when: { runs: 5 }, to: 'one' },
    ];
    const rated = {
      ...{ ...base, places: 'none', inputs: {}, terms: [], levelFrom: 'nowhere' },
      values: [{ ...ladder, transitions }],
    };
    const codes = found(rated).map((one) => one.split(' ')[0]);
    expect(codes).toContain('unknown-input');
    expect(codes).not.toContain('ladder-no-exit');
  });

  it('says it in Chinese without a word of the schema library', () => {
    for (const issue of analyze(broken)) {
      const text = described(issue, 'zh');
      expect(text).not.toMatch(/[Ii]nvalid|expected|[Tt]oo (?:small|big)|Unrecognized|received/);
    }
  });
});

const published = (Object.values(library).flat() as readonly { readonly kind?: string }[]).filter(
  (one): one is ProgrammeDocument =>
    ['scheme', 'schedule', 'cap', 'matrix', 'sampling'].includes(one.kind ?? '') &&
    JSON.stringify(one).includes('"cite"'),
);

/** Every place of a document, the citations' own words aside. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const next = changed((value as Record<string, unknown>)[key], rest, to);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? next : item));
  return { ...(value as object), [key]: next };
}

describe('a fault of shape in a published document', () => {
  const faulty = fc.constantFrom(...published).chain((document) =>
    fc.record({
      document: fc.constant(document),
      path: fc.constantFrom(...placesIn(document).filter(({ length }) => length > 0)),
      cite: fc.constantFrom(...placesIn(document).filter((path) => path.at(-1) === 'cite')),
    }),
  );
  const isWithin = (path: readonly unknown[], other: readonly unknown[]) =>
    path.slice(0, other.length).join('.') === other.join('.');

  it('is found alone where it stands alone, and beside a fault of meaning both are found', () => {
    const hidden: string[] = [];
    fc.assert(
      fc.property(faulty, ({ document, path, cite: place }) => {
        const wrong = null;
        const alone = found(changed(document, path, wrong));
        const strange = alone.filter((one) => !SHAPE.has(one.split(' ')[0] as string));
        expect([document.id, path.join('.'), strange]).toEqual([document.id, path.join('.'), []]);
        if (isWithin(place, path) || isWithin(path, place)) return;
        const both = found(changed(changed(document, path, wrong), place, 'nowhere'));
        if (both.some((one) => one === `citation-dangling ${place.join('.')}`)) return;
        hidden.push(`${document.id} ${path.join('.')}`);
      }),
      { numRuns: 200 },
    );
    // Hidden only where the fault takes away what a document cannot be read without, or the rule itself.
    expect(hidden.length).toBeLessThan(40);
  });
});

const SHAPE: ReadonlySet<string> = new Set([
  ...['wrong-type', 'bad-value', 'not-one-of', 'unknown-field', 'missing-field', 'not-a-decimal'],
  ...['bad-name', 'no-such-day', 'bad-ratio', 'not-canonical'],
]);
