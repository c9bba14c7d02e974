import type { Lang } from './describe.js';

/**
 * What was expected, where it is one comparison, in words: `>= 2` is "at least 2". Every other text is left
 * as it is.
 *
 * @param text - as issues have it in `expected`, in signs that need no language
 */
export function comparisonText(text: string, lang: Lang): string {
  const [, length, sign = '', bound = ''] = COMPARISON.exec(text) ?? [];
  const words = (DAY.test(bound) ? OF_DAYS : OF_NUMBERS)[sign];
  if (words === undefined) return text;
  const said = words[lang].replace('…', () => bound);
  if (length === undefined) return said;
  return lang === 'zh' ? `长度${said}` : `a length of ${said}`;
}

const COMPARISON = /^(length )?([<>]=?) (\S+)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const OF_DAYS: Words = {
  '>=': { zh: '…或以后', en: '… or later' },
  '>': { zh: '…以后的日子', en: 'a day after …' },
  '<=': { zh: '…或以前', en: '… or earlier' },
  '<': { zh: '…以前的日子', en: 'a day before …' },
};

const OF_NUMBERS: Words = {
  '>=': { zh: '不小于 …', en: 'at least …' },
  '>': { zh: '大于 …', en: 'more than …' },
  '<=': { zh: '不大于 …', en: 'at most …' },
  '<': { zh: '小于 …', en: 'less than …' },
};
