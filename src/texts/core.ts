import type { CoreCode } from '../core/codes.js';
import type { Texts } from './text.js';

export const coreTexts = {
  'not-canonical': {
    zh: '规范 JSON 只含文本、布尔值、空值和安全整数；`{where}` 处是 {given}（小数请写成文本）',
    en: 'canonical JSON holds text, booleans, null and safe integers; at `{where}` stands {given} (write a decimal as text)',
  },
  'not-a-decimal': {
    zh: '不是小数：`{given}`（应写成文本，如 `-2.5`）',
    en: 'not a decimal: `{given}` (expected text like `-2.5`)',
  },
  'too-many-places': {
    zh: '`{given}` 的小数位多于 {expected} 位；请四舍五入或提高本文件的 places',
    en: '`{given}` has more than {expected} places after the point; round it or raise the places of the document',
  },
  'decimal-too-large': {
    zh: '`{given}` 太大，无法精确表示',
    en: '`{given}` is too large to be held exactly',
  },
  'bad-ratio': {
    zh: '不是 0 到 1 之间的比例：`{given}`（应写成 `3%`、`2‰`、`0.03` 或 `1/3`；大于 1 的裸数如 `3` 须写明 `3%`）',
    en: 'not a share between 0 and 1: `{given}` (expected like `3%`, `2‰`, `0.03` or `1/3`; a bare number above 1 such as `3` must say `3%`)',
  },
  'no-such-day': {
    zh: '没有这一天：`{given}`（应为 YYYY-MM-DD）',
    en: 'no such day: `{given}` (expected YYYY-MM-DD)',
  },
  'bad-id': {
    zh: '标识不合规则：`{given}`，{fault}（应为 1 至 256 字节 UTF-8 NFC，无控制字符，首尾无空格）',
    en: 'bad id: `{given}`; {fault} (expected 1 to 256 bytes of UTF-8 in NFC, no control character, no space at either end)',
  },
  'bad-name': {
    zh: '名称不合规则：`{given}`（应为 1 至 64 个 A-Z a-z 0-9 . : / + -）',
    en: 'bad name: `{given}` (expected 1 to 64 of A-Z a-z 0-9 . : / + -)',
  },
  'missing-field': {
    zh: '缺少字段（应为 {expected}）',
    en: 'field is missing (expected {expected})',
  },
  'unknown-field': {
    zh: '不认识的字段 `{given}`；请检查拼写或删除',
    en: 'unknown field `{given}`; check its spelling or remove it',
  },
  'wrong-type': {
    zh: '类型不对：给的是 `{given}`，应为 {expected}',
    en: 'wrong type: given `{given}`, expected {expected}',
  },
  'not-one-of': {
    zh: '`{given}` 不在允许值之内：{expected}',
    en: '`{given}` is none of the allowed values: {expected}',
  },
  'bad-value': {
    zh: '值不合规则：`{given}`（{expected}）',
    en: 'bad value: `{given}` ({expected})',
  },
  'no-such-leaf': {
    zh: '没有第 `{given}` 个叶子；应为小于 {expected} 的非负整数',
    en: 'there is no leaf `{given}`; expected an integer from 0 and below {expected}',
  },
  'bad-argument': {
    zh: '调用 `{call}` 时参数 `{argument}` 给的是 `{given}`，应为 {expected}',
    en: '`{call}` was given `{given}` as `{argument}`, expected {expected}',
  },
} satisfies Texts<CoreCode>;
