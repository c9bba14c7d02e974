import { one, type Reading, refuse } from '../reading.js';
import type { XmlNode } from '../xmlTree.js';

/** The values of the `Array` inside: words, or texts in quotes in which `\"` is a quote. */
export function arrayOf(node: XmlNode, reading: Reading): readonly string[] | undefined {
  const array = one(node, 'Array', reading);
  if (array === undefined) return undefined;
  const values = wordsOf(array.text);
  const stated = array.attributes.get('n');
  if (values === undefined || (stated !== undefined && Number(stated) !== values.length)) {
    return refuse(reading, array, 'list-unreadable', { given: array.text.trim().slice(0, 60) });
  }
  return values;
}

function wordsOf(text: string): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] as string)) {
      at++;
    } else if (text[at] === '"') {
      let word = '';
      for (at++; text[at] !== '"'; at++) {
        if (at >= text.length) return undefined;
        if (text[at] === '\\' && text[at + 1] === '"') at++;
        word += text[at];
      }
      at++;
      words.push(word);
    } else {
      const start = at;
      while (at < text.length && !/\s/.test(text[at] as string)) at++;
      words.push(text.slice(start, at));
    }
  }
  return words;
}
