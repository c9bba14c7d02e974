/** A language of the renderings. */
export type Lang = 'zh' | 'en';

/** A text in the language asked for. */
export type Say = (zh: string, en: string) => string;

/** Chooses between two texts. */
export const inLanguage =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

/** A Markdown table; bars and line ends in cells are made harmless. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text as it is, whatever it holds: no markup, no links, no HTML of a firm's making. */
export function escaped(text: string): string {
  return text.replaceAll(/\r?\n/g, ' ').replaceAll(/[\\|<>[\]*`]/g, (sign) => `\\${sign}`);
}

/** Paragraphs with an empty line between them and one line end at the end. */
export function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
