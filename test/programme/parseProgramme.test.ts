import { digest } from 'evenhand/core';
import {
  documentJsonSchemas,
  PROGRAMME_CODES,
  parseProgramme,
  programmeIssues,
  safeParseProgramme,
} from 'evenhand/programme';
import { exampleProgramme } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { programmeTexts } from '../../src/texts/programme.js';
import { changed } from '../scoring/changed.js';
import { codeOf } from '../ticket/codeOf.js';

const good = exampleProgramme;
const [credit, risk, matrix] = good.documents;
const found = (value: unknown) =>
  programmeIssues(value).map(({ code, path }) => [code, path.join('.')]);

describe('a programme', () => {
  it('with nothing wrong is parsed without an issue, and survives JSON', () => {
    const result = safeParseProgramme(JSON.parse(JSON.stringify(good)));
    expect(result).toMatchObject({ ok: true, issues: [] });
    expect(result.ok && result.value.source).toEqual(good);
    expect(result.ok && result.value.reference.digest).toBe(digest(good));
  });

  it('with an unknown construct names it, and still tells what is wrong with its other documents', () => {
    const odd = changed(good, ['documents', 0, 'terms', 0, 'kind'], 'neural-net');
    const both = changed(odd, ['documents', 1, 'terms', 0, 'cite'], 'nobody');
    const [construct, ...more] = programmeIssues(both);
    expect(construct).toMatchObject({
      code: 'not-one-of',
      path: ['documents', 0, 'terms', 0, 'kind'],
      params: {
        given: 'neural-net',
        expected: ['bins', 'lookup', 'conditional', 'events', 'number'],
      },
    });
    expect(more.map(({ code, path }) => [code, path.join('.')])).toContainEqual([
      'citation-dangling',
      'documents.1.terms.0.cite',
    ]);
  });

  it.each<[string, string, (string | number)[], unknown]>([
    ['wrong-kind', 'roles.credit', ['roles', 'credit'], 'example-matrix'],
    ['wrong-kind', 'roles.caps.0', ['roles', 'caps', 0], 'example-matrix'],
    ['unknown-document', 'roles.matrix', ['roles', 'matrix'], 'nothing'],
    ['unknown-document', 'roles.risk.0.scheme', ['roles', 'risk', 0, 'scheme'], 'nothing'],
    ['unknown-document', 'pins.nothing@1', ['pins'], { 'nothing@1': 'a'.repeat(64) }],
    [
      'pin-differs',
      'pins.example-credit@2026',
      ['pins'],
      { 'example-credit@2026': 'a'.repeat(64) },
    ],
    ['scales-differ', 'documents.2.credit', ['documents', 2, 'credit', 'id'], 'other'],
    ['scales-differ', 'documents.2.risk', ['documents', 2, 'risk', 'worse'], 'first'],
    [
      'scales-differ',
      'documents.4.eligible.levels.0',
      ['documents', 4, 'eligible', 'levels', 0, 'scale'],
      'other',
    ],
    [
      'unknown-level',
      'documents.4.eligible.levels.1',
      ['documents', 4, 'eligible', 'levels', 1, 'levels'],
      ['tiny'],
    ],
    [
      'unknown-input',
      'roles.risk.0.when',
      ['roles', 'risk', 0, 'when'],
      { field: 'industri', eq: '62' },
    ],
    ['unknown-input', 'roles.risk.0.when', ['roles', 'risk', 0, 'when'], { field: 'age', lt: 1 }],
    [
      'recency-open-end',
      'documents.3.recency.0.after',
      ['documents', 3, 'recency', 0, 'after'],
      undefined,
    ],
    [
      'recency-out-of-order',
      'documents.3.recency.1.after',
      ['documents', 3, 'recency', 1, 'after'],
      { months: 24 },
    ],
    [
      'no-chance',
      'documents.3.recency',
      ['documents', 3, 'recency'],
      [{ id: 'all', multiplier: '0', cite: 'example' }],
    ],
    [
      'zero-chance',
      'documents.3.recency.3.multiplier',
      ['documents', 3, 'recency', 3, 'multiplier'],
      '0',
    ],
    [
      'document-conflict',
      'documents.5',
      ['documents', 5],
      { ...credit, title: { zh: '甲', en: 'A' } },
    ],
    ['two-in-force', 'documents.5', ['documents', 5], { ...credit, version: '2027' }],
    ['cell-missing', 'documents.2.cells.low.A', ['documents', 2, 'cells', 'low', 'A'], undefined],
    [
      'bin-gap',
      'documents.1.terms.2.bins.0.from',
      ['documents', 1, 'terms', 2, 'bins', 0, 'from'],
      5,
    ],
    ['text-broken', 'organ', ['organ'], '\ud800'],
    ['missing-field', 'roles.credit', ['roles', 'credit'], undefined],
    ['not-one-of', 'documents.0.kind', ['documents', 0, 'kind'], 'poem'],
    ['bad-value', 'pins.example-credit@2026', ['pins'], { 'example-credit@2026': 'A' }],
  ])('%s at %s', (code, at, path, to) =>
    expect(found(changed(good, path, to))).toContainEqual([code, at]),
  );

  it('is refused with the first five issues and their number', () => {
    const bad = changed(good, ['roles'], {
      credit: 'a',
      risk: [{ scheme: 'b' }, { scheme: 'c' }],
      matrix: 'd',
      sampling: 'e',
      caps: ['f'],
    });
    expect(codeOf(() => parseProgramme(bad))).toBe('bad-programme');
    expect(() => parseProgramme(bad)).toThrow(
      'unknown-document at `roles.credit`; unknown-document at `roles.risk.0.scheme`; unknown-document at `roles.risk.1.scheme`; unknown-document at `roles.matrix`; unknown-document at `roles.sampling`; and 1 more',
    );
    expect(codeOf(() => parseProgramme(7))).toBe('bad-programme');
  });

  it('keeps a pin that holds', () => {
    const pins = { 'example-credit@2026': digest(credit) };
    expect(found({ ...good, pins })).toEqual([]);
  });

  it('warns of a floor above a cap, and is parsed all the same', () => {
    const often = { visits: 4, months: 12 };
    const keyed = changed(good, ['documents', 2, 'cells', 'low', 'A', 'key'], true);
    const source = changed(keyed, ['documents', 2, 'cells', 'low', 'A', 'frequency'], often);
    expect(found(source)).toContainEqual(['floor-over-cap', 'documents.4.limits']);
    expect(safeParseProgramme(source).ok).toBe(true);
    expect(
      found(
        changed(keyed, ['documents', 2, 'cells', 'low', 'A', 'frequency'], {
          visits: 2,
          months: 12,
        }),
      ),
    ).not.toContainEqual(['floor-over-cap', 'documents.4.limits']);
  });

  it('lets the scales of documents differ that are never in force together', () => {
    const ended = { to: '2025-12-31' };
    const scale = { id: 'new-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' };
    const documents = [
      { ...credit, ...ended, version: '2025' },
      risk,
      { ...matrix, ...ended, version: '2025' },
      ...good.documents.slice(3, 4),
      { ...credit, from: '2026-01-01', scale },
      { ...matrix, from: '2026-01-01', credit: scale },
    ];
    const cap = good.documents[4];
    expect(found({ ...good, documents: [...documents, { ...cap, ...ended }] })).toEqual([]);
    expect(found({ ...good, documents: [...documents, cap] })).toEqual([
      ['scales-differ', 'documents.6.eligible.levels.0'],
    ]);
  });
});

describe('a programme opened at a day', () => {
  const programme = parseProgramme(good);

  it('holds its documents by role, with their digests', () => {
    const { documents, mode, day } = programme.at('2026-01-15');
    expect(documents.map(({ role, id }) => [role, id])).toEqual([
      ['credit', 'example-credit'],
      ['risk', 'example-risk'],
      ['matrix', 'example-matrix'],
      ['sampling', 'example-sampling'],
      ['cap', 'beijing-two-inspections'],
    ]);
    expect(documents[0]?.digest).toBe(digest(credit));
    expect([mode, day]).toEqual(['simulation', '2026-01-15']);
  });

  it('is opened once a day', () =>
    expect(programme.at('2026-01-15')).toBe(programme.at('2026-01-15')));

  it.each([
    ['2024-12-31', 'not-in-force'],
    ['2026-02-30', 'no-such-day'],
  ])('is refused on %s: %s', (day, code) => expect(codeOf(() => programme.at(day))).toBe(code));

  it('is authoritative only where every document is in force by its own word', () => {
    const verified = (source: typeof good, last: number) => ({
      ...source,
      documents: source.documents.map((document, i) =>
        i > last ? document : { ...document, status: 'in-force' },
      ),
    });
    const modeOf = (value: unknown) => parseProgramme(value).at('2026-01-15').mode;
    expect([modeOf(verified(good, 4)), modeOf(verified(good, 3))]).toEqual([
      'authoritative',
      'simulation',
    ]);
  });

  it('refuses a role whose document changed its kind', () => {
    const source = changed(good, ['documents', 5], {
      ...matrix,
      id: 'example-credit',
      version: '2020',
      from: '2020-01-01',
      to: '2020-12-31',
    });
    expect(found(source)).toContainEqual(['wrong-kind', 'roles.credit']);
  });
});

it('each kind of document has a JSON Schema as plain data', () => {
  const schemas = documentJsonSchemas();
  expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas);
  expect(schemas['matrix']).toMatchObject({ type: 'object', additionalProperties: false });
});

it('every code has its texts', () =>
  expect(Object.keys(programmeTexts).toSorted()).toEqual([...PROGRAMME_CODES].toSorted()));
