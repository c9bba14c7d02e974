import type { SamplingCode } from '../draw/samplingCodes.js';
import type { Texts } from './text.js';

export const samplingTexts = {
  'recency-open-end': {
    zh: '近检档 `{given}`：只有最后一档可以（且必须）省略 after',
    en: 'recency tier `{given}`: only the last tier leaves `after` out, and it must',
  },
  'recency-out-of-order': {
    zh: '近检档 `{given}` 没有按从久到近排列',
    en: 'recency tier `{given}` is out of order; the least recent comes first',
  },
  'zero-chance': {
    zh: '近检档 `{given}` 的倍数为 0：等于告诉企业近期不会被抽中；建议用小的正数',
    en: 'recency tier `{given}` has multiplier 0, which tells a firm it is safe; prefer a small positive one',
  },
  'no-chance': { zh: '所有近检档的倍数都是 0', en: 'every recency tier has multiplier 0' },
  'weight-rule-missing': {
    zh: '按权重抽取（`{given}`）而没有写明权重从何而来；请在抽取办法中写出 `weight`（`fact` 或 `levels`）',
    en: 'the draw goes by weight (`{given}`) and nothing says what units weigh; give the sampling document a `weight`: `fact` or `levels`',
  },
  'level-without-weight': {
    zh: '风险等级 `{given}` 没有权重；请在 weight.levels 中为矩阵的每个等级写明',
    en: 'risk level `{given}` has no weight; give every level of the matrix one in `weight.levels`',
  },
} satisfies Texts<SamplingCode>;
