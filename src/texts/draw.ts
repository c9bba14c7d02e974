import type { DrawCode } from '../draw/codes.js';
import type { Texts } from './text.js';

export const drawTexts = {
  'repeated-id': {
    zh: '标识 `{id}` 出现两次；每个对象在抽查范围内只列一次，请删除重复项',
    en: '`{id}` stands twice; an id is listed once in a frame, strike the repeat',
  },
  'repeated-stratum': {
    zh: '分层 `{stratum}` 出现两次；请只列一次',
    en: 'stratum `{stratum}` stands twice; list it once',
  },
  'not-ascending': {
    zh: '`{id}` 排在 `{after}` 之后，而抽查范围声明已排序；请按 UTF-8 字节排序，或不要声明 sorted',
    en: '`{id}` comes after `{after}` in a frame said to be sorted; sort it by UTF-8 bytes, or leave `sorted` out',
  },
  'bad-weight': {
    zh: '`{id}` 的权重有误：`{given}`；应为 1 到 {expected} 的整数，请更正',
    en: 'bad weight of `{id}`: `{given}`; expected an integer from 1 to {expected}, correct it',
  },
  'bad-size': {
    zh: '`{field}` 有误：`{given}`；应为不小于 0 的整数，请填写分层内的对象数',
    en: 'bad `{field}`: `{given}`; expected an integer of at least 0, give the number of units in the stratum',
  },
  'bad-rule': {
    zh: '没有这种取整规则：`{given}`；应为 `at-least`、`at-most` 或 `half-up`，请改用其中之一',
    en: 'no such rounding rule: `{given}`; expected `at-least`, `at-most` or `half-up`, use one of these',
  },
  'bad-quota': {
    zh: '抽取数量 `{field}` 有误：`{given}`；应为不小于 0 的整数，请更正',
    en: 'bad quota `{field}`: `{given}`; expected an integer of at least 0, correct it',
  },
  'no-quota': {
    zh: '分层 `{stratum}` 没有抽取数量；每个分层都须写明，不抽的写 `0`',
    en: 'no quota for stratum `{stratum}`; every stratum needs one, write `0` where nobody is drawn',
  },
  'no-ratio': {
    zh: '分层 `{stratum}` 没有抽查比例；每个分层都须写明，不抽的写 `0`',
    en: 'no ratio for stratum `{stratum}`; every stratum needs one, write `0` where nobody is drawn',
  },
  'bad-method': {
    zh: '没有这种抽取方法：`{given}`；应为 `equal` 或 `pareto`，请改用其中之一',
    en: 'no such method of drawing: `{given}`; expected `equal` or `pareto`, use one of these',
  },
  'bad-offset': {
    zh: '偏移量有误：`{given}`；应为 0 到 2^52 - 1 的整数，请使用 spreadOffset 的结果',
    en: 'bad offset: `{given}`; expected an integer from 0 to 2^52 - 1, use what spreadOffset gives',
  },
  'bad-substitutes': {
    zh: '备选数量 `{field}` 有误：`{given}`；应为不小于 0 的整数，请更正',
    en: 'bad `{field}`: `{given}`; expected an integer of at least 0, correct it',
  },
  'offset-with-weights': {
    zh: '给了偏移量 `{offset}`，又按权重抽取；偏移量只用于等概率抽取，请去掉其一',
    en: 'the offset `{offset}` is given with a draw by weights; an offset goes with equal chances only, drop one of the two',
  },
  'weights-too-large': {
    zh: '分层 `{stratum}` 的权重合计 `{total}` 乘以抽取数量 `{quota}` 须小于 2^53；请改用较小的权重',
    en: 'the weights of stratum `{stratum}` add up to `{total}`, and times its quota `{quota}` that must be below 2^53; use smaller weights',
  },
  'bad-allocation': {
    zh: '分配数据 `{field}` 有误：`{given}`；应为不小于 0 的整数，请更正',
    en: 'bad `{field}` of an allocation: `{given}`; expected an integer of at least 0, correct it',
  },
  'minimum-above-size': {
    zh: '分层 `{stratum}` 的最低数 `{minimum}` 大于对象数 `{size}`；请调低最低数',
    en: 'the minimum of `{stratum}` is `{minimum}`, above its size `{size}`; lower it',
  },
  'minima-above-total': {
    zh: '各层最低数合计 `{minima}`，大于总数 `{total}`；请调低最低数或提高总数',
    en: 'the minima add up to `{minima}`, above the total `{total}`; lower them or raise the total',
  },
  'total-not-placed': {
    zh: '总数 `{total}` 无法分完：权重大于 0 的分层只容得下 `{room}`；请调低总数或增加权重',
    en: "the total `{total}` can't be placed: the strata with a weight have room for `{room}`; lower it or give more strata a weight",
  },
  'multipliers-too-fine': {
    zh: '按倍率算出的整数权重 `{given}` 超过 2^53；请改用分子分母较小的倍率',
    en: 'the multipliers give a tier the whole weight `{given}`, above 2^53; use ratios with smaller terms',
  },
  'weighted-part': {
    zh: '第 `{part}` 份样本是按权重抽取的，不能合并；请先汇总抽查范围，再一次抽取',
    en: 'part `{part}` was drawn by weights and cannot be merged; gather the frame and draw once',
  },
  'part-mismatch': {
    zh: '第 `{part}` 份样本中分层 `{stratum}` 的抽取数量为 `{given}`，整体为 `{expected}`；各份须用整体的抽取数量抽取',
    en: 'part `{part}` has for stratum `{stratum}` the quota `{given}`, the whole `{expected}`; draw every part with the quotas of the whole',
  },
  'part-incomplete': {
    zh: '第 `{part}` 份样本的分层 `{stratum}` 列出 `{given}` 个，应为 `{expected}` 个并附首个未中签号；请用整体的抽取数量和备选数量抽取',
    en: 'part `{part}` lists `{given}` of stratum `{stratum}`, where `{expected}` are needed with the first ticket out; draw it with the quotas and substitutes of the whole',
  },
  'part-out-of-order': {
    zh: '第 `{part}` 份样本的分层 `{stratum}` 中 `{id}`（签号 `{ticket}`）不合抽签顺序；请用整体的偏移量等概率抽取，并保持顺序',
    en: 'part `{part}` has `{id}` of stratum `{stratum}` with ticket `{ticket}` out of draw order; draw it with the offset of the whole, by equal chances, and keep its order',
  },
} satisfies Texts<DrawCode>;
