import { differenceText } from 'evenhand/texts';
import type { Difference } from '../messages.js';
import { element } from './element.js';
import { type Lang, phrases } from './words.js';

/** The first thing that differs: where, what was expected there, what stands there. */
export function differenceView(difference: Difference, lang: Lang): HTMLElement {
  const { field } = difference;
  const { expected, found } = differenceText(difference, lang);
  const rows: [keyof typeof phrases.difference, string][] =
    expected === undefined
      ? [['fault', found]]
      : [
          ['expected', expected],
          ['found', found],
        ];
  const cells = [['field', field] as (typeof rows)[number], ...rows].flatMap(([name, text]) => [
    element('dt', {}, phrases.difference[name][lang]),
    element('dd', {}, shortened(text || '—')),
  ]);
  return element('dl', { class: 'difference' }, ...cells);
}

/** Notices come from strangers: what differs may be a book. */
export const shortened = (text: string): string =>
  text.length > 400 ? `${text.slice(0, 400)}…` : text;
