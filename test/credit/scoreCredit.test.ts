import { scoreCredit } from 'evenhand/credit';
import { exampleCredit } from 'evenhand/schemes';
import { compileScheme } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { event, firmWith } from '../scoring/schemes.js';
import { codeOf } from '../ticket/codeOf.js';

const scheme = compileScheme(exampleCredit);
const asOf = '2026-01-15';
const rate = (firm: object) => {
  const { score, grade } = scoreCredit(scheme, firmWith(firm), { asOf });
  return [score, grade];
};

describe('the example’s credit score, by hand', () => {
  it.each([
    ['nothing on record', {}, '100', 'A'],
    [
      'one general penalty: 100 − 15',
      { events: [event('penalty-general', '2025-09-30')] },
      '85',
      'B',
    ],
    [
      'the same repaired: 100 − 5',
      { events: [event('penalty-general', '2025-09-30', { repairedOn: '2026-01-10' })] },
      '95',
      'A',
    ],
    [
      'the same a year old: 100 − 7.5',
      { events: [event('penalty-general', '2025-01-15')] },
      '92.5',
      'A',
    ],
    [
      'two serious and a late report: 100 − 75',
      {
        events: [
          event('penalty-serious', '2025-09-30'),
          event('penalty-serious', '2025-10-30'),
          event('report-late', '2025-02-01'),
        ],
      },
      '25',
      'D',
    ],
    [
      'honesty alone adds nothing above 100',
      { events: [event('award', '2025-09-30')] },
      '100',
      'A',
    ],
    [
      'honesty beside a penalty: 100 − 15 + 4',
      { events: [event('award', '2025-09-30'), event('penalty-general', '2025-09-30')] },
      '89',
      'B',
    ],
    ['tax grade D: 100 − 18', { facts: { taxGrade: 'D' } }, '82', 'B'],
    ['a list of abnormal operations holds at C', { lists: ['abnormal-operations'] }, '100', 'C'],
    ['serious dishonesty is D', { lists: ['serious-dishonesty'] }, '100', 'D'],
  ])('%s', (_, firm, score, grade) => expect(rate(firm)).toEqual([score, grade]));

  it('has its reasons with their articles', () =>
    expect(
      scoreCredit(scheme, firmWith({ events: [event('penalty-general', '2025-09-30')] }), { asOf }),
    ).toMatchObject({
      scale: 'example-credit',
      start: '100',
      band: { range: '>= 70, < 90', level: 'B' },
      reasons: [
        { rule: 'penalties', points: '-15', article: '第七十三条' },
        { rule: 'tax-grade', what: 'missing', points: '0' },
      ],
    }));

  it('is refused for a fact outside its domain, with the entity and the fact', () => {
    const firm = firmWith({ facts: { taxGrade: 'E' } });
    expect(codeOf(() => scoreCredit(scheme, firm, { asOf }))).toBe('not-assessable');
    expect(() => scoreCredit(scheme, firm, { asOf })).toThrow('`firm`: out-of-domain `taxGrade`');
    const { id: _, ...nameless } = firm;
    expect(() => scoreCredit(scheme, nameless, { asOf })).toThrow('no score for entity ``');
  });
});
