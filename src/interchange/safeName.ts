import type { LocalText } from '../document/document.js';

/** A name as documents allow it, made of any text, and none of those `taken`, to which it is added. */
export function safeName(text: string, taken: Set<string>): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}.:/+-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 40)
    .replace(/[^\p{L}\p{N}+-]+$/u, '');
  const base = plain === '' ? 'unnamed' : plain;
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base}-${i}`;
  taken.add(name);
  return name;
}

/** A name in the file as the title of what it became. */
export function titleOf(text: string): { readonly title: LocalText } | undefined {
  return text === '' ? undefined : { title: { zh: text, en: text } };
}
