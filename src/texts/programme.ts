import type { ProgrammeCode } from '../programme/codes.js';
import type { Texts } from './text.js';

export const programmeTexts = {
  'bad-programme': {
    zh: '监管方案有误；见所列问题',
    en: 'the programme is faulty; see the issues',
  },
  'wrong-kind': {
    zh: '此处需要 {expected} 类文件，给的是 {given}',
    en: 'a document of kind {expected} is needed here, given {given}',
  },
  'pin-differs': {
    zh: '文件内容与约定不符：摘要为 `{given}`，约定为 `{expected}`',
    en: 'the document is not the one agreed: its digest is `{given}`, expected `{expected}`',
  },
  'scales-differ': {
    zh: '两处使用的等级体系不同：`{given}` 与 `{expected}`；不同体系的字母不能直接比较',
    en: 'two different scales: `{given}` and `{expected}`; letters of two scales are never compared',
  },
  'no-risk-scheme': {
    zh: '没有适用的风险评级标准；请在 roles.risk 末尾加一条无条件的标准，或补齐 {input}',
    en: 'no risk scheme applies; add one without a condition at the end of roles.risk, or supply {input}',
  },
  'unreachable-grade': {
    zh: '截至 `{expected}`，任何可采取的行动都不能使等级优于 `{given}`；可延长期限',
    en: 'up to `{expected}` no possible acts reach a better grade than `{given}`; look further ahead',
  },
  'no-better-grade': { zh: '已是最好的等级 `{given}`', en: '`{given}` is the best grade already' },
  'too-many-acts': {
    zh: '可采取的行动在 `{day}` 有 {given} 种组合，超过可逐一比较的 {expected} 种；请缩短期限或先修复部分记录',
    en: 'the possible acts combine in {given} ways on `{day}`, more than the {expected} compared one by one; look less far ahead or repair some events first',
  },
  'no-such-grade': {
    zh: '信用等级体系没有 `{given}`（已有：{expected}）',
    en: 'the credit scale has no grade `{given}` (known: {expected})',
  },
  'unknown-event': {
    zh: '该主体没有信用信息 `{given}`（已有：{expected}）；请核对标识',
    en: 'the entity has no event `{given}` (known: {expected}); check the id',
  },
  'visit-not-in-ledger': {
    zh: '台账中没有检查 `{given}`；请先登记',
    en: 'visit `{given}` is not in the ledger; book it first',
  },
  'ledger-differs': {
    zh: '检查 `{visit}` 的 {field} 在台账中为 `{given}`，按检查记录应为 {expected}',
    en: 'the ledger has `{given}` for {field} of visit `{visit}`; its own acts say {expected}',
  },
} satisfies Texts<ProgrammeCode>;
