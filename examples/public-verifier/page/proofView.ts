import type { FirmProof } from '../messages.js';
import { differenceView } from './differenceView.js';
import { element } from './element.js';
import { mark } from './marks.js';
import { count } from './numbers.js';
import { filled, type Lang, phrases } from './words.js';

/** A firm's proof: what it shows, and the proof itself to keep. */
export function proofView(proof: FirmProof, lang: Lang): HTMLElement {
  const { ok, inFrame, difference, text, index = 0, count: size = 0, hashes = 0 } = proof;
  const words = phrases.proof;
  const line = ok ? words.holds : inFrame ? words.passedOver : words.fails;
  const values = { index: count(index + 1), count: count(size), hashes };
  return element(
    'div',
    { class: `proof ${ok ? 'ok' : 'wrong'}`, tabindex: '-1' },
    element('p', {}, mark(ok ? 'ok' : 'wrong', ''), ` ${filled(line[lang], values)}`),
    difference === undefined ? undefined : differenceView(difference, lang),
    element(
      'details',
      {},
      element('summary', {}, words.keep[lang]),
      element('p', { class: 'note' }, words.keepHint[lang]),
      element('pre', { tabindex: '0' }, text),
    ),
  );
}
