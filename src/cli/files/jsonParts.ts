import type { FileContent } from './writeContent.js';

/** So many characters are gathered before they are written. */
const AT_ONCE = 1 << 18;

/**
 * Plain data as the JSON that `JSON.stringify` writes, on one line with its end, part by part: no
 * text holds more than half a gigabyte, and a city's plan is longer.
 *
 * @param depth - how many arrays and objects deep it is taken apart; what lies deeper is small
 */
export function jsonParts(value: unknown, depth = 4): FileContent {
  return async (write) => {
    let text = '';
    for (const piece of pieces(value, depth)) {
      text += piece;
      if (text.length < AT_ONCE) continue;
      await write(text);
      text = '';
    }
    await write(`${text}\n`);
  };
}

/** Whether an object holds nothing but plain values: it is no list, and small. */
function isFlat(value: object): boolean {
  if (Symbol.iterator in value) return false;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === 'object' && item !== null) return false;
  }
  return true;
}

function* pieces(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null || isFlat(value)) {
    // What JSON has no word for stands as null in a list, and is left out of an object before.
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  if (Symbol.iterator in value) {
    // A list, or columns that make their rows.
    let isEmpty = true;
    for (const item of value as Iterable<unknown>) {
      yield isEmpty ? '[' : ',';
      yield* pieces(item, depth - 1);
      isEmpty = false;
    }
    yield isEmpty ? '[]' : ']';
    return;
  }
  let isFirst = true;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${isFirst ? '{' : ','}${JSON.stringify(key)}:`;
    yield* pieces(item, depth - 1);
    isFirst = false;
  }
  yield isFirst ? '{}' : '}';
}
