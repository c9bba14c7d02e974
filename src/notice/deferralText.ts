import { requireArgument } from '../core/argument.js';
import type { Deferred } from '../visits/deferred.js';

/**
 * Why something was deferred, in a few words for a page; a reason nobody knows stands as it is.
 *
 * @param reason - as notices have it: `cap-reached`, `no-open-day`, …
 * @example
 * ```ts
 * import { deferralText } from 'evenhand/notice';
 *
 * deferralText('cap-reached', 'zh'); // => '已达频次上限'
 * ```
 */
export function deferralText(reason: string, lang: 'zh' | 'en'): string {
  requireArgument('deferralText', 'reason', reason, 'string');
  return Object.hasOwn(TEXTS, reason) ? TEXTS[reason as Deferred['reason']][lang] : reason;
}

const TEXTS = {
  'cap-reached': { zh: '已达频次上限', en: 'the cap is reached' },
  'heavier-set-chosen': { zh: '上限内已选更重要的检查', en: 'weightier demands fill the cap' },
  'cap-over-duty': { zh: '上限优先于法定检查', en: 'the cap stands above the duty' },
  'gap-kept': { zh: '须保持检查间隔', en: 'time between visits is kept' },
  'no-open-day': { zh: '检查时段内没有可以入企的日期', en: 'no day of its window is open' },
} as const satisfies Record<Deferred['reason'], { readonly zh: string; readonly en: string }>;
