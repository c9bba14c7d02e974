/**
 * Writes the UTF-8 bytes of `text` to `target` from `at`; returns the place after the last one.
 * A lone surrogate is written as U+FFFD, as every encoder does; identifiers refuse it earlier.
 */
export function writeUtf8(text: string, target: Uint8Array, at: number): number {
  let place = at;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      target[place++] = code;
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i++;
      } else code = 0xfffd;
    }
    if (code < 0x800) {
      target[place++] = 0xc0 | (code >> 6);
      target[place++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      target[place++] = 0xe0 | (code >> 12);
      target[place++] = 0x80 | ((code >> 6) & 63);
      target[place++] = 0x80 | (code & 63);
    } else {
      target[place++] = 0xf0 | (code >> 18);
      target[place++] = 0x80 | ((code >> 12) & 63);
      target[place++] = 0x80 | ((code >> 6) & 63);
      target[place++] = 0x80 | (code & 63);
    }
  }
  return place;
}

/** The UTF-8 bytes of `text`, in an array of their own. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, writeUtf8(text, bytes, 0));
}

/** So many bytes are made into text at once. */
const AT_ONCE = 1 << 12;
/** Units of texts of up to so many bytes are written into arrays that stay, one for each length. */
const SHORT = 256;
const rooms: number[][] = [];

/** The text whose UTF-8 bytes, as `writeUtf8` writes them, stand from `from` to `to - 1`. */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  const ascii = to - from > AT_ONCE ? undefined : asciiText(bytes, from, to);
  if (ascii !== undefined) return ascii;
  let text = '';
  let units: number[] = [];
  for (let i = from; i < to; ) {
    const first = bytes[i++] as number;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let left = more; left > 0; left--) code = (code << 6) | ((bytes[i++] as number) & 63);
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    if (units.length < AT_ONCE) continue;
    text += textOf(units);
    units = [];
  }
  return text + textOf(units);
}

const textOf = (units: ArrayLike<number>): string =>
  String.fromCharCode.apply(null, units as number[]);

/** The text of bytes that are all ASCII; undefined where one is not. */
function asciiText(bytes: Uint8Array, from: number, to: number): string | undefined {
  const units = unitsOf(to - from);
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x80) return undefined;
    units[i - from] = byte;
  }
  return textOf(units);
}

/** Room for the units of a text: out of a plain array it is made in half the time bytes take. */
function unitsOf(length: number): number[] {
  if (length > SHORT) return new Array<number>(length).fill(0);
  const room = rooms[length] ?? new Array<number>(length).fill(0);
  rooms[length] = room;
  return room;
}
