import { compareBytes } from 'evenhand/core';
import type { DrawnTask } from '../messages.js';
import { element, shape } from './element.js';
import { count, percent } from './numbers.js';
import { table } from './table.js';
import { filled, type Lang, phrases } from './words.js';

const WIDTH = 720;
const HEIGHT = 180;

/** The strata of a task as a mosaic, largest share first, with its figures as a table. */
export function strataView(task: DrawnTask, lang: Lang): HTMLElement[] {
  const { name, size, drawn, certain } = task;
  const title = filled(phrases.strata.title[lang], {
    ...{ name, size: count(size), drawn: count(drawn), certain: count(certain) },
    share: percent(drawn, size),
  });
  const caption = element('p', { class: 'summary' }, title);
  const strata = [...task.strata]
    .filter((one) => one.size > 0)
    .sort((x, y) => y.drawn * x.size - x.drawn * y.size || compareBytes(x.code, y.code));
  if (strata.length === 0) {
    return [caption, element('p', { class: 'note' }, phrases.strata.empty[lang])];
  }
  const words = phrases.strata;
  const rows = strata.map((one) => [
    ...[one.code, count(one.size), count(one.drawn), percent(one.drawn, one.size)],
  ]);
  const header = [words.code[lang], words.size[lang], words.drawn[lang], words.share[lang]];
  return [
    caption,
    element('figure', {}, mosaic(strata, title)),
    element(
      'details',
      {},
      element('summary', {}, words.table[lang]),
      table(words.table[lang], header, rows),
    ),
  ];
}

/** Width is the size, height the share, area the number drawn. */
function mosaic(strata: DrawnTask['strata'], title: string): SVGElement {
  const total = strata.reduce((sum, { size }) => sum + size, 0);
  let x = 0;
  const columns = strata.map(({ code, size, drawn }) => {
    const width = (WIDTH * size) / total;
    const left = x;
    x += width;
    // A gap between neighbours, where there is room for one.
    const inner = width > 4 ? width - 1.5 : width;
    const fill = (HEIGHT * drawn) / size;
    return shape(
      'g',
      {},
      shape('title', {}, `${code}: ${drawn} / ${size} (${percent(drawn, size)})`),
      shape('rect', { class: 'whole', x: left, y: 0, width: inner, height: HEIGHT }),
      shape('rect', { class: 'part', x: left, y: HEIGHT - fill, width: inner, height: fill }),
      ...(width < 52
        ? []
        : [
            text(left + width / 2, '1.15em', code),
            text(left + width / 2, '2.3em', percent(drawn, size), 'strong'),
          ]),
    );
  });
  return shape(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT + 56}`, role: 'img', 'aria-label': title },
    ...columns,
  );
}

/** A label under the columns; letters are larger on a phone, and the lines stay apart. */
const text = (x: number, dy: string, content: string, kind = ''): SVGElement =>
  shape('text', { x, y: HEIGHT, dy, 'text-anchor': 'middle', class: kind }, content);
