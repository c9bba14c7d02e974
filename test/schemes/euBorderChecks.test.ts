import { euBorderChecks } from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { answer, every, expectPublished, quickly } from './published.js';

const goods = (
  baseline: string,
  seriousDeficiencies: boolean,
  nonCompliance: string,
  averageNonCompliance: string,
) => ({
  facts: { baseline, seriousDeficiencies, nonCompliance, averageNonCompliance },
});
const NEXT: Record<string, string> = { 1: '5', 5: '15', 15: '30', 30: '50', 100: '100' };

describe('EU 2019/2129: frequency of checks at the border', () => {
  it('is plain data without a finding', () => expectPublished(euBorderChecks));

  it.each([
    ['the baseline', goods('15', false, '2', '2'), '15'],
    [
      '«exceeds the average by 30 %»: 2.6 is 1.3 × 2, not more',
      goods('15', false, '2.6', '2'),
      '15',
    ],
    ['2.6001 is more', goods('15', false, '2.6001', '2'), '30'],
    ['serious deficiencies', goods('1', true, '0', '2'), '5'],
    ['50 % where the baseline is 30 %', goods('30', true, '0', '2'), '50'],
    ['100 % has no higher one', goods('100', true, '9', '2'), '100'],
    ['any non-compliance where all others have none', goods('5', false, '0.0001', '0'), '15'],
    [
      'serious deficiencies, whatever is not known',
      { facts: { baseline: '1', seriousDeficiencies: true } },
      '5',
    ],
  ])('%s', (_, known, level) => expect(answer(euBorderChecks, known)).toBe(`0 → ${level}`));

  it('is exact where doubles are not: 1.3 × 0.7', () => {
    expect(0.91 > 0.7 * 1.3).toBe(true);
    expect(answer(euBorderChecks, goods('1', false, '0.91', '0.7'))).toBe('0 → 1');
  });

  it('refuses where it hangs on a rate that is not known', () => {
    expect(() =>
      answer(euBorderChecks, { facts: { baseline: '1', seriousDeficiencies: false } }),
    ).toThrow('excess');
  });

  it('agrees with the ladder of rates in every cell', () => {
    const fast = quickly(euBorderChecks);
    for (const facts of every({
      baseline: Object.keys(NEXT),
      seriousDeficiencies: [true, false],
      nonCompliance: [0, 1, 1.2999, 1.3, 1.3001, 100],
      averageNonCompliance: [0, 1, 76.9, 100],
    })) {
      const ten = Math.round(Number(facts['nonCompliance']) * 10_000) * 10;
      const thirteen = Math.round(Number(facts['averageNonCompliance']) * 10_000) * 13;
      const isRaised = facts['seriousDeficiencies'] === true || ten > thirteen;
      const baseline = String(facts['baseline']);
      expect(fast(facts).level).toBe(isRaised ? NEXT[baseline] : baseline);
    }
  });
});
