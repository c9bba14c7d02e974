import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/programme/analysis/analyze.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
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

  it('names each of seven kinds of fault in one document, events no rule counts among them', () => {
    const elsewhere = {
      ...{ kind: 'lookup', id: 'elsewhere', input: 'grade', missing: 'refuse', cite },
      table: { good: 1, poor: 2, unheard: 3 },
    };
    const all = {
      ...broken,
      inputs: { ...broken.inputs, grade: { type: 'category', values: ['good', 'poor'] } },
      terms: [...broken.terms, elsewhere],
    };
    const told = analyze(all, { eventKinds: ['x', 'never-heard'] }).map(
      ({ code, path, params }) => `${code} ${path.join('.') || String(params['given'])}`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        'not-one-of terms.0.kind',
        'unknown-input terms.1.input',
        'value-cycle values.0.of.0.value',
        'unknown-value terms.6.table.unheard',
        'too-many-places terms.3.bins.0.points',
        'event-unused never-heard',
        'ladder-no-exit values.2.states.1',
      ]),
    );
    expect(told).not.toContain('event-unused x');
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
