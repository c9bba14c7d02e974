import {
  checkRecognition,
  type ForeignGrade,
  parseRecognition,
  type Recognition,
  recognise,
  recognitionSchema,
  safeRecognise,
} from 'evenhand/credit';
import { beijingInTianjin, beijingNineToFour } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { expectPlainData } from '../schemes/documents.js';
import { codeOf } from '../ticket/codeOf.js';

const grade: ForeignGrade = {
  jurisdiction: '110000',
  scale: 'beijing-credit',
  level: 'A-',
  asOf: '2026-01-10',
};
const four = { jurisdiction: '110000', scale: 'beijing-credit-four' };
const tianjin = { jurisdiction: '120000', scale: 'tianjin-credit' };
const day = '2026-01-15';
const codes = (change: Partial<Recognition>) =>
  checkRecognition({ ...beijingNineToFour, ...change }).map(({ code }) => code);

describe('a conversion', () => {
  it.each([
    ['beijingNineToFour', beijingNineToFour],
    ['beijingInTianjin', beijingInTianjin],
  ])('%s is plain data without a finding', (_, document) => {
    expectPlainData(document, recognitionSchema);
    expect(checkRecognition(document)).toEqual([]);
    expect(parseRecognition(document)).toEqual(document);
  });

  const { table } = beijingNineToFour;
  it.each([
    ['that drops what it loses in silence', { lost: [] }, ['loss-unsaid']],
    ['without a line for a level', { table: table.slice(1) }, ['level-not-converted']],
    ['with two lines for one', { table: [...table, ...table.slice(0, 1)] }, ['repeated-name']],
    [
      'to a level there is not',
      { table: table.map((line) => ({ ...line, becomes: 'E' })) },
      Array(9).fill('no-such-level'),
    ],
    [
      'that turns the order round',
      { table: table.map((line) => (line.level === 'A' ? { ...line, becomes: 'D' } : line)) },
      ['conversion-turned'],
    ],
    [
      'to itself',
      {
        target: beijingNineToFour.source,
        table: beijingInTianjin.table.map((line) => ({ ...line, cite: 'nine' })),
      },
      ['converts-to-itself'],
    ],
  ])('%s is refused', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
    expect(codeOf(() => parseRecognition({ ...beijingNineToFour, ...change }))).toBe(
      'bad-document',
    );
  });
});

describe('a grade elsewhere', () => {
  // 「A 优、B 良、C 中、D 差,并以“+”“-”细分」
  it('is what the table says, with what is lost', () => {
    const taken = recognise([beijingInTianjin, beijingNineToFour], grade, four, day);
    expect([taken.level, taken.document.id, taken.lost.length]).toEqual([
      'A',
      'beijing-nine-to-four',
      2,
    ]);
    expect(recognise([beijingInTianjin], grade, tianjin, day).level).toBe('A-');
  });

  it.each([
    [
      'without a table, though the letters are equal',
      [beijingNineToFour],
      grade,
      tianjin,
      day,
      'no-conversion',
    ],
    [
      'with a table for the other way alone',
      [beijingNineToFour],
      { ...grade, scale: 'beijing-credit-four' },
      { jurisdiction: '110000', scale: 'beijing-credit' },
      day,
      'no-conversion',
    ],
    [
      'before the table was in force',
      [beijingNineToFour],
      grade,
      four,
      '2022-06-30',
      'no-conversion',
    ],
    [
      'of a level the scale does not have',
      [beijingNineToFour],
      { ...grade, level: 'A+' },
      four,
      day,
      'no-such-level',
    ],
    [
      'of a later day',
      [beijingNineToFour],
      { ...grade, asOf: '2026-01-16' },
      four,
      day,
      'grade-of-later-day',
    ],
    [
      'of a level the table does not take',
      [
        {
          ...beijingNineToFour,
          table: beijingNineToFour.table.map((line) =>
            line.level === 'A-' ? { ...line, becomes: null } : line,
          ),
        },
      ],
      grade,
      four,
      day,
      'not-recognised',
    ],
  ] as const)('is refused %s', (_, documents, one, to, on, code) => {
    expect(codeOf(() => recognise(documents, one, to, on))).toBe(code);
    const found = safeRecognise(documents, one, to, on);
    expect(found.ok ? [] : found.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('may be as old as the document says, to the day', () => {
    const month = { ...beijingNineToFour, validFor: { period: { months: 1 }, cite: 'nine' } };
    const on = (asked: string) =>
      safeRecognise([month], { ...grade, asOf: '2026-01-31' }, four, asked).ok;
    expect([on('2026-02-28'), on('2026-03-01')]).toEqual([true, false]);
  });
});
