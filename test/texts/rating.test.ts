import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/register/condition.js';
import type { Event, Fact } from '../../src/register/nouns.js';
import * as schemes from '../../src/schemes/index.js';
import { compileScheme } from '../../src/scoring/compile.js';
import { rate } from '../../src/scoring/rate.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { conditionText } from '../../src/texts/conditionText.js';
import { ratingText } from '../../src/texts/rating.js';

const asOf = '2026-01-15';

const happened = (kind: string, on: string, values: Record<string, Fact> = {}): Event => ({
  id: `${kind}-${on}`,
  kind,
  on,
  values,
  source: 'example',
});

const subject = (
  facts: Record<string, Fact>,
  events: readonly Event[] = [],
  lists: readonly string[] = [],
): Subject => ({ facts, events, lists });

const text = (scheme: Scheme, one: Subject, lang: 'zh' | 'en') =>
  ratingText(rate(compileScheme(scheme), one, { asOf }), lang, { scheme });

const kitchen = subject({ hygiene: 10, structure: 5, confidence: 10 }, [
  happened('inspection', '2025-06-01'),
]);
const ship = subject(
  {
    shipType: 'bulk',
    delivered: '2000-05-01',
    flag: 'grey',
    imoAudit: true,
    organisation: 'medium',
    organisationOfEu: true,
    company: 'high',
  },
  [happened('inspection', '2025-03-01', { deficiencies: 7 })],
);
const supplier = subject({}, [
  happened('lot', '2025-10-01', { accepted: false }),
  happened('lot', '2025-10-02', { accepted: true, acceptanceNumber: 0 }),
  happened('lot', '2025-10-03', { accepted: false }),
]);

describe('the account of a rating', () => {
  it.each([
    ['gates after each other, with what failed and by how much', schemes.ukFoodRating, kitchen],
    ['gates over points', schemes.parisMou, ship],
    ['a ladder, with every state and what brought it', schemes.iso2859, supplier],
    ['a standing outside the scale', schemes.ukFoodRating, subject({}, [], ['rating-exempt'])],
  ] as const)('tells %s', (_, scheme, one) => {
    expect(text(scheme, one, 'en')).toMatchSnapshot();
    expect(text(scheme, one, 'zh')).toMatchSnapshot();
  });

  it('names every gate that failed and the one that held', () => {
    const rating = rate(compileScheme(schemes.ukFoodRating), kitchen, { asOf });
    if (!('gates' in rating)) throw new Error('no gates');
    const lines = text(schemes.ukFoodRating, kitchen, 'en').split('\n');
    const failed = rating.gates?.filter(({ holds }) => !holds).map(({ level }) => level);
    expect(lines.filter((line) => line.startsWith('  fails '))).toHaveLength(failed?.length ?? 0);
    for (const level of failed ?? []) expect(lines.join()).toContain(`  fails ${level}: `);
    expect(lines.join()).toContain(`meets the conditions of ${rating.level}`);
  });

  it('goes by ids where the scheme is not at hand, and by the name it is given', () => {
    const rating = rate(compileScheme(schemes.exampleRisk), subject({ industry: '6210' }), {
      asOf,
    });
    expect(ratingText(rating, 'en').split('\n')[0]).toContain('example-risk: medium');
    expect(ratingText(rating, 'zh', { name: '风险' }).split('\n')[0]).toContain('风险：中，');
  });
});

describe('an override that fired', () => {
  const base = schemes.exampleRisk;
  const withEffect = (effect: NonNullable<Scheme['overrides']>[number]['effect']): Scheme => ({
    ...base,
    inputs: { ...base.inputs, order: { type: 'category', values: ['O-1'] } },
    overrides: [
      {
        id: 'extra',
        when: { field: 'list', eq: 'key-supervision' },
        effect,
        evidence: ['order'],
        reason: { zh: '专项', en: 'campaign' },
        cite: 'example',
      },
    ],
  });
  const firm = subject({ industry: '6210', order: 'O-1' }, [], ['key-supervision']);
  const line = (effect: Parameters<typeof withEffect>[0], lang: 'zh' | 'en') =>
    text(withEffect(effect), firm, lang)
      .split('\n')
      .find((one) => /override|调整/.test(one))
      ?.replace(/ \[.*/, '');

  it.each([
    [
      { step: 'worse', by: 3 },
      '  override: medium → high (the end of the scale), campaign, by order = O-1',
      '  调整：中 → 高（已到等级尽头），专项，凭据 order = O-1',
    ],
    [
      { addVisit: { within: { months: 1 } } },
      '  override: medium → medium, campaign, one more visit within 1 month, by order = O-1',
      '  调整：中 → 中，专项，1 个月内加查一次，凭据 order = O-1',
    ],
    [
      { suspend: { years: 2 } },
      '  override: medium → medium, campaign, no visits for 2 years, by order = O-1',
      '  调整：中 → 中，专项，暂停检查 2 年，凭据 order = O-1',
    ],
    [
      { suspend: { until: { zh: '诉讼终结', en: 'the suit ends' } } },
      '  override: medium → medium, campaign, no visits until the suit ends, by order = O-1',
      '  调整：中 → 中，专项，暂停检查，直至诉讼终结，凭据 order = O-1',
    ],
  ] as const)('%j says what it does and by what proof', (effect, en, zh) => {
    expect(line(effect, 'en')).toBe(en);
    expect(line(effect, 'zh')).toBe(zh);
  });
});

describe('a condition in words', () => {
  it.each([
    [{ field: 'seats', gte: 50 }, 'seats >= 50', 'seats >= 50'],
    [{ field: 'seats', between: [1, 5] }, 'seats from 1 to 5', 'seats 为 1 至 5'],
    [{ field: 'code', under: ['62', '63'] }, 'code under 62, 63', 'code 属于 62、63'],
    [{ field: 'kind', in: ['a', 'b'] }, 'kind one of a, b', 'kind 为 a、b 之一'],
    [{ field: 'kind', exists: true }, 'kind is known', '已知 kind'],
    [{ field: 'kind', exists: false }, 'kind is not known', '未知 kind'],
    [{ not: { field: 'list', eq: 'key' } }, 'not (list = key)', '非（list = key）'],
    [
      {
        all: [
          { field: 'a', gt: 1 },
          {
            any: [
              { field: 'b', lt: 2 },
              { field: 'b', lte: 1 },
            ],
          },
        ],
      },
      'a > 1 and (b < 2 or b <= 1)',
      'a > 1 且（b < 2 或 b <= 1）',
    ],
    [
      { events: { kinds: ['penalty'], within: { years: 2 }, unrepaired: true, atLeast: 2 } },
      'at least 2 unrepaired penalty within 2 years',
      '2 年内未修复的行政处罚至少 2 次',
    ],
    [{ events: { kinds: ['penalty'], atMost: 1 } }, 'at most 1 penalty', '行政处罚至多 1 次'],
    [
      { events: { kinds: ['x'], within: { days: 1 } } },
      'at least 1 x within 1 day',
      '1 日内 x 至少 1 次',
    ],
  ] as const)('%j', (condition, en, zh) => {
    expect(conditionText(condition, 'en')).toBe(en);
    expect(conditionText(condition, 'zh')).toBe(zh);
  });
});
