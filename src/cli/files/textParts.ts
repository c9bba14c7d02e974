import type { FileContent } from './writeContent.js';

/** So many characters are gathered before they are written. */
const AT_ONCE = 1 << 18;

/** The pieces of a text as the content of a file, written part by part. */
export function textParts(pieces: Iterable<string>): FileContent {
  return async (write) => {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < AT_ONCE) continue;
      await write(text);
      text = '';
    }
    await write(text);
  };
}
