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
  'state-mismatch': {
    zh: '状态的 `{field}` 为 `{given}`，本次抽签为 `{expected}`；只能合并同一次抽签的状态',
    en: "the state's `{field}` is `{given}`, this draw's `{expected}`; merge states of one draw only",
  },
  'bad-state': {
    zh: '分层 `{stratum}` 的状态在 `{size}` 个对象中列出 `{given}` 个，应为 `{expected}` 个；请使用 state() 的结果',
    en: 'the state of `{stratum}` holds `{given}` of `{size}` units; expected `{expected}`, use what state() gives',
  },
  'bad-share': {
    zh: '最低占比的 `{field}` 有误：`{given}`；数量应为不小于 0 的整数，基数应为 `drawn`、`part` 或 `frame`，请更正',
    en: 'bad `{field}` of a sub-share: `{given}`; expected counts of at least 0 and as base `drawn`, `part` or `frame`, correct it',
  },
  'bad-cycle': {
    zh: '周期的 `{field}` 有误：`{given}`；应为整数，期次从 1 数起，已抽数不大于对象数，请更正',
    en: 'bad `{field}` of a cycle: `{given}`; expected an integer, parts counted from 1 and no more drawn than there are, correct it',
  },
  'bad-staff-ratio': {
    zh: '按人员确定的数量 `{field}` 有误：`{given}`；应为如 `1:5` 的人员与对象之比，请更正',
    en: 'bad `{field}` of a quota by staff: `{given}`; expected inspectors to units like `1:5`, correct it',
  },
  'bad-range': {
    zh: '比例区间有误：`{given}`；下限不得大于上限，请更正',
    en: 'bad range of a ratio: `{given}`; expected the lower end first, turn it',
  },
  'ratio-not-chosen': {
    zh: '比例未定，区间为 `{expected}`；请写明选定的比例和选定者',
    en: 'the ratio is open from `{expected}`; say which is chosen, and by whom',
  },
  'ratio-outside-range': {
    zh: '选定的比例 `{given}` 超出区间 `{expected}`；请在区间内选定',
    en: 'the chosen ratio `{given}` lies outside `{expected}`; choose one within',
  },
  'bad-certainty': {
    zh: '`{id}` 列为必查，但没有理由或不在抽查范围内；请写明理由，或从必查名单中删除',
    en: '`{id}` is certain without a reason, or is not in the frame; give its reason, or strike it from the list',
  },
  'not-nested': {
    zh: '分层 `{stratum}` 中已公布的 `{id}` 不在原位；请用相同的密钥和抽查范围，以不小于原来的数量抽取',
    en: '`{id}` of stratum `{stratum}` was announced and is not in its place now; draw with the same key and frame and no smaller quota',
  },
  'not-in-frame': {
    zh: '`{id}` 不在抽查范围内（必查对象另列于公示乙）；请核对标识和任务',
    en: '`{id}` is not in the frame (who is visited for certain is listed in notice B); check the id and the task',
  },
} satisfies Texts<DrawCode>;
