import { defineScheme } from '../scoring/scheme.js';

const count = { type: 'integer', min: 0, max: 100_000 } as const;

/** What part of the requirements of one gravity were not met, in per cent of its weight. */
const share = (id: string, violations: string, requirements: string, weight: string) =>
  ({
    kind: 'ratio',
    id,
    of: [{ upper: { value: violations, weight }, lower: { value: requirements } }],
    times: 100,
    places: 2,
    rounding: 'half-up',
    missing: 'refuse',
    cite: 'rules',
  }) as const;

/** Kazakhstan, subjective criteria: shares of violated requirements, 0 to 100, and one gross violation. */
export const kazakhstanRisk = defineScheme({
  schema: 'evenhand/scheme/1',
  kind: 'scheme',
  id: 'kz-risk',
  version: '2022',
  title: { zh: '哈萨克斯坦主观标准评分', en: 'Kazakhstan: points by subjective criteria' },
  from: '2022-06-22',
  status: 'draft',
  citations: [
    {
      id: 'rules',
      title: 'Rules on a system of assessing and managing risk, No. 48 of 22 June 2022',
      confidence: 'recalled',
      note: 'Weights 0.7 and 0.3, 71–100 high, 31–70 medium, 0–30 low, one gross violation 100: remembered, the text was not read. What lies between 30 and 31 and between 70 and 71 is put to the higher level here.',
    },
  ],
  untranslated: [
    'The objective criteria that class an entity first.',
    'How each share is rounded before the two are added: half up to two places here.',
    'Which requirements are gross, significant and minor.',
  ],
  scale: { id: 'kz-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  places: 2,
  direction: 'more-is-worse',
  inputs: {
    grossViolations: count,
    significantViolations: count,
    significantRequirements: count,
    minorViolations: count,
    minorRequirements: count,
  },
  values: [
    share('significant-share', 'significantViolations', 'significantRequirements', '0.7'),
    share('minor-share', 'minorViolations', 'minorRequirements', '0.3'),
  ],
  terms: [
    {
      kind: 'number',
      id: 'significant',
      title: { zh: '重大要求', en: 'Significant requirements' },
      input: 'significant-share',
      missing: { points: 0 },
      cite: 'rules',
    },
    {
      kind: 'number',
      id: 'minor',
      title: { zh: '次要要求', en: 'Minor requirements' },
      input: 'minor-share',
      missing: { points: 0 },
      cite: 'rules',
    },
    {
      kind: 'conditional',
      id: 'gross',
      title: { zh: '严重违规', en: 'A gross violation' },
      when: { field: 'grossViolations', gte: 1 },
      points: 100,
      missing: 'refuse',
      cite: 'rules',
    },
  ],
  total: { min: 0, max: 100, cite: 'rules' },
  bands: [
    { level: 'low', cite: 'rules' },
    { above: 30, level: 'medium', cite: 'rules' },
    { above: 70, level: 'high', cite: 'rules' },
  ],
});
