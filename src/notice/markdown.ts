/** A language of the renderings. */
export type Lang = 'zh' | 'en';

/** A text in the language asked for. */
export type Say = (zh: string, en: string) => string;

/** Chooses between two texts. */
export const inLanguage =
  (lang: Lang): Say =>
  (zh, en) =>
    lang === 'zh' ? zh : en;

/** The names of authorities by their ids, in Chinese, as a register has them. */
export type Names = Readonly<Record<string, string>>;

/** An id as a page shows it: in Chinese behind its name, where there is one. */
export const named = (names: Names, id: string, say: Say): string =>
  Object.hasOwn(names, id) ? say(`${names[id]}（${id}）`, id) : id;

/** The cells of a line of a table. */
export type Cells = readonly (string | number)[];

/** A Markdown table; bars and line ends in cells are made harmless. */
export function table(header: readonly string[], rows: Iterable<Cells>): string {
  return [...tableLines(header, rows)].join('\n');
}

/** The lines of a Markdown table, each made when it is asked for. */
export function* tableLines(header: readonly string[], rows: Iterable<Cells>): Generator<string> {
  yield line(header);
  yield line(header.map(() => '---'));
  for (const row of rows) yield line(row);
}

/** The lines that each row of a list gives. */
export function* each<T>(rows: Iterable<T>, lines: (row: T) => Iterable<Cells>): Generator<Cells> {
  for (const row of rows) yield* lines(row);
}

const line = (cells: Cells): string =>
  `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;

/** Text as it is, whatever it holds: no markup, no links, no HTML of a firm's making. */
export function escaped(text: string): string {
  return text.replaceAll(/\r?\n/g, ' ').replaceAll(/[\\|<>[\]*`]/g, (sign) => `\\${sign}`);
}

/** A paragraph: its text, none where that is empty, or its lines one by one. */
export type Paragraph = string | Iterable<string>;

/** Paragraphs with an empty line between them and one line end at the end. */
export function page(parts: Iterable<Paragraph>): string {
  return [...pagePieces(parts)].join('');
}

/** `page` piece by piece, for pages that are too long to be one text. */
export function* pagePieces(parts: Iterable<Paragraph>): Generator<string> {
  let between = '';
  for (const part of parts) {
    if (part === '') continue;
    yield between;
    between = '';
    for (const text of typeof part === 'string' ? [part] : part) {
      yield `${between}${text}`;
      between = '\n';
    }
    between = '\n\n';
  }
  yield '\n';
}
