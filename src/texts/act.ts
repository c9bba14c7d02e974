import { requireArgument } from '../core/argument.js';
import type { Act } from '../programme/acts.js';
import type { Lang } from './describe.js';

/**
 * An act that betters a grade, as one line.
 *
 * @example
 * ```ts
 * import { actText } from 'evenhand/texts';
 *
 * actText({ kind: 'repair', event: 'e1', on: '2026-01-15' }, 'en'); // => 'repairing event e1, from 2026-01-15'
 * ```
 */
export function actText(act: Act, lang: Lang): string {
  requireArgument('actText', 'act', act, 'object');
  const { on } = act;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  switch (act.kind) {
    case 'repair':
      return say(
        `${on} 起办理 ${act.event} 的信用修复`,
        `repairing event ${act.event}, from ${on}`,
      );
    case 'leave':
      return say(`${on} 起移出 ${act.list}`, `leaving the list ${act.list}, from ${on}`);
    case 'change':
      return say(
        `${on} 起将 ${act.input} 变为 ${String(act.to)}`,
        `changing ${act.input} to ${String(act.to)}, from ${on}`,
      );
  }
}
