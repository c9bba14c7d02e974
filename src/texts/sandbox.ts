import type { SandboxCode } from '../sandbox/codes.js';
import type { Texts } from './text.js';

export const sandboxTexts = {
  'sandbox-without-end': {
    zh: '沙盒 `{given}` 没有写明何时结束；请写明期限（lasts）或截止日（ends）',
    en: 'sandbox `{given}` has no end; state a term (`lasts`) or a last day (`ends`)',
  },
  'end-before-start': {
    zh: '沙盒截止日 `{given}` 早于起始日 `{expected}`',
    en: 'the sandbox ends on `{given}`, before it begins on `{expected}`',
  },
  'observation-alone': {
    zh: '截止日 `{given}` 之前观察期尚未结束，无人能进入沙盒；请核对',
    en: 'on the last day, `{given}`, everybody is still observed and nobody comes inside; check it',
  },
  'trigger-without-end': {
    zh: '沙盒 `{given}` 没有任何触发退出的情形；请补充',
    en: 'no trigger ends sandbox `{given}`; add one',
  },
  'check-without-item': {
    zh: '触发情形 `{given}` 要求核查，却没有写明事项和期限；请补充 check',
    en: 'trigger `{given}` asks for a check and names no item and time; add `check`',
  },
  'report-without-time': {
    zh: '限制 `{given}` 的报告间隔为零；应至少一日',
    en: 'limit `{given}` is reported every nothing; expected a day at least',
  },
  'entry-not-met': {
    zh: '不符合准入条件 `{given}`',
    en: 'the condition of entry `{given}` is not met',
  },
  'entry-not-known': {
    zh: '准入条件 `{given}` 所需事实未知，不能准入；请补充',
    en: 'it is not known whether the condition of entry `{given}` is met, so nobody enters by it; add the fact',
  },
  'sandbox-full': {
    zh: '沙盒内已有 {given} 户，名额为 {expected} 户',
    en: 'there are {given} inside and {expected} places',
  },
  'sandbox-over': {
    zh: '`{given}` 在沙盒截止日 `{expected}` 之后',
    en: '`{given}` is after the last day of the sandbox, `{expected}`',
  },
  'inside-already': {
    zh: '`{given}` 已在观察期或沙盒内，不能重复准入',
    en: '`{given}` is inside already; nobody enters twice at once',
  },
  'reading-of-no-limit': {
    zh: '没有限制 `{given}`（已有：{expected}）',
    en: 'there is no limit `{given}` (known: {expected})',
  },
  'reading-missing': {
    zh: '限制 `{given}` 应于 `{expected}` 前报告，尚未收到',
    en: 'limit `{given}` was to be reported by `{expected}` and was not',
  },
} satisfies Texts<SandboxCode>;
