/**
 * Writes a text from byte `start`, a character a byte; false where one has a code below `least` or
 * above `most`, which is at most 0x7f.
 */
export function writeAscii(
  words: Int32Array,
  text: string,
  start: number,
  least: number,
  most: number,
): boolean {
  let word = openWord(words, start);
  let outside = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The sign bit shows a code on either side of the range; a branch a code takes 10 ns an id longer.
    outside |= (code - least) | (most - code);
    word = (word << 8) | code;
    words[(start + i) >> 2] = word;
  }
  return outside >= 0;
}

/** Writes bytes from byte `start`. */
export function writeBytes(
  words: Int32Array,
  bytes: Uint8Array,
  start: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    const at = start + i;
    words[at >> 2] = (openWord(words, at) << 8) | (bytes[i] as number);
  }
}

/** The word before byte `at`: complete, and then shifted out by four bytes more, or still filling. */
function openWord(words: Int32Array, at: number): number {
  return at === 0 ? 0 : (words[(at - 1) >> 2] as number);
}

/**
 * Closes a message of `length` bytes that begins at word `first` (FIPS 180-4 §5.1.1); returns how
 * many words it has.
 *
 * @param before - bytes of the message that are in the state already, whole blocks of them
 */
export function pad(words: Int32Array, first: number, length: number, before: number): number {
  const last = first + (length >> 2);
  const count = ((length + 8) >> 6) * 16 + 16;
  const end = first + count - 1;
  words[last] = ((openWord(words, 4 * first + length) << 8) | 0x80) << (24 - 8 * (length & 3));
  for (let i = last + 1; i < end; i++) words[i] = 0;
  words[end] = (before + length) << 3;
  return count;
}

/**
 * Writes a text of at most 55 characters, a character a byte, as a whole message of one block from
 * word `at`, closed as `pad` does; false where a code is below `least` or above `most`, which is at
 * most 0x7f. Four characters make a word at a time: half as long as one after the other.
 *
 * @param before - bytes of the message that are in the state already, whole blocks of them
 */
export function writeBlock(
  words: Int32Array,
  at: number,
  text: string,
  {
    least,
    most,
    before,
  }: { readonly least: number; readonly most: number; readonly before: number },
): boolean {
  const length = text.length;
  const whole = length & ~3;
  const end = at + 15;
  let outside = 0;
  let word = at;
  for (let i = 0; i < whole; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    // The sign bit shows a code on either side of the range, without a branch a code.
    outside |= (a - least) | (b - least) | (c - least) | (d - least);
    outside |= (most - a) | (most - b) | (most - c) | (most - d);
    words[word++] = (a << 24) | (b << 16) | (c << 8) | d;
  }
  let tail = 0;
  for (let i = whole; i < length; i++) {
    const code = text.charCodeAt(i);
    outside |= (code - least) | (most - code);
    tail = (tail << 8) | code;
  }
  words[word++] = ((tail << 8) | 0x80) << (24 - 8 * (length & 3));
  while (word < end) words[word++] = 0;
  words[end] = (before + length) << 3;
  return outside >= 0;
}
