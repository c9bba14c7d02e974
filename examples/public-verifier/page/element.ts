/** Something an element can hold: text stays text, whatever a notice puts into it. */
export type Content = Node | string | undefined;

/** An HTML element with attributes and content. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  return dressed(document.createElement(name), attributes, content);
}

/** An SVG element with attributes and content. */
export function shape<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...content: readonly Content[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  return dressed(made, attributes, content);
}

function dressed<T extends Element>(
  made: T,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly Content[],
): T {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content.filter((one) => one !== undefined));
  return made;
}

/** The element of the page with this id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}
