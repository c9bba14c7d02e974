import type { Sampling } from '../draw/sampling.js';

/** How the example programme draws: four tiers of recency, three substitutes, one certain list. */
export const exampleSampling: Sampling = {
  schema: 'evenhand/sampling/1',
  kind: 'sampling',
  id: 'example-sampling',
  version: '2026',
  title: { zh: '示例:抽取办法', en: 'Example: how the draw is made' },
  from: '2025-01-01',
  status: 'example',
  citations: [
    { id: 'example', title: '示例数值 (made up to show the mechanism)', confidence: 'example' },
    {
      id: 'plan-key',
      title: '北京市“十四五”时期优化营商环境规划',
      article: '京政发〔2021〕24号,强化重点监管',
      published: '2021-08-20',
      confidence: 'verified',
      note: 'Key supervision lists are covered in full.',
    },
  ],
  untranslated: [],
  recency: [
    { id: 'over-24-months', after: { months: 24 }, multiplier: '1', cite: 'example' },
    { id: 'over-12-months', after: { months: 12 }, multiplier: '1/2', cite: 'example' },
    { id: 'over-3-months', after: { months: 3 }, multiplier: '1/5', cite: 'example' },
    { id: 'recent', multiplier: '1/20', cite: 'example' },
  ],
  substitutes: 3,
  certain: [
    {
      list: 'key-supervision',
      reason: { zh: '列入重点监管清单', en: 'on the key supervision list' },
      cite: 'plan-key',
    },
  ],
  publishCells: false,
};
