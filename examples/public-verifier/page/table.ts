import { element } from './element.js';

/** Figures as a table that scrolls inside its own frame, by keyboard too. */
export function table(
  label: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const cells = (row: readonly string[]): HTMLElement =>
    element(
      'tr',
      {},
      ...row.map((cell, i) =>
        i === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell),
      ),
    );
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...header.map((name) => element('th', { scope: 'col' }, name))),
      ),
      element('tbody', {}, ...rows.map(cells)),
    ),
  );
}
