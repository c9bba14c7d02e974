import type { Cap, CapLimit } from '../visits/cap.js';

const PLANNED = ['draw', 'floor', 'list'] as const;
const dutyFirst = ['for-cause', 'duty', 'cap'] as const;
const noOrder =
  'Whether a legal duty goes before the limit was not read: here it does, and the visit is marked.';

/**
 * Vietnam: inspection (thanh tra) and examination (kiểm tra) of the same content exclude each other in a
 * calendar year.
 *
 * @source Resolution 198/2025/QH15
 */
export const vietnamCrossKind: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'vn-cross-kind',
  version: '2025',
  title: {
    zh: '越南：同一内容的监察与检查同年互斥',
    en: 'Inspection and examination of one content exclude each other, Vietnam',
  },
  from: '2025-05-17',
  status: 'draft',
  citations: [
    {
      id: 'resolution',
      title: 'Resolution 198/2025/QH15 of the National Assembly',
      article:
        'inspection and examination on the same content exclude each other in the year, unless there are clear signs of violation',
      confidence: 'verified',
      note: 'Read in the press; the first day is recalled.',
    },
  ],
  untranslated: ['“The same content” is read as the same item.', noOrder],
  eligible: {},
  limits: (
    [
      ['inspection', 'examination'],
      ['examination', 'inspection'],
    ] as const
  ).map(
    ([first, then]): CapLimit => ({
      id: `no-${then}`,
      unit: { exempt: 'calendar-year', after: { visits: { forms: [first] } } },
      per: ['item'],
      counts: { forms: [then] },
      cite: 'resolution',
    }),
  ),
  exceptions: [{ cause: 'clear-signs-of-violation', cite: 'resolution' }],
  precedence: dutyFirst,
  cite: 'resolution',
};

/**
 * Italy: ten months without an ordinary check of the same type after one that was passed.
 *
 * @source D.Lgs. 103/2024
 */
export const italyTenMonths: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'it-ten-months',
  version: '2024',
  title: {
    zh: '意大利：合规检查后十个月内不再进行同类检查',
    en: 'Ten months after a compliant check, Italy',
  },
  from: '2024-08-02',
  status: 'draft',
  citations: [
    {
      id: 'decree',
      title: 'Decreto legislativo 103/2024',
      article:
        'no check of the same type within ten months after a compliant one; exceptions: court request, substantiated report, urgent risk, safety at work',
      confidence: 'verified',
      note: 'A law firm’s page says twelve months; ten is the statute’s. The first day is recalled.',
    },
  ],
  untranslated: [
    'At least ten days’ notice; simultaneous checks by several bodies are banned unless agreed as joint ones.',
    noOrder,
  ],
  eligible: {},
  limits: [
    {
      id: 'same-type',
      unit: { exempt: { months: 10 }, after: { visits: { outcomes: ['compliant'] } } },
      per: ['form'],
      counts: {},
      cite: 'decree',
    },
  ],
  exceptions: (
    ['court-request', 'substantiated-report', 'urgent-risk', 'work-safety'] as const
  ).map((cause) => ({ cause, cite: 'decree' })),
  precedence: dutyFirst,
  cite: 'decree',
};

/**
 * Poland: days of inspection each authority may take of a firm in a calendar year, by the firm's size.
 *
 * @source Prawo przedsiębiorców (2018), article 55
 */
export const polandDayCap: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'pl-day-cap',
  version: '2018',
  title: { zh: '波兰：每一机关每年检查日数上限', en: 'Days of inspection a year, Poland' },
  from: '2018-04-30',
  status: 'draft',
  citations: [
    {
      id: 'micro',
      title: 'Prawo przedsiębiorców',
      article: 'art. 55: micro 12 days in a calendar year',
      confidence: 'verified',
      note: 'Read in secondary pages; the first day is recalled.',
    },
    {
      id: 'larger',
      title: 'Prawo przedsiębiorców',
      article: 'art. 55: small 18, medium 24, large 48 days',
      confidence: 'recalled',
    },
  ],
  untranslated: [
    'The exceptions, which swallow the rule, were not read: none is listed.',
    'All days of a visit count in the year of its first day.',
    noOrder,
  ],
  eligible: {},
  limits: (
    [
      ['micro', 12, 'micro'],
      ['small', 18, 'larger'],
      ['medium', 24, 'larger'],
      ['large', 48, 'larger'],
    ] as const
  ).map(
    ([size, days, cite]): CapLimit => ({
      id: size,
      unit: { days },
      window: 'calendar-year',
      per: ['authority'],
      counts: {},
      eligible: { where: { field: 'size', eq: size } },
      cite,
    }),
  ),
  exceptions: [],
  precedence: dutyFirst,
  cite: 'micro',
};

/**
 * Ukraine: from one planned check to the next two, three or five years, by the firm's risk.
 *
 * @source Law of Ukraine on the basic principles of state supervision
 */
export const ukraineGapCap: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'ua-gap-cap',
  version: '2017',
  title: { zh: '乌克兰：计划检查最短间隔', en: 'Shortest gaps of planned checks, Ukraine' },
  from: '2017-01-01',
  status: 'draft',
  citations: [
    {
      id: 'gaps',
      title: 'Law of Ukraine on the basic principles of state supervision',
      article:
        'planned checks not more often than once in 2 / 3 / 5 years at high / medium / insignificant risk',
      confidence: 'verified',
      note: 'The first day is recalled. Whether each body has a gap of its own was not read: here all share one.',
    },
  ],
  untranslated: ['Checks for cause are not counted; the rules for them were not read.', noOrder],
  eligible: {},
  limits: (
    [
      ['high', 2],
      ['medium', 3],
      ['insignificant', 5],
    ] as const
  ).map(
    ([level, years]): CapLimit => ({
      id: level,
      unit: { gap: { years } },
      counts: { causes: PLANNED },
      eligible: { levels: [{ scale: 'ua-risk', levels: [level], cite: 'gaps' }] },
      cite: 'gaps',
    }),
  ),
  exceptions: [],
  precedence: dutyFirst,
  cite: 'gaps',
};
