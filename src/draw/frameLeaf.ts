import { checkedId, checkedName } from '../core/identifier.js';
import { writeUtf8 } from '../core/utf8.js';
import { checkedWeight, type FrameUnit } from './unit.js';

/** What stands between the parts of a leaf, and in none of them. */
const SEPARATOR = 0x1f;
/** Most bytes of a leaf: an id, two separators, a stratum's name and a weight. */
export const LONGEST_LEAF = 256 + 64 + 7 + 2;

/**
 * What a frame's tree holds of a unit: `id 0x1F stratum 0x1F weight`.
 *
 * @throws `bad-id` | `bad-name` | `bad-weight`
 *
 * @source double-random/1 §1
 */
export function frameLeaf(unit: FrameUnit): string {
  const id = checkedId(unit?.id, 'a unit of the frame');
  return id + tailOf(unit.stratum, checkedWeight(unit));
}

/** Writes leaves as bytes: that of a unit, from a place; the place after it. */
export type LeafWriter = (unit: FrameUnit, bytes: Uint8Array, at: number) => number;

/** A writer that remembers what the leaves of a stratum end with, as nearly all of them do. */
export function leafWriter(): LeafWriter {
  const tails = new Map<string, Uint8Array>();
  const plainTail = (stratum: string): Uint8Array => {
    const known = tails.get(stratum);
    if (known !== undefined) return known;
    const tail = asciiBytes(tailOf(stratum, 1));
    tails.set(stratum, tail);
    return tail;
  };
  return (unit, bytes, at) => {
    const id = checkedId(unit?.id, 'a unit of the frame');
    const tail =
      unit.weight === undefined
        ? plainTail(unit.stratum)
        : asciiBytes(tailOf(unit.stratum, checkedWeight(unit)));
    let end = writeUtf8(id, bytes, at);
    for (let i = 0; i < tail.length; i++) bytes[end++] = tail[i] as number;
    return end;
  };
}

function tailOf(stratum: string, weight: number): string {
  return `\u001f${checkedName(stratum, 'stratum code')}\u001f${weight}`;
}

const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Compares the ids of two leaves, each up to its separator, which is below all that an id holds. */
export function compareLeafIds(a: Uint8Array, x: number, b: Uint8Array, y: number): number {
  for (let i = 0; ; i++) {
    const byte = a[x + i] as number;
    const step = byte - (b[y + i] as number);
    if (step !== 0 || byte === SEPARATOR) return step;
  }
}

/** The id of a leaf that begins at a place. */
export function leafId(bytes: Uint8Array, from: number): string {
  const id = bytes.subarray(from, bytes.indexOf(SEPARATOR, from));
  return decodeURIComponent(
    Array.from(id, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
