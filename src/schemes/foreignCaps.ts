import { defineSchedule } from '../matrix/schedule.js';
import type { Cap } from '../visits/cap.js';

/**
 * Vietnam: one inspection of a firm in a calendar year, those of several bodies together included.
 *
 * @source Resolution 198/2025/QH15
 */
export const vietnamCap: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'vn-one-inspection',
  version: '2025',
  title: { zh: '越南:每年至多检查一次', en: 'At most one inspection a year, Vietnam' },
  from: '2025-05-17',
  status: 'draft',
  citations: [
    {
      id: 'resolution',
      title: 'Resolution 198/2025/QH15 of the National Assembly; Directive 20/CT-TTg of 2017',
      article:
        'one visit in a calendar year, interdisciplinary ones included, unless there are clear signs of violation',
      confidence: 'verified',
      note: 'Read in the press; the first day is recalled. Whether inspection and examination have one visit each or one together is not sure: the rule that the two exclude each other on the same content would say nothing if they had one together. Here they have one together.',
    },
  ],
  untranslated: [
    'Inspection (thanh tra) and examination (kiểm tra) of the same content exclude each other in a year: the cap does not know content.',
    'Clear signs of violation are said as the cause “case”.',
    'Plans and conclusions are public; a visit out of plan may not widen its scope (2017).',
  ],
  eligible: {},
  limits: [
    {
      id: 'one-visit',
      unit: { visits: 1 },
      window: 'calendar-year',
      counts: {},
      cite: 'resolution',
    },
  ],
  exceptions: [{ cause: 'case', cite: 'resolution' }],
  precedence: ['for-cause', 'cap', 'duty'],
  cite: 'resolution',
};

/**
 * Italy: one ordinary check a year of a firm certified to be of low risk.
 *
 * @source D.Lgs. 103/2024
 */
export const italyLowRiskCap: Cap = {
  schema: 'evenhand/cap/2',
  kind: 'cap',
  id: 'it-low-risk',
  version: '2024',
  title: {
    zh: '意大利:低风险企业每年一次普通检查',
    en: 'One ordinary check a year at low risk, Italy',
  },
  from: '2024-08-02',
  status: 'draft',
  citations: [
    {
      id: 'decree',
      title: 'Decreto legislativo 103/2024',
      article: 'low-risk certified: ordinary checks at most once a year',
      confidence: 'verified',
      note: 'Read in two secondary pages; the first day is recalled. Whether the year is the calendar’s is not said.',
    },
  ],
  untranslated: [
    'At least ten days’ notice; simultaneous checks by several bodies are banned unless agreed as joint ones; the electronic file is read first.',
    'A court’s request is said as “transfer”, a substantiated report as “complaint”, an urgent risk as “emergency”; checks of safety at work stand outside too and have no cause here.',
  ],
  eligible: { levels: [{ scale: 'it-risk', levels: ['low'], cite: 'decree' }] },
  limits: [
    {
      id: 'one-ordinary',
      unit: { visits: 1 },
      window: 'calendar-year',
      counts: {},
      cite: 'decree',
    },
  ],
  exceptions: (['complaint', 'transfer', 'emergency'] as const).map((cause) => ({
    cause,
    cite: 'decree',
  })),
  precedence: ['for-cause', 'duty', 'cap'],
  cite: 'decree',
};

/**
 * Italy: ten months without a check of the same type after one that was passed.
 *
 * @source D.Lgs. 103/2024
 */
export const italyAfterCompliant = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'it-after-compliant',
  version: '2024',
  title: {
    zh: '意大利:合规检查后十个月免查',
    en: 'Ten months after a check that was passed, Italy',
  },
  from: '2024-08-02',
  status: 'draft',
  citations: [
    {
      id: 'decree',
      title: 'Decreto legislativo 103/2024',
      article: 'no check of the same type within ten months after a compliant one',
      confidence: 'verified',
      note: 'A law firm’s page says twelve months; ten is the statute’s. The first day is recalled.',
    },
  ],
  untranslated: ['Of the same type: an event of a passed check holds here for every type.'],
  scale: { id: 'it-firm', levels: ['any'], worse: 'last' },
  levels: { any: { cite: 'decree' } },
  reliance: [
    {
      id: 'passed-check',
      when: { events: { kinds: ['check-passed'], within: { months: 10 }, atLeast: 1 } },
      effect: { tempo: { cap: { visits: 0, per: { months: 10 } } } },
      cite: 'decree',
    },
  ],
});

/**
 * Poland: days of inspection an authority may take of a firm in a calendar year, by its size.
 *
 * @source Prawo przedsiębiorców (2018), article 55
 */
export const polandDays = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'pl-days',
  version: '2018',
  title: { zh: '波兰:每年检查日数上限', en: 'Days of inspection a year, Poland' },
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
    'The limit is each authority’s, so bodies can stack: the schedule does not know whose days they are.',
    'The exceptions, which swallow the rule, were not read.',
    'Since 2026-01-01 plans follow risk classes; once in 5, 3 and 2 years stood in the draft.',
  ],
  scale: { id: 'pl-size', levels: ['micro', 'small', 'medium', 'large'], worse: 'last' },
  levels: {
    micro: { cap: { days: 12, per: 'calendar-year' }, cite: 'micro' },
    small: { cap: { days: 18, per: 'calendar-year' }, cite: 'larger' },
    medium: { cap: { days: 24, per: 'calendar-year' }, cite: 'larger' },
    large: { cap: { days: 48, per: 'calendar-year' }, cite: 'larger' },
  },
});

/**
 * Ukraine: planned checks not more often than once in two, three and five years, and how many firms
 * may stand in each class.
 *
 * @source Law of Ukraine on state supervision; methodology of 2013 for the shares
 */
export const ukraineGaps = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'ua-gaps',
  version: '2017',
  title: { zh: '乌克兰:计划检查最短间隔', en: 'Shortest gaps of planned checks, Ukraine' },
  from: '2017-01-01',
  status: 'draft',
  citations: [
    {
      id: 'gaps',
      title: 'Law of Ukraine on the basic principles of state supervision',
      article:
        'planned checks not more often than once in 2 / 3 / 5 years at high / medium / insignificant risk',
      confidence: 'verified',
      note: 'The first day is recalled.',
    },
    {
      id: 'shares',
      title: 'Methodology of risk criteria, 2013',
      article: 'high at most 10 %, medium at most 30 %, low at least 60 % of firms',
      confidence: 'verified',
      note: 'Older than the gaps; whether it is still in force was not read.',
    },
  ],
  untranslated: ['Only planned checks are counted; those for cause were not read.'],
  scale: { id: 'ua-risk', levels: ['insignificant', 'medium', 'high'], worse: 'last' },
  levels: {
    insignificant: { cap: { gap: { years: 5 } }, cite: 'gaps' },
    medium: { cap: { gap: { years: 3 } }, cite: 'gaps' },
    high: { cap: { gap: { years: 2 } }, cite: 'gaps' },
  },
  population: [
    { id: 'high', kind: 'share', levels: ['high'], atMost: '10%', cite: 'shares' },
    { id: 'medium', kind: 'share', levels: ['medium'], atMost: '30%', cite: 'shares' },
    {
      id: 'insignificant',
      kind: 'share',
      levels: ['insignificant'],
      atLeast: '60%',
      cite: 'shares',
    },
  ],
});
