/** A piece of HTML that needs no escaping any more. */
export interface Markup {
  readonly html: string;
}

type Part = string | Markup | readonly Markup[];

/** HTML out of a template: texts are escaped, pieces of HTML stand as they are. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = parts.map((part) => {
    if (typeof part === 'string') return escaped(part);
    return 'html' in part ? part.html : part.map((one) => one.html).join('');
  });
  return { html: texts.map((text, i) => text + (written[i] ?? '')).join('') };
}

/** A text that is HTML already. */
export const raw = (text: string): Markup => ({ html: text });

/** The text of a piece of HTML. */
export const markup = (piece: Markup): string => piece.html;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
