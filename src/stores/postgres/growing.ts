import { writeUtf8 } from '../../core/utf8.js';

/** Bytes that are written one behind the other, and how many there are; the array is exchanged where it gets too small. */
export interface Growing {
  bytes: Uint8Array;
  at: number;
}

/** Room for so many bytes at first. */
export function growing(bytes: number): Growing {
  return { bytes: new Uint8Array(bytes), at: 0 };
}

/** Makes sure that so many bytes more have room. */
export function makeRoom(out: Growing, more: number): void {
  if (out.at + more <= out.bytes.length) return;
  const larger = new Uint8Array(2 * (out.at + more));
  larger.set(out.bytes.subarray(0, out.at));
  out.bytes = larger;
}

/** Writes a text as UTF-8. */
export function writeText(out: Growing, text: string): void {
  makeRoom(out, 3 * text.length);
  out.at = writeUtf8(text, out.bytes, out.at);
}

/** Writes a number of four bytes, the highest first, at a place that has room. */
export function putNumber({ bytes }: Growing, at: number, number: number): void {
  bytes[at] = number >>> 24;
  bytes[at + 1] = number >>> 16;
  bytes[at + 2] = number >>> 8;
  bytes[at + 3] = number;
}

/** What is written. */
export const writtenIn = ({ bytes, at }: Growing): Uint8Array => bytes.subarray(0, at);
