import { digest } from 'evenhand/core';
import {
  bookIssues,
  DOCUMENT_CODES,
  type DocumentBase,
  documentIssues,
  policyBook,
  referenceOf,
} from 'evenhand/document';
import { describe, expect, it } from 'vitest';
import { documentTexts } from '../../src/texts/document.js';
import { codeOf } from '../ticket/codeOf.js';

const base: DocumentBase = {
  schema: 'test/1',
  kind: 'test',
  id: 'rule',
  version: '1',
  from: '2024-01-01',
  status: 'draft',
  citations: [{ id: 'law', title: 'Law', confidence: 'verified' }],
  untranslated: [],
};
const first = { ...base, to: '2024-12-31' };
const second = { ...base, version: '2', from: '2025-01-01', to: '2025-12-31' };
const third = { ...base, version: '3', from: '2027-01-01' };

describe('a book of documents', () => {
  const book = policyBook([third, first, second]);

  it.each([
    ['2024-01-01', '1'],
    ['2024-12-31', '1'],
    ['2025-01-01', '2'],
    ['2025-12-31', '2'],
    ['2027-01-01', '3'],
    ['9999-12-31', '3'],
  ])('has on %s version %s', (day, version) =>
    expect(book.at(day).document('rule').version).toBe(version),
  );

  it.each(['2023-12-31', '2026-01-01', '2026-12-31'])(
    'has none on %s, and never an older one',
    (day) => {
      expect(codeOf(() => book.at(day).document('rule'))).toBe('not-in-force');
      expect(() => book.at(day).document('rule')).toThrow('2024-01-01..2024-12-31');
    },
  );

  it('knows no document it was not given, and no day that is none', () => {
    expect(codeOf(() => book.at('2025-01-01').document('other'))).toBe('unknown-document');
    expect(codeOf(() => book.at('2025-02-29'))).toBe('no-such-day');
    expect(book.at('2025-03-01').day).toBe('2025-03-01');
    expect(book.documents).toEqual([third, first, second]);
  });

  it.each<[string, DocumentBase[]]>([
    ['document-conflict', [first, { ...first, untranslated: ['x'] }]],
    ['repeated-name', [first, structuredClone(first)]],
    ['two-in-force', [first, { ...second, from: '2024-12-31' }]],
    ['two-in-force', [{ ...second, from: '2024-12-31' }, first]],
    ['two-in-force', [base, third]],
    ['two-in-force', [third, base]],
  ])('is refused for %s', (code, documents) => {
    expect(bookIssues(documents).map((issue) => [issue.code, issue.path])).toEqual([[code, [1]]]);
    expect(codeOf(() => policyBook(documents))).toBe(code);
  });

  it('lets two documents be in force on the same days', () =>
    expect(bookIssues([base, { ...base, id: 'other' }])).toEqual([]));

  it('refers to a document by its digest', () =>
    expect(referenceOf(first)).toEqual({ id: 'rule', version: '1', digest: digest(first) }));
});

describe('the frame of a document', () => {
  const found = (document: object) =>
    documentIssues(document as DocumentBase).map(({ code, severity, path }) => [
      code,
      severity,
      path,
    ]);
  const rule = { ...base, rules: [{ cite: 'law' }] };

  it('with nothing wrong has no issues', () => expect(found(rule)).toEqual([]));

  it.each([
    ['validity-inverted', 'error', ['to'], { ...rule, to: '2023-12-31' }],
    [
      'repeated-name',
      'error',
      ['citations', 1, 'id'],
      { ...rule, citations: [...base.citations, ...base.citations] },
    ],
    ['citation-dangling', 'error', ['rules', 0, 'cite'], { ...rule, rules: [{ cite: 'rumour' }] }],
    [
      'unsure-in-force',
      'warning',
      ['rules', 0, 'cite'],
      {
        ...rule,
        status: 'in-force',
        citations: [{ id: 'law', title: 'Law', confidence: 'recalled' }],
      },
    ],
  ])('%s', (code, severity, path, document) =>
    expect(found(document)).toEqual([[code, severity, path]]),
  );

  it('may last one day, and may remember a number in a draft', () => {
    expect(found({ ...rule, to: rule.from })).toEqual([]);
    expect(found({ ...rule, status: 'in-force' })).toEqual([]);
    const recalled = [{ id: 'law', title: 'Law', confidence: 'recalled' }];
    expect(found({ ...rule, citations: recalled })).toEqual([]);
  });

  it('takes no value of a table for a citation', () =>
    expect(found({ ...rule, terms: [{ table: { cite: '4' }, cite: 'law' }] })).toEqual([]));
});

it('every code has its texts', () =>
  expect(Object.keys(documentTexts).toSorted()).toEqual([...DOCUMENT_CODES].toSorted()));
