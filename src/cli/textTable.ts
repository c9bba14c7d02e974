import { displayWidth, padded } from './displayWidth.js';

/**
 * A table in plain text, its columns aligned for Chinese too: numbers to the right, text to the left.
 *
 * @param indent - blanks before each line
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  indent = 2,
): string[] {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)),
  );
  const widths = header.map((title, i) =>
    Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[i] ?? ''))),
  );
  const sides = header.map((_, i) =>
    rows.length > 0 && rows.every((row) => typeof row[i] === 'number') ? 'right' : 'left',
  );
  const line = (row: readonly string[]): string =>
    `${' '.repeat(indent)}${row
      .map((cell, i) => padded(cell, widths[i] as number, sides[i] as 'left' | 'right'))
      .join('  ')}`.trimEnd();
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(header), rule, ...cells.map(line)];
}

/** A number with a comma between thousands. */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
