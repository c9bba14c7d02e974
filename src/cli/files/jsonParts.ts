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

function* pieces(value: unknown, depth: number): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    // What JSON has no word for stands as null in a list, and is left out of an object before.
    yield JSON.stringify(value) ?? 'null';
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      yield i === 0 ? '[' : ',';
      yield* pieces(value[i], depth - 1);
    }
    yield value.length === 0 ? '[]' : ']';
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
