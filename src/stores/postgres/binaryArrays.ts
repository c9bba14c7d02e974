import { writeEvent } from './eventBytes.js';
import { type Growing, growing, makeRoom, putNumber, writeText, writtenIn } from './growing.js';

/**
 * Arrays as PostgreSQL takes them in bytes: a head, and of each element its length and itself. As texts the client would
 * quote each element and the server take them apart again.
 *
 * @param count - how many elements there will be
 * @param each - how many bytes most of them have
 */
export function textArray(count: number, each: number) {
  const out = startedArray(TEXT, count, each);
  return {
    /** Adds a text, or nothing at all. */
    add(text: string | undefined): void {
      makeRoom(out, 4);
      const at = out.at;
      out.at += 4;
      if (text === undefined) {
        out.bytes[HAS_NULLS] = 1;
        putNumber(out, at, NULL);
        return;
      }
      writeText(out, text);
      putNumber(out, at, out.at - at - 4);
    },
    /** Adds an event as it is kept. */
    addEvent(event: object): void {
      makeRoom(out, 4);
      const at = out.at;
      out.at += 4;
      writeEvent(out, event);
      putNumber(out, at, out.at - at - 4);
    },
    bytes: (): Uint8Array => writtenIn(out),
  };
}

/** An array of integers, of which just as many are added as are told. */
export function numberArray(count: number) {
  const out = startedArray(INTEGER, count, 4);
  return {
    add(number: number): void {
      putNumber(out, out.at, 4);
      putNumber(out, out.at + 4, number);
      out.at += 8;
    },
    bytes: (): Uint8Array => writtenIn(out),
  };
}

/** An array of truths, of which just as many are added as are told. */
export function truthArray(count: number) {
  const out = startedArray(BOOLEAN, count, 1);
  return {
    add(truth: boolean): void {
      putNumber(out, out.at, 1);
      out.bytes[out.at + 4] = truth ? 1 : 0;
      out.at += 5;
    },
    bytes: (): Uint8Array => writtenIn(out),
  };
}

/** An array of one dimension that counts from 1, and room for its elements. */
function startedArray(type: number, count: number, each: number): Growing {
  const out = growing(HEAD + count * (4 + each));
  for (const [i, number] of [count === 0 ? 0 : 1, 0, type, count, 1].entries()) {
    putNumber(out, 4 * i, number);
  }
  // Of nothing the head is its first three numbers.
  out.at = count === 0 ? 12 : HEAD;
  return out;
}

const HEAD = 20;
/** The last byte of the second number: whether an element is nothing. */
const HAS_NULLS = 7;
const NULL = -1;
/** The numbers of types, which are the same in every PostgreSQL. */
const [BOOLEAN, INTEGER, TEXT] = [16, 23, 25];
