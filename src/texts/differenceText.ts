import { requireArgument } from '../core/argument.js';
import type { Difference } from '../core/firstDifference.js';
import { comparisonText } from './comparisonText.js';
import { coreTexts } from './core.js';
import type { Lang } from './describe.js';
import { typeText } from './typeText.js';

/** What differs, in words; `expected` is left out where `found` says it already. */
export interface DifferenceText {
  readonly expected?: string;
  readonly found: string;
}

/**
 * What a verifier expected and found, in words: a value as it stands, a fault of shape such as
 * `missing-field` as a sentence.
 *
 * @param difference - as a check of `verifyDraw`, `verifyAmendments`, `checkProof` or `checkSeal` names it
 * @example
 * ```ts
 * import { differenceText } from 'evenhand/texts';
 *
 * const fault = { expected: 'string', found: 'missing-field' };
 * differenceText(fault, 'zh'); // => { found: '缺少字段（应为 文本）' }
 * differenceText({ expected: '12', found: '13' }, 'en'); // => { expected: '12', found: '13' }
 * ```
 */
export function differenceText(
  difference: Partial<Pick<Difference, 'expected' | 'found'>>,
  lang: Lang,
): DifferenceText {
  requireArgument('differenceText', 'difference', difference, 'object');
  const { expected = '', found = '' } = difference;
  const [code = '', ...rest] = found.split(' ');
  if (isFault(code)) {
    const params = { given: rest.join(' ') || '–', expected: expected || '–' };
    return { found: filled(coreTexts[code][lang], params, lang) };
  }
  return {
    expected: lang === 'zh' ? (PHRASES[expected] ?? expected) : expected,
    // What stopped a check is told by its message; the kind of the error says nothing to a reader.
    found: found.replace(/^(?:Evenhand|Type|Range)?Error: /, ''),
  };
}

const isFault = (code: string): code is keyof typeof coreTexts => Object.hasOwn(coreTexts, code);

function filled(
  template: string,
  params: { readonly given: string; readonly expected: string },
  lang: Lang,
): string {
  const expected = comparisonText(params.expected, lang);
  const words = { ...params, expected: lang === 'zh' ? typeText(expected) : expected };
  return template.replaceAll(
    /\{(given|expected)\}/g,
    (_, name: 'given' | 'expected') => words[name],
  );
}

/** What a verifier expects where no single value is right. */
const PHRASES: Readonly<Record<string, string>> = {
  'the shape of a notice': '公示应有的格式',
  'data the draw can be run on': '可据以重算的数据',
  'rows the draw can be run on': '可据以重算的行',
  'a task of A': '公示甲中的任务',
  'a stratum of A': '公示甲中的分层',
  'a path to the root': '通向抽查范围根摘要的路径',
  'an id listed once': '只列一次的标识',
  'an inspector of B.staff': '公示乙 staff 中的检查人员',
  'a recusal committed to in A': '公示甲已承诺的回避',
  'an entity drawn for the task': '该任务抽中的对象',
  'those it names': '变更公告所列的对象',
};
