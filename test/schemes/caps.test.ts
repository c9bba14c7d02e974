import {
  beijingEtownBudget,
  chinaAuthorityCap,
  chinaPostLicence,
  chinaTaxDraws,
  chinaThreeMonths,
  italyTenMonths,
  polandDayCap,
  twoInspections,
  ukraineGapCap,
  vietnamCap,
  vietnamCrossKind,
} from 'evenhand/schemes';
import { describe, expect, it } from 'vitest';
import { type Cap, goesBefore } from '../../src/visits/cap.js';
import { capSchema } from '../../src/visits/capSchema.js';
import { checkCap } from '../../src/visits/checkCap.js';
import { Book, said } from '../visits/ledger/book.js';
import { expectPlainData } from './documents.js';

const all: readonly Cap[] = [
  twoInspections,
  beijingEtownBudget,
  chinaAuthorityCap,
  chinaThreeMonths,
  chinaPostLicence,
  chinaTaxDraws,
  vietnamCap,
  vietnamCrossKind,
  italyTenMonths,
  polandDayCap,
  ukraineGapCap,
];

describe('every cap', () => {
  it.each(all)('$id is plain data, sound, and cited', (cap) => {
    expectPlainData(cap, capSchema);
    expect(checkCap(cap)).toEqual([]);
    expect(cap.untranslated.length).toBeGreaterThan(0);
  });

  it.each(all)('$id orders the three claims, each before another or behind it', (cap) => {
    const claims = ['for-cause', 'duty', 'cap'] as const;
    for (const a of claims) {
      for (const b of claims) {
        if (a !== b) expect(goesBefore(cap, a, b)).toBe(!goesBefore(cap, b, a));
      }
    }
  });
});

// 「一年最多“一次普查+一次抽查”的联合监管」
it('pilot: one census and one spot check a year, whoever asks', () => {
  const book = new Book(twoInspections);
  expect(said(book.ask({ day: '2026-03-01', lead: 'fire' }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-12-31', lead: 'food' }))).toBe(
    'limit-reached spot-check 2027-01-01',
  );
  expect(said(book.ask({ day: '2026-05-01', lead: 'tax', kind: 'census' }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-06-01', lead: 'food', kind: 'census' }))).toBe(
    'limit-reached census 2027-01-01',
  );
  expect(said(book.ask({ day: '2027-01-01', lead: 'food' }))).toBe('admitted');
});

// 「对信用好、风险低的企业」: both, as of a day.
it('pilot: a firm of good credit with another risk is not protected', () => {
  const standing = (grade: string, level: string) => [
    { scale: 'example-credit', level: grade },
    { scale: 'example-risk', level },
  ];
  for (const [grade, level, second] of [
    ['A', 'low', 'limit-reached spot-check 2027-01-01'],
    ['A', 'medium', 'admitted'],
    ['C', 'low', 'admitted'],
  ] as const) {
    const book = new Book(twoInspections);
    book.ask({ day: '2026-03-01', standing: standing(grade, level) });
    expect(said(book.ask({ day: '2026-04-01', standing: standing(grade, level) }))).toBe(second);
  }
});

// 「综合等级 B,年度现场检查总量 12 次;可少不可多,特殊情况除外」: used 7, left 5, the 13th refused.
it('E-Town: twelve a year for tier B, the thirteenth refused, a complaint outside', () => {
  const book = new Book(beijingEtownBudget);
  const standing = [{ scale: 'beijing-etown-tier', level: 'B' }];
  const uses = Array.from({ length: 13 }, (_, i) => {
    const decision = book.ask({ day: `2025-02-${10 + i}`, lead: `body-${i}`, standing });
    return 'uses' in decision ? decision.uses?.[0]?.used : said(decision);
  });
  expect(uses).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 'limit-reached tier-b 2026-01-01']);
  const duty = { day: '2025-03-30', standing, basis: ['a law'] };
  expect(said(book.ask(duty))).toBe('limit-over-duty tier-b 2026-01-01');
  const complaint = { day: '2025-11-01', kind: 'for-cause', standing } as const;
  const evidence = { cause: 'complaint', reference: '12345-1' };
  expect(book.ask({ ...complaint, evidence })).toEqual({
    status: 'admitted',
    counts: false,
    evidence,
  });
});

// 「同一行政检查主体对同一企业的年度检查频次上限」: each authority has its own count.
it('54号: two visits a year of the fire brigade, and those of food supervision apart', () => {
  const book = new Book(chinaAuthorityCap);
  const fire = { lead: 'fire', items: ['exits'] };
  const food = { lead: 'food', items: ['kitchen'] };
  expect(said(book.ask({ day: '2026-02-01', ...fire }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-03-01', ...fire, items: ['extinguishers'] }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-04-01', ...fire }))).toBe('limit-reached fire 2027-01-01');
  expect(said(book.ask({ day: '2026-04-01', ...food }))).toBe('admitted');
  // A joint visit is one of each authority in it.
  const joint = { lead: 'food', partners: ['fire'], items: ['kitchen', 'exits'] };
  expect(said(book.ask({ day: '2026-05-01', ...joint }))).toBe('limit-reached fire 2027-01-01');
});

// 「未经公布的检查事项不得实施，企业有权拒绝」
it('54号: an item its authority has not published is refused, by name, whatever the cause', () => {
  const book = new Book(chinaAuthorityCap);
  const decision = book.ask({ day: '2026-02-01', lead: 'fire', items: ['exits', 'books'] });
  expect(decision).toMatchObject({
    because: [
      { code: 'item-not-published', items: ['books'], limit: 'cn-authority-cap/published' },
    ],
  });
  expect(said(book.ask({ day: '2026-02-01', lead: 'tax', items: ['exits'] }))).toBe(
    'item-not-published published',
  );
  const evidence = { cause: 'complaint', reference: '12345-1' };
  const cause = { day: '2026-02-01', lead: 'fire', kind: 'for-cause', evidence } as const;
  expect(said(book.ask({ ...cause, items: ['books'] }))).toBe('item-not-published published');
  expect(said(book.ask({ ...cause, items: ['exits'] }))).toBe('admitted');
});

// 「三个月内原则上不重复检查已检查的项目；涉嫌违法或者存在明显风险隐患的除外」 — worked table T11.
describe('three months after an upper level’s check', () => {
  const city = { day: '2026-01-15', lead: 'city-food', items: ['a', 'b'], cause: 'list' } as const;
  const district = { lead: 'district-food', items: ['a', 'c'], cause: 'list' } as const;

  it('only c may be checked on 1 March', () => {
    const book = new Book(chinaThreeMonths);
    book.ask(city);
    const decision = book.ask({ ...district, day: '2026-03-01' });
    expect(decision).toMatchObject({ because: [{ items: ['a'], free: '2026-04-15' }] });
    expect(said(book.ask({ ...district, day: '2026-03-01', items: ['c'] }))).toBe('admitted');
  });

  it('with a suspected offence both, and on 16 April both', () => {
    const book = new Book(chinaThreeMonths);
    book.ask(city);
    const evidence = { cause: 'suspected-offence', reference: 'file 3' };
    expect(said(book.ask({ ...district, day: '2026-03-01', evidence }))).toBe('admitted');
    expect(said(book.ask({ ...district, day: '2026-04-16' }))).toBe('admitted');
  });

  it('the upper level may check what the lower has, and not before it where both are booked', () => {
    const book = new Book(chinaThreeMonths);
    expect(said(book.ask({ ...district, day: '2026-03-01' }))).toBe('admitted');
    expect(said(book.ask({ ...city, day: '2026-03-20' }))).toBe('admitted');
    const early = new Book(chinaThreeMonths);
    early.ask({ ...district, day: '2026-03-01' });
    expect(said(early.ask(city))).toBe('limit-reached not-again 2026-03-02');
  });
});

// 「已进行证后监督检查的，同年不再进行常规监督检查」 — worked table T12: blocked until 2026-12-31.
it('证后 in 2026 blocks 常规 until 31 December', () => {
  const book = new Book(chinaPostLicence);
  const form = (name: string) => ({ form: `special-equipment-${name}` });
  expect(said(book.ask({ day: '2026-03-01', ...form('post-licence') }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-12-31', ...form('routine') }))).toBe(
    'limit-reached routine 2027-01-01',
  );
  expect(said(book.ask({ day: '2027-01-01', ...form('routine') }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-04-01', form: 'lift-rescue' }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-04-01' }))).toBe('facet-missing');
});

// 「三年内已被随机抽查的税务稽查对象，不列入随机抽查范围」 — worked table T19.
it('tax: drawn on 1 March 2024, out in 2025 and 2026, back on 1 March 2027', () => {
  const book = new Book(chinaTaxDraws);
  const draw = { form: 'tax-inspection', cause: 'draw', lead: 'tax' } as const;
  expect(said(book.ask({ day: '2024-03-01', ...draw }))).toBe('admitted');
  for (const day of ['2025-06-01', '2026-12-31', '2027-02-28']) {
    expect(said(book.ask({ day, ...draw }))).toBe('limit-reached not-drawn-again 2027-03-01');
  }
  expect(said(book.ask({ day: '2026-12-31', ...draw, cause: 'list' }))).toBe('admitted');
  expect(said(book.ask({ day: '2027-03-01', ...draw }))).toBe('admitted');
});

// "inspection and examination on the same content exclude each other in the year"
it('Vietnam: what was inspected is not examined in the year, nor the other way round', () => {
  for (const [first, then] of [
    ['inspection', 'examination'],
    ['examination', 'inspection'],
  ] as const) {
    const book = new Book(vietnamCrossKind);
    expect(said(book.ask({ day: '2026-05-01', form: first, items: ['tax'] }))).toBe('admitted');
    const other = { form: then, items: ['tax', 'fire'], lead: 'ministry' };
    expect(book.ask({ day: '2026-12-31', ...other })).toMatchObject({
      because: [{ limit: `vn-cross-kind/no-${then}`, items: ['tax'] }],
      free: '2027-01-01',
    });
    expect(said(book.ask({ day: '2026-12-31', ...other, items: ['fire'] }))).toBe('admitted');
    expect(said(book.ask({ day: '2026-02-01', ...other }))).toContain('limit-reached');
    const evidence = { cause: 'clear-signs-of-violation', reference: 'file 9' };
    expect(said(book.ask({ day: '2026-12-31', ...other, evidence }))).toBe('admitted');
  }
});

// "one visit in a calendar year, interdisciplinary ones included, unless there are clear signs of violation"
it('Vietnam: one visit a year of all bodies together', () => {
  const book = new Book(vietnamCap);
  expect(said(book.ask({ day: '2026-05-01', lead: 'tax', partners: ['fire'] }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-12-31', lead: 'labour', kind: 'census' }))).toBe(
    'limit-reached one-visit 2027-01-01',
  );
});

// "no check of the same type within ten months after a compliant one"
it('Italy: ten months after a compliant check, of the same type only, and not after another', () => {
  const book = new Book(italyTenMonths);
  const check = (day: string, form = 'hygiene', id = `${form} ${day}`) => ({ day, form, id });
  const held = (visit: string, day: string, outcome: string): void => {
    book.act({ act: 'start', visit, at: day });
    book.act({ act: 'finish', visit, at: day, outcome });
  };
  expect(said(book.ask(check('2025-03-15')))).toBe('admitted');
  // Nothing is known of it yet, so nothing is exempt.
  expect(said(book.ask(check('2025-06-01')))).toBe('admitted');
  held('hygiene 2025-03-15', '2025-03-15', 'compliant');
  expect(said(book.ask(check('2026-01-14')))).toBe('limit-reached same-type 2026-01-15');
  expect(said(book.ask(check('2026-01-15')))).toBe('admitted');
  expect(said(book.ask(check('2025-04-01', 'labour')))).toBe('admitted');
  const evidence = { cause: 'urgent-risk', reference: 'note 4' };
  expect(said(book.ask({ ...check('2025-09-01'), evidence }))).toBe('admitted');
  // What was booked before loses its ground at the door.
  expect(said(book.act({ act: 'start', visit: 'hygiene 2025-06-01', at: '2025-06-01' }))).toBe(
    'limit-reached same-type 2026-01-15',
  );
  held('labour 2025-04-01', '2025-06-01', 'violation');
  expect(said(book.ask(check('2025-07-01', 'labour')))).toBe('admitted');
});

// "art. 55: micro 12, small 18, medium 24, large 48 days"
it.each([
  ['micro', 12],
  ['small', 18],
  ['medium', 24],
  ['large', 48],
] as const)('Poland: a %s firm bears %i days a year of each authority', (size, days) => {
  const book = new Book(polandDayCap);
  const firm = { facts: { size }, events: [], lists: [] };
  expect(said(book.ask({ day: '2026-01-10', firm, days: days - 2 }))).toBe('admitted');
  expect(said(book.ask({ day: '2026-05-10', firm, days: 3 }))).toBe(
    `limit-reached ${size} 2027-01-01`,
  );
  expect(said(book.ask({ day: '2026-05-10', firm, days: 2 }))).toBe('admitted');
  // The limit is each authority's, so bodies can stack.
  expect(said(book.ask({ day: '2026-06-10', firm, days, lead: 'tax' }))).toBe('admitted');
});

it('Poland: without a size the smallest number holds, and a firm without one is asked for it', () => {
  const book = new Book(polandDayCap);
  expect(said(book.ask({ day: '2026-01-10', days: 13 }))).toBe('limit-reached micro');
  const firm = { facts: {}, events: [], lists: [] };
  const asked = book.ask({ day: '2026-01-10', firm });
  // Once, though each of the four limits asks for it, and by its name.
  expect(asked.status === 'refused' && asked.because).toMatchObject([
    { code: 'fact-missing', path: ['firm'], params: { expected: 'size' } },
  ]);
});

// "planned checks not more often than once in 2 / 3 / 5 years at high / medium / insignificant risk"
it.each([
  ['high', '2028-02-27', '2028-02-28'],
  ['medium', '2029-02-27', '2029-02-28'],
  ['insignificant', '2031-02-27', '2031-02-28'],
] as const)('Ukraine: at %s risk no planned check on %s, one on %s', (level, early, free) => {
  const book = new Book(ukraineGapCap);
  const standing = [{ scale: 'ua-risk', level }];
  const planned = { standing, cause: 'list' } as const;
  expect(said(book.ask({ day: '2026-02-28', ...planned }))).toBe('admitted');
  expect(said(book.ask({ day: early, ...planned, lead: 'tax' }))).toBe(
    `limit-reached ${level} ${free}`,
  );
  // Not planned, not counted.
  const evidence = { cause: 'complaint', reference: 'file 1' };
  expect(said(book.ask({ day: '2026-06-01', kind: 'for-cause', standing, evidence }))).toBe(
    'admitted',
  );
  expect(said(book.ask({ day: free, ...planned }))).toBe('admitted');
  // Nor the other way round: a check before the one that is booked.
  expect(said(book.ask({ day: '2025-12-01', ...planned }))).toContain(`limit-reached ${level}`);
});
