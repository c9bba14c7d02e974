import type { PenaltyCode } from '../inspection/penaltyCodes.js';
import type { Texts } from './text.js';

export const penaltyTexts = {
  'unknown-condition': {
    zh: '没有免罚条件 `{given}`（已有：{expected}）',
    en: 'there is no condition `{given}` (known: {expected})',
  },
  'unknown-ground': {
    zh: '没有免罚情形 `{given}`（已有：{expected}）',
    en: 'there is no ground `{given}` (known: {expected})',
  },
  'ground-unused': {
    zh: '免罚情形 `{given}` 不适用于任何违法行为；请核对',
    en: 'ground `{given}` is of no violation; check it',
  },
  'correction-without-time': {
    zh: '违法行为 `{given}` 须及时改正，却没有写明改正期限；请补充',
    en: 'violation `{given}` must be corrected in time and states no time; add it',
  },
  'applies-to-nothing': {
    zh: '清单 `{given}` 没有任何违法行为；请补充，或写明其他违法行为适用的情形',
    en: 'list `{given}` has no violation; add one, or the grounds of all others',
  },
  'unknown-band': {
    zh: '没有裁量档次 `{given}`（已有：{expected}）',
    en: 'there is no band `{given}` (known: {expected})',
  },
  'unknown-penalty': {
    zh: '没有处罚种类 `{given}`（已有：{expected}）',
    en: 'there is no penalty `{given}` (known: {expected})',
  },
  'unknown-circumstance': {
    zh: '没有裁量情节 `{given}`（已有：{expected}）',
    en: 'there is no circumstance `{given}` (known: {expected})',
  },
  'range-missing': {
    zh: '违法行为 `{given}` 在档次 `{band}` 没有处罚幅度；请补充',
    en: 'violation `{given}` has no range in band `{band}`; add one',
  },
  'range-twice': {
    zh: '处罚 `{given}` 在档次 `{band}` 有两个幅度；应只有一个',
    en: 'penalty `{given}` has two ranges in band `{band}`; expected one',
  },
  'range-turned': {
    zh: '幅度下限 `{given}` 高于上限 `{expected}`',
    en: 'the least, `{given}`, is more than the most, `{expected}`',
  },
  'range-uneven': {
    zh: '处罚 `{penalty}` 在更重的档次 `{band}` 反而较轻，低于 `{given}`；请核对',
    en: 'penalty `{penalty}` is lighter in the heavier band `{band}` than in `{given}`; check it',
  },
  'case-later': {
    zh: '违法行为日期 `{given}` 晚于 `{expected}`',
    en: 'the violation is of `{given}`, after `{expected}`',
  },
  'unlisted-violation': {
    zh: '裁量基准没有违法行为 `{given}`（已有：{expected}）',
    en: 'the table has no violation `{given}` (known: {expected})',
  },
  'circumstances-open': {
    zh: '{given} 项情节中尚有未查明的：{expected}；查明之前没有裁量幅度',
    en: 'of {given} circumstances these are not known: {expected}; there is no range until they are',
  },
  'penalty-missing': {
    zh: '拟定处罚有 {given} 项；档次 `{band}` 应有：{expected}',
    en: '{given} penalties are proposed; band `{band}` has: {expected}',
  },
  'penalty-twice': {
    zh: '处罚 `{given}` 拟定了两次；每种至多一次',
    en: 'penalty `{given}` is proposed twice; expected each once',
  },
  'penalty-not-foreseen': {
    zh: '档次 `{band}` 没有处罚 `{given}`（可为：{expected}）',
    en: 'band `{band}` has no penalty `{given}` (these are: {expected})',
  },
  'penalty-outside-range': {
    zh: '处罚 `{penalty}` 拟定为 `{given}`，超出档次 `{band}` 的幅度 {expected}',
    en: 'penalty `{penalty}` of `{given}` is outside the range of band `{band}`: {expected}',
  },
} satisfies Texts<PenaltyCode>;
