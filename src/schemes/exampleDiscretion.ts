import type { Citation } from '../document/document.js';
import type { DiscretionTable } from '../inspection/discretion/discretionTable.js';

const plan: Citation = {
  id: 'plan-discretion',
  title: '北京市“十四五”时期优化营商环境规划',
  article: '京政发〔2021〕24号,加强监管规范化建设',
  published: '2021-08-20',
  confidence: 'verified',
  note: '健全行政执法自由裁量基准制度,进一步明确行政裁量种类、细化行政裁量标准,避免行政处罚畸轻畸重。',
};

const example: Citation = {
  id: 'example',
  title: '示例幅度 (made up to show the mechanism; no law has these numbers)',
  confidence: 'example',
};

/** A discretion table to learn from. No official one was read, and none is shipped. */
export const exampleDiscretion: DiscretionTable = {
  schema: 'evenhand/discretion/1',
  kind: 'discretion',
  id: 'example-discretion',
  version: '2026',
  title: { zh: '示例:行政处罚裁量基准', en: 'Example: discretion table' },
  from: '2020-01-01',
  status: 'example',
  citations: [plan, example],
  untranslated: [],
  bands: ['mitigated', 'lighter', 'normal', 'heavier'],
  normal: 'normal',
  penalties: [
    { id: 'fine', title: { zh: '罚款', en: 'fine' }, unit: { zh: '元', en: 'yuan' } },
    {
      id: 'suspension',
      title: { zh: '责令停产停业', en: 'suspension of business' },
      unit: { zh: '日', en: 'days' },
    },
  ],
  circumstances: [
    {
      id: 'voluntary',
      title: { zh: '主动消除或减轻危害后果', en: 'undid the harm of its own accord' },
      towards: 'lighter',
      by: 1,
      when: { field: 'voluntary', eq: true },
      asks: { zh: '是否主动消除或减轻危害后果?', en: 'did it undo the harm of its own accord?' },
      cite: 'example',
    },
    {
      id: 'harm',
      title: { zh: '造成人身伤害', en: 'somebody was hurt' },
      towards: 'heavier',
      by: 1,
      when: { field: 'harm', eq: true },
      asks: { zh: '是否造成人身伤害?', en: 'was somebody hurt?' },
      cite: 'example',
    },
    {
      id: 'obstructed',
      title: { zh: '阻碍执法', en: 'obstructed the inspection' },
      towards: 'heavier',
      by: 1,
      when: { field: 'obstructed', eq: true },
      asks: { zh: '是否阻碍执法?', en: 'did it obstruct the inspection?' },
      cite: 'example',
    },
    {
      id: 'repeated',
      title: { zh: '一年内再次被处罚', en: 'punished before within a year' },
      towards: 'heavier',
      by: 1,
      when: {
        events: {
          kinds: ['penalty-minor', 'penalty-general', 'penalty-serious'],
          within: { years: 1 },
          atLeast: 1,
        },
      },
      asks: { zh: '一年内是否受过处罚?', en: 'was it punished within a year?' },
      cite: 'example',
    },
  ],
  precedence: { rule: 'heavier-first', cite: 'example' },
  violations: [
    {
      id: 'label-false',
      title: { zh: '标签内容虚假', en: 'a false label' },
      ranges: [
        { band: 'mitigated', penalty: 'fine', from: '500', to: '999.99', cite: 'example' },
        { band: 'lighter', penalty: 'fine', from: '1000', to: '3000', cite: 'example' },
        { band: 'normal', penalty: 'fine', from: '3000', to: '7000', cite: 'example' },
        { band: 'heavier', penalty: 'fine', from: '7000', to: '10000', cite: 'example' },
        { band: 'heavier', penalty: 'suspension', from: '3', to: '15', cite: 'example' },
      ],
      cite: 'example',
    },
    {
      id: 'price-not-shown',
      title: { zh: '未按规定明码标价', en: 'prices not shown as required' },
      circumstances: ['voluntary', 'obstructed', 'repeated'],
      ranges: [
        { band: 'mitigated', penalty: 'fine', from: '0', to: '100', cite: 'example' },
        { band: 'lighter', penalty: 'fine', from: '100', to: '500', cite: 'example' },
        { band: 'normal', penalty: 'fine', from: '500', to: '2000', cite: 'example' },
        { band: 'heavier', penalty: 'fine', from: '2000', to: '5000', cite: 'example' },
      ],
      cite: 'example',
    },
  ],
};
