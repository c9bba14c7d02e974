import type { Content, Measures } from '../matrix/matrix.js';
import type { Method, VisitKind } from '../register/nouns.js';
import type { SchemeValue } from '../scoring/constructs/construct.js';
import type { Texts } from './text.js';

export const methodWords = {
  'on-site': { zh: '现场检查', en: 'on the premises' },
  written: { zh: '书面检查', en: 'in writing' },
  'off-site': { zh: '非现场检查', en: 'off site' },
  network: { zh: '网络监测', en: 'over the network' },
} satisfies Texts<Method>;

export const contentWords = {
  'all-items': { zh: '全部事项', en: 'all items' },
  'key-items': { zh: '重点事项', en: 'key items' },
  'general-items': { zh: '一般事项', en: 'general items' },
} satisfies Texts<Content>;

export const roundingWords = {
  'at-least': { zh: '向上取整', en: 'rounded up' },
  'at-most': { zh: '向下取整', en: 'rounded down' },
  'half-up': { zh: '四舍五入', en: 'rounded half up' },
} satisfies Texts<Measures['rule']>;

export const kindWords = {
  census: { zh: '普查', en: 'census' },
  'spot-check': { zh: '抽查', en: 'spot check' },
  'for-cause': { zh: '触发式', en: 'for cause' },
} satisfies Texts<VisitKind | 'for-cause'>;

/** What a value of a scheme is, in words. */
export const valueWords = {
  combine: { zh: '合成', en: 'combined' },
  ratio: { zh: '比率', en: 'ratio' },
  'count-events': { zh: '计数', en: 'counted' },
  'sum-events': { zh: '累计', en: 'added up' },
  table: { zh: '查表', en: 'by table' },
  ladder: { zh: '升降级', en: 'by ladder' },
} satisfies Texts<SchemeValue['kind']>;
