import type { Period } from '../core/day.js';
import type { Citation } from '../document/document.js';
import { defineSchedule, type Schedule } from '../matrix/schedule.js';
import { type Band, defineScheme, type Part, type Scheme } from '../scoring/scheme.js';

type RiskClass = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

const citations: readonly Citation[] = [
  {
    id: 'parts',
    title: 'AVV Rahmen-Überwachung, Risikobeurteilung von Lebensmittelbetrieben',
    article: 'Anlage 1',
    confidence: 'verified',
    note: 'Four main characteristics of at most 120, 15, 25 and 40 points, 200 in all; states may change their number at constant total points.',
  },
  {
    id: 'criteria',
    title: 'AVV Rahmen-Überwachung, Beurteilungsmerkmale der Hauptmerkmale II bis IV',
    article: 'Anlage 1',
    confidence: 'verified',
    note: 'The criteria of IV are printed as 5, 11, 11, 13 and 3: 43, where IV has 40. Cleaning with 8 would make 40 (inferred). Both stand here: the printed 11, and the ceiling of 40.',
  },
  {
    id: 'classes',
    title: 'AVV Rahmen-Überwachung, Risikoklassen',
    article: 'Anlage 1',
    confidence: 'recalled',
    note: 'Class 1 from 181 points, then 20 points a class, class 9 up to 40.',
  },
];

/** A criterion with the points an inspector gives it, from none to its most. */
const criterion = (max: number) => ({ type: 'integer', min: 0, max, changeable: true }) as const;

const term = (id: string, part: string, cite = 'criteria') =>
  ({ kind: 'number', id, input: id, part, missing: 'refuse', cite }) as const;

const inputs = {
  'business-and-product': { type: 'integer', min: 0, max: 120 },
  'compliance-record': criterion(5),
  traceability: criterion(3),
  training: criterion(7),
  haccp: criterion(12),
  'product-testing': criterion(5),
  temperature: criterion(8),
  building: criterion(5),
  cleaning: criterion(11),
  'staff-hygiene': criterion(11),
  'production-hygiene': criterion(13),
  pests: criterion(3),
} satisfies Scheme['inputs'];

const reliability: Part = {
  id: 'own-controls',
  title: { zh: '自控可靠性', en: 'III Reliability of own controls' },
  max: 25,
  cite: 'parts',
};
const hygiene: Part = {
  id: 'hygiene',
  title: { zh: '卫生管理', en: 'IV Hygiene management' },
  max: 40,
  cite: 'parts',
};

const shared = [
  term('haccp', 'own-controls'),
  term('product-testing', 'own-controls'),
  term('temperature', 'own-controls'),
  term('building', 'hygiene'),
  term('cleaning', 'hygiene'),
  term('staff-hygiene', 'hygiene'),
  term('production-hygiene', 'hygiene'),
  term('pests', 'hygiene'),
];

const classes: readonly Band<RiskClass>[] = [
  { level: '9', cite: 'classes' },
  { from: 41, level: '8', cite: 'classes' },
  { from: 61, level: '7', cite: 'classes' },
  { from: 81, level: '6', cite: 'classes' },
  { from: 101, level: '5', cite: 'classes' },
  { from: 121, level: '4', cite: 'classes' },
  { from: 141, level: '3', cite: 'classes' },
  { from: 161, level: '2', cite: 'classes' },
  { from: 181, level: '1', cite: 'classes' },
];

/** The risk class of a food business in Germany, 1 the worst of nine. */
export const germanyFood = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'de-food-risk-class',
  version: '2008',
  title: { zh: '德国食品企业风险等级', en: 'Germany: risk class of a food business' },
  from: '2008-01-01',
  status: 'draft',
  citations,
  untranslated: [
    'I: the six categories of business with their least and most points; the document takes the points of I as one number.',
    'Other methods of a state that keep the total of 200.',
    'A new business: the first control follows from its base class.',
  ],
  scale: {
    id: 'de-food-risk-class',
    levels: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    worse: 'first',
  },
  places: 0,
  direction: 'more-is-worse',
  inputs,
  parts: [
    {
      id: 'business',
      title: { zh: '企业类型与产品风险', en: 'I Type of business and risk of product' },
      max: 120,
      cite: 'parts',
    },
    {
      id: 'conduct',
      title: { zh: '经营者行为', en: 'II Conduct of the operator' },
      max: 15,
      cite: 'parts',
    },
    reliability,
    hygiene,
  ],
  terms: [
    term('business-and-product', 'business', 'parts'),
    term('compliance-record', 'conduct'),
    term('traceability', 'conduct'),
    term('training', 'conduct'),
    ...shared,
  ],
  invariants: [
    { of: 'parts', end: 'max', equals: 200, cite: 'parts' },
    { of: 'terms', part: 'conduct', end: 'max', equals: 15, cite: 'criteria' },
    { of: 'terms', part: 'own-controls', end: 'max', equals: 25, cite: 'criteria' },
  ],
  bands: classes,
});

const { 'business-and-product': _, training: __, ...barometerInputs } = inputs;

/** The control barometer of North Rhine-Westphalia: the same points as green, yellow or red. */
export const germanyBarometer = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'de-nrw-control-barometer',
  version: '2017',
  title: { zh: '北威州检查晴雨表', en: 'North Rhine-Westphalia: control barometer' },
  from: '2017-01-01',
  status: 'draft',
  citations: [
    ...citations.slice(0, 2),
    {
      id: 'colours',
      title: 'Kontrollergebnis-Transparenz-Gesetz Nordrhein-Westfalen',
      confidence: 'verified',
      note: 'Green 0 to 36, yellow 37 to 54, red 55 to 73. Only the year is certain: its first day stands here.',
    },
    {
      id: 'without-training',
      title: 'Kontrollergebnis-Transparenz-Gesetz Nordrhein-Westfalen',
      confidence: 'recalled',
      note: 'That training is not scored is inferred: II to IV have 80 points, the barometer ends at 73.',
    },
  ],
  untranslated: [
    'The last three results are shown beside each other.',
    'A paid check within three months on request of a yellow or red business.',
    '36 months before display became a duty.',
  ],
  scale: { id: 'de-nrw-control-barometer', levels: ['green', 'yellow', 'red'], worse: 'last' },
  places: 0,
  direction: 'more-is-worse',
  inputs: barometerInputs,
  parts: [
    {
      id: 'conduct',
      title: { zh: '经营者行为(不含培训)', en: 'II Conduct of the operator, without training' },
      max: 8,
      cite: 'without-training',
    },
    reliability,
    hygiene,
  ],
  terms: [term('compliance-record', 'conduct'), term('traceability', 'conduct'), ...shared],
  invariants: [
    { of: 'parts', end: 'max', equals: 73, cite: 'colours' },
    { of: 'terms', part: 'conduct', end: 'max', equals: 8, cite: 'without-training' },
  ],
  bands: [
    { level: 'green', cite: 'colours' },
    { from: 37, level: 'yellow', cite: 'colours' },
    { from: 55, level: 'red', cite: 'colours' },
  ],
});

const tempo = {
  schema: 'evenhand/schedule/1',
  kind: 'schedule',
  id: 'de-food-risk-class-tempo',
  title: { zh: '德国食品企业检查频次', en: 'Germany: frequency of controls' },
  status: 'draft',
  untranslated: [
    'Four eyes and rotation of staff; controls for cause, which no frequency touches.',
    '0.5 samples of other goods by 1,000 inhabitants.',
  ],
  scale: germanyFood.scale,
  population: [
    {
      id: 'samples',
      kind: 'rate',
      upper: 'food-samples',
      lower: 'inhabitants',
      times: 1000,
      atLeast: 5,
      cite: 'samples',
    },
  ],
} satisfies Partial<Schedule<RiskClass>>;

const samples: Citation = {
  id: 'samples',
  title: 'AVV Rahmen-Überwachung: 5 Lebensmittelproben je 1.000 Einwohner und Jahr',
  issuer: 'Bundesministerium für Ernährung und Landwirtschaft',
  confidence: 'verified',
};

function gaps(
  one: readonly [Period, Period, Period, Period, Period],
  first: string,
  last: string,
): Schedule<RiskClass>['levels'] {
  return {
    '1': { floor: one[0], cite: first },
    '2': { floor: one[1], cite: first },
    '3': { floor: one[2], cite: first },
    '4': { floor: one[3], cite: last },
    '5': { floor: one[4], cite: last },
    '6': { floor: { months: 12 }, cite: last },
    '7': { floor: { months: 18 }, cite: last },
    '8': { floor: { months: 24 }, cite: last },
    '9': { floor: { months: 36 }, cite: last },
  };
}

/** The longest gap between controls in Germany by risk class, until the end of 2020. */
export const germanyFoodTempo2008 = defineSchedule({
  ...tempo,
  version: '2008',
  from: '2008-01-01',
  to: '2020-12-31',
  citations: [
    {
      id: 'classes-1-3',
      title: 'AVV Rahmen-Überwachung 2008: arbeitstäglich, wöchentlich, monatlich',
      confidence: 'verified',
      note: 'A working day is one day here.',
    },
    {
      id: 'classes-4-9',
      title: 'AVV Rahmen-Überwachung 2008: vierteljährlich bis alle drei Jahre',
      confidence: 'recalled',
    },
    samples,
  ],
  levels: gaps(
    [{ days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 6 }],
    'classes-1-3',
    'classes-4-9',
  ),
});

/** The longest gap between controls in Germany by risk class, from 2021: classes 1 to 5 a step rarer. */
export const germanyFoodTempo2021 = defineSchedule({
  ...tempo,
  version: '2021',
  from: '2021-01-01',
  citations: [
    {
      id: 'classes-1-3',
      title: 'AVV Rahmen-Überwachung 2021: wöchentlich, monatlich, vierteljährlich',
      issuer: 'DEHOGA Bayern',
      confidence: 'verified',
    },
    {
      id: 'classes-4-9',
      title: 'AVV Rahmen-Überwachung 2021: halbjährlich bis alle drei Jahre',
      confidence: 'recalled',
      note: 'That classes 1 to 5 move one step is verified; half a year for 4 and a year for 5 are inferred from it, so 5 and 6 are alike.',
    },
    samples,
  ],
  levels: gaps(
    [{ days: 7 }, { months: 1 }, { months: 3 }, { months: 6 }, { months: 12 }],
    'classes-1-3',
    'classes-4-9',
  ),
});
