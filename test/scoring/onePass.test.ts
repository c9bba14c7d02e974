import { checkScheme, type Scheme } from 'evenhand/scoring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemes } from './arbitraries.js';
import { gated, schemeWith } from './schemes.js';

/** Every object of a scheme that has points. */
function pointHolders(node: unknown): Record<string, unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'points' in node ? [node as Record<string, unknown>] : [];
  return [...own, ...Object.values(node).flatMap(pointHolders)];
}

describe('everything wrong with a scheme', () => {
  const bad: Scheme = gated({
    places: 1,
    inputs: {
      count: { type: 'integer', min: 0, max: '9.5' },
      word: { type: 'category', values: ['x', 'y'] },
    },
    values: [
      // a cycle between two values, told where it begins
      {
        kind: 'combine',
        id: 'one',
        op: 'sum',
        of: [{ value: 'two' }],
        missing: 'refuse',
        cite: 'law',
      },
      {
        kind: 'combine',
        id: 'two',
        op: 'sum',
        of: [{ value: 'one' }],
        missing: 'refuse',
        cite: 'law',
      },
      // a reference to nobody
      {
        kind: 'combine',
        id: 'three',
        op: 'sum',
        of: [{ value: 'nobody' }],
        missing: 'refuse',
        cite: 'law',
      },
      // a ladder without an exit, and an outcome without a rule
      {
        kind: 'ladder',
        id: 'rung',
        outcomes: [{ event: 'pass' }],
        states: [{ id: 'A' }, { id: 'B' }],
        start: 'A',
        transitions: [{ from: 'A', when: { last: ['fail'] }, to: 'B' }],
        cite: 'law',
      },
    ],
    terms: [
      // a decimal beyond the scale
      {
        kind: 'bins',
        id: 'bins',
        input: 'count',
        bins: [{ points: '0.25' }, { from: 5, points: 1 }],
        missing: 'refuse',
        cite: 'law',
      },
      // a category without an entry, and a part nobody states
      {
        kind: 'lookup',
        id: 'lookup',
        part: 'elsewhere',
        input: 'word',
        table: { x: 1 },
        missing: 'refuse',
        cite: 'law',
      },
      // a condition on a fact nobody declares, by a source nobody names
      {
        kind: 'conditional',
        id: 'if',
        when: { field: 'unheard', eq: true },
        points: 1,
        missing: 'refuse',
        cite: 'rumour',
      },
    ],
    gates: [
      { level: 'C', all: [{ field: 'word', eq: 'x' }], cite: 'law' },
      { level: 'B', cite: 'law' },
    ],
  });

  it('is told in one pass, each at its path', () => {
    const found = checkScheme(bad)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(found.toSorted()).toEqual(
      [
        'citation-dangling terms.2.cite',
        'too-many-places inputs.count.max',
        'too-many-places terms.0.bins.0.points',
        'value-cycle values.0.of.0.value',
        'unknown-input values.2.of.0.value',
        'unknown-outcome values.3.transitions.0.when',
        'ladder-no-exit values.3.states.1',
        'lookup-gap terms.1.table',
        'unknown-part terms.1.part',
        'unknown-input terms.2.when',
        'unknown-level gates.0.level',
      ].toSorted(),
    );
  });

  it('is told of any scheme with any of its decimals unreadable, and nothing else is blamed', () => {
    const text = fc.constantFrom('0.0000000001', '99999999999999999999', '-7e3', '');
    fc.assert(
      fc.property(schemes, fc.nat(), text, (scheme, at, broken) => {
        const copy = JSON.parse(JSON.stringify(scheme)) as Scheme;
        const holders = pointHolders(copy);
        const holder = holders[at % Math.max(1, holders.length)];
        if (holder === undefined) return;
        holder['points'] = broken;
        const found = checkScheme(copy).filter(({ severity }) => severity === 'error');
        expect(found).toHaveLength(1);
        expect(found[0]?.path.at(-1)).toBe('points');
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the scheme as it is', () => {
    const before = JSON.stringify(bad);
    checkScheme(bad);
    expect(JSON.stringify(bad)).toBe(before);
  });

  it('says nothing more of what a decimal alone makes wrong', () => {
    const bands = schemeWith({
      bands: [
        { level: 'B', cite: 'law' },
        { from: '-0.5', level: 'A', cite: 'law' },
        { from: 0, level: 'A', cite: 'law' },
      ],
    });
    expect(checkScheme(bands).map(({ code }) => code)).toEqual(['too-many-places']);
  });
});
