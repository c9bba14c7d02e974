/** An encoding a file can have: UTF-8, or GB 18030 as the registers' exports have it. */
export type Encoding = 'utf-8' | 'gb18030';

/** Where bytes stop being of the encoding they are read in. */
interface Fault {
  /** Another encoding's mark, a byte that does not fit, or a last character that is cut short. */
  readonly kind: 'mark' | 'byte' | 'cut';
  /** The encoding of the mark, the byte in hex, or `EOF`. */
  readonly given: string;
  /** The place of the byte, from 0. */
  readonly offset: number;
  readonly row: number;
  /** Whether what came before leaves no doubt about the encoding, so that no other need be tried. */
  readonly isCertain: boolean;
}

/** Thrown inside this folder only; a caller gets the issue made from it. */
export class BadBytes extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`bad byte at ${fault.offset}: ${fault.given}`);
    this.fault = fault;
  }
}

const MARKS = [
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** GB 18030 text hardly ever passes for a UTF-8 character of three bytes: sixteen settle it. */
const CERTAIN = 16;

/**
 * The text of a file's bytes, block by block, in one encoding without any mercy; the byte order mark
 * is taken off and every line break becomes `\n`.
 *
 * Blocks end at a line's end: neither encoding has the byte of a line feed inside a character.
 *
 * @throws `BadBytes`
 */
export async function* strictText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let offset = 0;
  let row = 1;
  let wide = 0;
  for await (const block of lineBlocks(chunks)) {
    const mark = offset === 0 ? MARKS.find(({ bytes }) => startsWith(block, bytes)) : undefined;
    if (mark !== undefined && mark.name !== encoding) {
      const isCertain = mark.name !== 'gb18030';
      throw new BadBytes({ kind: 'mark', given: mark.name, offset, row, isCertain });
    }
    if (mark !== undefined) wide = CERTAIN;
    const bytes = block.subarray(mark?.bytes.length ?? 0);
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      const place = faultPlace(bytes, encoding);
      const before = new TextDecoder(encoding, { ignoreBOM: true }).decode(
        bytes.subarray(0, place),
        { stream: true },
      );
      const byte = bytes[place];
      throw new BadBytes({
        ...(byte === undefined
          ? { kind: 'cut', given: 'EOF' }
          : { kind: 'byte', given: `0x${byte.toString(16).toUpperCase()}` }),
        offset: offset + block.length - bytes.length + place,
        row: row + lineBreaks(plainBreaks(before)),
        isCertain: wide + wideCharacters(before) >= CERTAIN,
      });
    }
    offset += block.length;
    if (wide < CERTAIN) wide += wideCharacters(text);
    text = plainBreaks(text);
    row += lineBreaks(text);
    yield text;
  }
}

/** The number of line feeds in a text. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

async function* lineBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0x0a) + 1;
    if (end > 0) yield Buffer.concat([...held.splice(0), chunk.subarray(0, end)]);
    if (end < chunk.length) held.push(chunk.subarray(end));
  }
  if (held.length > 0) yield Buffer.concat(held);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** The length of the longest beginning that decodes; a cut character at its end still does. */
function faultPlace(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), {
        stream: true,
      });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function wideCharacters(text: string): number {
  return text.match(/[\u0800-\uffff]/g)?.length ?? 0;
}

function plainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
