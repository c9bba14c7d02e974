import type { Difference } from '../messages.js';
import { element } from './element.js';
import { type Lang, phrases } from './words.js';

/** The first thing that differs: where, what was expected there, what stands there. */
export function differenceView(difference: Difference, lang: Lang): HTMLElement {
  const rows = (['field', 'expected', 'found'] as const).flatMap((name) => [
    element('dt', {}, phrases.difference[name][lang]),
    element('dd', {}, shortened(difference[name] || '—')),
  ]);
  return element('dl', { class: 'difference' }, ...rows);
}

/** Notices come from strangers: what differs may be a book. */
export const shortened = (text: string): string =>
  text.length > 400 ? `${text.slice(0, 400)}…` : text;
