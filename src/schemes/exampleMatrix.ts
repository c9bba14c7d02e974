import { defineMatrix, type Measures } from '../matrix/matrix.js';

/** A cell whose visits are checked on the premises with the general checklist once a year. */
function drawn(tier: string, ratio: string, cite: string, more: Partial<Measures> = {}): Measures {
  return {
    tier,
    ratio,
    rule: 'at-least',
    frequency: { visits: 1, months: 12 },
    method: 'on-site',
    content: 'general-items',
    key: false,
    cite,
    ...more,
  };
}

/**
 * A matrix to learn from and to test with: no authority runs it. Ratios are borrowed where their
 * citation says so; there is no national table of ratios.
 */
export const exampleMatrix = defineMatrix({
  schema: 'evenhand/matrix/1',
  kind: 'matrix',
  id: 'example-matrix',
  version: '2026',
  title: { zh: '示例:分级分类监管矩阵', en: 'Example: matrix of risk and credit' },
  from: '2025-01-01',
  status: 'example',
  citations: [
    { id: 'example', title: '示例数值 (made up to show the mechanism)', confidence: 'example' },
    {
      id: 'henan-2021',
      title: '河南省 2021 年双随机抽查比例:低 1%、一般 2%、较高 10%、高 30%',
      confidence: 'verified',
      note: 'Stated by a secondary page for credit-risk classes; borrowed for the low-risk row.',
    },
    {
      id: 'bayannur-2022',
      title: '巴彦淖尔市 2022 年三新企业抽查比例:2%、5%、100%、100%',
      confidence: 'verified',
      note: 'Stated by a secondary page; the first two are borrowed for the medium-risk row.',
    },
    {
      id: 'yuexiu-2021',
      title: '广州市越秀区 2021 年不定向抽查比例:5%、15%、30%、50%',
      confidence: 'verified',
      note: 'Stated by a secondary page; the first three are borrowed for the high-risk row.',
    },
    {
      id: 'plan-key',
      title: '北京市“十四五”时期优化营商环境规划',
      article: '京政发〔2021〕24号,强化重点监管',
      published: '2021-08-20',
      confidence: 'verified',
      note: 'Full coverage of key supervision; it names no cell.',
    },
  ],
  untranslated: [],
  risk: { id: 'example-risk', levels: ['low', 'medium', 'high'], worse: 'last' },
  credit: { id: 'example-credit', levels: ['A', 'B', 'C', 'D'], worse: 'last' },
  tiers: { id: 'example-tiers', levels: ['I', 'II', 'III', 'IV'], worse: 'last' },
  cells: {
    low: {
      A: drawn('I', '1%', 'henan-2021', {
        method: 'off-site',
        cap: { census: 1, 'spot-check': 1 },
      }),
      B: drawn('I', '2%', 'henan-2021', { cap: { census: 1, 'spot-check': 1 } }),
      C: drawn('II', '10%', 'henan-2021'),
      D: drawn('III', '30%', 'henan-2021', { content: 'all-items' }),
    },
    medium: {
      A: drawn('I', '2%', 'bayannur-2022'),
      B: drawn('II', '5%', 'bayannur-2022'),
      C: drawn('III', '20%', 'example'),
      D: drawn('III', '40%', 'example', { content: 'all-items' }),
    },
    high: {
      A: drawn('II', '5%', 'yuexiu-2021'),
      B: drawn('III', '15%', 'yuexiu-2021'),
      C: drawn('IV', '30%', 'yuexiu-2021', { content: 'all-items' }),
      D: drawn('IV', '100%', 'plan-key', { content: 'all-items', key: true }),
    },
  },
});
