import { defineSchedule } from '../matrix/schedule.js';
import { defineScheme } from '../scoring/scheme.js';

const points = { type: 'integer', min: 0, max: 1_000 } as const;
const INDICATORS = ['1', '2', '3', '4', '5'] as const;

/**
 * Financial control on Sakhalin: the points of the indicators that were analysed, in per cent of the
 * most these could give. An indicator nobody looked at counts neither above nor below.
 */
export const russiaPercent = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'ru-percent-of-attainable',
  version: '1',
  title: { zh: '俄罗斯萨哈林财政监督定级', en: 'Russia, Sakhalin: financial control by per cent' },
  from: '2021-01-01',
  status: 'draft',
  citations: [
    {
      id: 'bands',
      title: 'Sakhalin: criteria of risk in financial control',
      confidence: 'verified',
      note: 'High above 70 %, medium from 50 to 70 % of the most that can be reached by the indicators actually analysed; below 50 low. Its day is not known; the first day of a year stands here.',
    },
    {
      id: 'indicators',
      title: 'Five indicators with their points and their most',
      confidence: 'example',
      note: 'The indicators themselves were not read: five stand here, each with the points it has and the most it can give.',
    },
  ],
  untranslated: ['The indicators and their points.'],
  scale: { id: 'ru-percent-of-attainable', levels: ['low', 'medium', 'high'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: Object.fromEntries(
    INDICATORS.flatMap((n) => [
      [`points${n}`, points],
      [`most${n}`, points],
    ]),
  ),
  values: [
    {
      kind: 'ratio',
      id: 'percent',
      title: { zh: '占可得分的百分比', en: 'Per cent of what could be reached' },
      of: INDICATORS.map((n) => ({
        upper: { value: `points${n}` },
        lower: { value: `most${n}` },
      })),
      times: 100,
      places: 1,
      rounding: 'between',
      missing: 'skip',
      cite: 'indicators',
    },
  ],
  terms: [],
  bandsOn: 'percent',
  bands: [
    { level: 'low', cite: 'bands' },
    { from: 50, level: 'medium', cite: 'bands' },
    { above: 70, level: 'high', cite: 'bands' },
  ],
});

/**
 * Planned checks by category in Russia: high once in two years, or one mandatory preventive visit a
 * year in their place; medium once in four, low none.
 */
export const russiaCategoryTempo = defineSchedule({
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'ru-category-tempo',
  version: '2025',
  title: { zh: '俄罗斯按类别计划检查', en: 'Russia: planned checks by category' },
  from: '2025-01-01',
  status: 'draft',
  citations: [
    {
      id: 'periods',
      title: 'Периодичность плановых контрольных мероприятий',
      link: 'https://docs.cntd.ru/document/574893515',
      confidence: 'verified',
      note: 'High once in two years, medium once in four, low none; since 2025 for high one mandatory preventive visit a year may stand in place of the check. The first day of that year stands here.',
    },
  ],
  untranslated: ['The other categories; who chooses between the check and the preventive visit.'],
  scale: { id: 'ru-category', levels: ['low', 'medium', 'high'], worse: 'last' },
  levels: {
    low: { cap: { visits: 0, per: { years: 1 } }, cite: 'periods' },
    medium: { cap: { visits: 1, per: { years: 4 } }, cite: 'periods' },
    high: { cap: { visits: 1, per: { years: 2 } }, cite: 'periods' },
  },
  reliance: [
    {
      id: 'preventive-visit',
      levels: ['high'],
      when: { events: { kinds: ['preventive-visit'], within: { years: 1 }, atLeast: 1 } },
      effect: 'replaces-visit',
      cite: 'periods',
    },
  ],
});
