import { element, shape } from './element.js';

const PATHS = { ok: 'M4 10.5 8.2 15 16 5.5', wrong: 'M5 5 15 15M15 5 5 15', skipped: 'M5 10h10' };

/** A tick, a cross or a dash, with its meaning for who does not see it. */
export function mark(kind: keyof typeof PATHS, meaning: string): HTMLElement {
  return element(
    'span',
    { class: `mark ${kind}` },
    shape(
      'svg',
      { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false' },
      shape('path', { d: PATHS[kind] }),
    ),
    element('span', { class: 'hidden' }, meaning),
  );
}
