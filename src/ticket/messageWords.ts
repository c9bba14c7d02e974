const LONGEST = 256;

/** Writes an id from byte `start`; false where it is not visible ASCII or not of a length to hash. */
export function writePlain(words: Int32Array, id: string, start: number): boolean {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST) return false;
  let word = openWord(words, start);
  let outside = 0;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    // The sign bit shows a code on either side of the range; a branch a code takes 10 ns an id longer.
    outside |= (code - 0x21) | (0x7e - code);
    word = (word << 8) | code;
    words[(start + i) >> 2] = word;
  }
  return outside >= 0;
}

export function writeByte(words: Int32Array, byte: number, at: number): void {
  words[at >> 2] = (openWord(words, at) << 8) | byte;
}

/** The word before byte `at`: complete, and then shifted out by four bytes more, or still filling. */
function openWord(words: Int32Array, at: number): number {
  return at === 0 ? 0 : (words[(at - 1) >> 2] as number);
}

/** Writes bytes from byte `start`. */
export function writeBytes(
  words: Int32Array,
  bytes: Uint8Array,
  start: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) writeByte(words, bytes[i] as number, start + i);
}

/**
 * Closes a message that begins at word `first`, after a key and with `length` bytes (FIPS 180-4
 * §5.1.1); returns how many words it has.
 */
export function pad(words: Int32Array, first: number, length: number): number {
  const last = first + (length >> 2);
  const count = ((length + 8) >> 6) * 16 + 16;
  const end = first + count - 1;
  words[last] = ((openWord(words, 4 * first + length) << 8) | 0x80) << (24 - 8 * (length & 3));
  for (let i = last + 1; i < end; i++) words[i] = 0;
  words[end] = (64 + length) << 3;
  return count;
}
