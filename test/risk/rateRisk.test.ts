import { rateRisk } from 'evenhand/risk';
import { exampleRisk } from 'evenhand/schemes';
import { compileScheme } from 'evenhand/scoring';
import { describe, expect, it } from 'vitest';
import { event, firmWith } from '../scoring/schemes.js';
import { codeOf } from '../ticket/codeOf.js';

const scheme = compileScheme(exampleRisk);
const asOf = '2026-01-15';
const known = { industry: '6210', hazardous: false, crowd: 10, standardised: 'certified' };
const rate = (facts: object, more: object = {}) => {
  const firm = firmWith({ since: '2010-05-01', facts: { ...known, ...facts }, ...more });
  const { score, level } = rateRisk(scheme, firm, { asOf });
  return [score, level];
};

describe('the example’s risk rating, by hand', () => {
  it.each([
    ['a known restaurant: 20', {}, {}, '20', 'low'],
    ['hazardous and crowded: 20 + 12 + 4', { hazardous: true, crowd: 50 }, {}, '36', 'medium'],
    [
      'static points end at 40: 36 + 12 + 8',
      { industry: '25', hazardous: true, crowd: 300 },
      {},
      '40',
      'medium',
    ],
    ['an accident: 20 + 30', {}, { events: [event('accident', '2025-09-30')] }, '50', 'high'],
    [
      'the same a year old: 20 + 15',
      {},
      { events: [event('accident', '2025-01-15')] },
      '35',
      'medium',
    ],
    [
      'exactly 30: 20 + 4 + 4 + 2',
      { crowd: 50, standardised: 'none' },
      { since: '2023-06-01' },
      '30',
      'medium',
    ],
    ['an unknown industry: 10', { industry: '9999' }, {}, '10', 'low'],
    ['on the key list', {}, { lists: ['key-supervision'] }, '20', 'medium'],
  ])('%s', (_, facts, more, score, level) => expect(rate(facts, more)).toEqual([score, level]));

  it('is refused without an industry', () =>
    expect(codeOf(() => rateRisk(scheme, firmWith({}), { asOf }))).toBe('not-assessable'));
});
