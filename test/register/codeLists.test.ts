import { describe, expect, it } from 'vitest';
import { BEIJING_DISTRICTS, isBeijingDistrict } from '../../src/register/division.js';
import { INDUSTRY_SECTIONS, sectionOf } from '../../src/register/industry.js';

describe('the districts of Beijing', () => {
  it('are sixteen, ascending, each named once in both languages', () => {
    const codes = BEIJING_DISTRICTS.map(({ code }) => code);
    expect(codes).toHaveLength(16);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(BEIJING_DISTRICTS.map(({ zh }) => zh)).size).toBe(16);
    expect(new Set(BEIJING_DISTRICTS.map(({ en }) => en)).size).toBe(16);
    expect(codes.every((code) => /^1101\d\d$/.test(code))).toBe(true);
  });

  it('are those of today, not the abolished ones', () => {
    expect(isBeijingDistrict('110119')).toBe(true);
    for (const old of ['110000', '110103', '110104', '110228', '110229', '']) {
      expect(isBeijingDistrict(old)).toBe(false);
    }
  });
});

describe('the industry sections', () => {
  it('are the letters A to T and cover the divisions 01 to 97 without gap or overlap', () => {
    expect(INDUSTRY_SECTIONS.map(({ section }) => section).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    let next = 1;
    for (const { from, to } of INDUSTRY_SECTIONS) {
      expect(from).toBe(next);
      expect(to).toBeGreaterThanOrEqual(from);
      next = to + 1;
    }
    expect(next).toBe(98);
  });

  it.each([
    ['01', 'A'],
    ['05', 'A'],
    ['06', 'B'],
    ['621', 'H'],
    ['6210', 'H'],
    ['6310', 'I'],
    ['8399', 'P'],
    ['9700', 'T'],
  ])('put %s into %s', (code, section) => {
    expect(sectionOf(code)).toBe(section);
  });

  it.each(['00', '98', '6', '62100', 'H62', '', ' 62'])('do not know `%s`', (code) => {
    expect(sectionOf(code)).toBeUndefined();
  });
});
