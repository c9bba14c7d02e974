import { shiftedKey } from 'evenhand/draw';
import { T52_RANGE } from 'evenhand/ticket';
import { shape } from './element.js';

const WIDTH = 720;

/**
 * All tickets there can be, in the order of the draw: what is drawn is filled, and the firm's
 * own ticket stands where it fell. The digits say the same, so it is hidden from who does not see it.
 */
export function ticketLine(ticket: string, lastIn: string | undefined, offset: number): SVGElement {
  const place = (one: string): number => (WIDTH * shiftedKey(one, offset)) / T52_RANGE;
  const own = Math.min(Math.max(place(ticket), 6), WIDTH - 6);
  return shape(
    'svg',
    {
      class: 'line',
      viewBox: `0 0 ${WIDTH} 24`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    shape('rect', { class: 'whole', x: 0, y: 9, width: WIDTH, height: 6 }),
    lastIn === undefined
      ? undefined
      : shape('rect', { class: 'part', x: 0, y: 9, width: Math.max(2, place(lastIn)), height: 6 }),
    shape('rect', { class: 'own', x: own - 1.5, y: 2, width: 3, height: 20 }),
  );
}
