import type { DocumentCode } from '../document/codes.js';
import type { Texts } from './text.js';

export const documentTexts = {
  'not-json': {
    zh: '不是 JSON（解析器称 `{given}`）；内容可能被截断或有笔误，请更正或重新导出',
    en: 'not JSON: {given}; it may be cut short or mistyped, correct it or export it again',
  },
  'repeated-key': {
    zh: '同一对象中键 `{given}` 出现两次；请保留一个',
    en: 'key `{given}` stands twice in one object; keep one',
  },
  'repeated-name': {
    zh: '名称 `{given}` 重复；每个名称只能用一次',
    en: 'name `{given}` is repeated; each name may stand once',
  },
  'validity-inverted': {
    zh: '失效日 `{given}` 早于生效日 `{expected}`',
    en: 'the last day in force, `{given}`, lies before the first, `{expected}`',
  },
  'text-broken': {
    zh: '文本 `{given}` 中有半个字符（不成对的代理字符），无法写成 UTF-8；请改正',
    en: 'the text `{given}` holds half a character (a lone surrogate) and has no UTF-8; correct it',
  },
  'transition-wrong': {
    zh: '版本衔接有误：`{given}`（应为 {expected}）',
    en: 'the transition between versions is wrong: `{given}` (expected {expected})',
  },
  'citation-dangling': {
    zh: '引用 `{given}` 不在本文件的引用清单中（{expected}）',
    en: 'citation `{given}` is not among the document’s citations ({expected})',
  },
  'unsure-in-force': {
    zh: '本文件声明已生效，但引用 `{given}` 的可信程度只是 {confidence}；请核对原文',
    en: 'the document claims to be in force, but citation `{given}` is only `{confidence}`; check it against its source',
  },
  'document-conflict': {
    zh: '`{given}` 有两份内容不同的文件；同一标识同一版本只能有一份',
    en: '`{given}` has two different contents; one id and version names one document',
  },
  'two-in-force': {
    zh: '`{given}` 与 `{other}` 的有效期重叠；请为较早的版本写明失效日',
    en: '`{given}` and `{other}` are in force on the same days; give the older one a last day',
  },
  'not-in-force': {
    zh: '`{document}` 在 `{given}` 没有生效的版本（已知有效期：{expected}）',
    en: 'no version of `{document}` is in force on `{given}` (known: {expected})',
  },
  'bad-document': { zh: '文件有误；见所列问题', en: 'the document is faulty; see the issues' },
  'unknown-document': {
    zh: '没有文件 `{given}`；请检查角色引用的标识',
    en: 'there is no document `{given}`; check the id the role names',
  },
} satisfies Texts<DocumentCode>;
