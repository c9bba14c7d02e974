import { hex } from './hex.js';

/** Digests one after the other as bytes, half a byte a digit. */
export interface HexColumn {
  /** Adds a digest in lower-case hex. */
  add(digits: string): void;
  at(index: number): string;
  count(): number;
}

/** A column of digests that all have so many digits, an even number. */
export function hexColumn(digits: number): HexColumn {
  const size = digits / 2;
  let bytes = new Uint8Array(size << 8);
  let count = 0;
  return {
    add(text) {
      const at = count++ * size;
      if (at === bytes.length) {
        const more = new Uint8Array(at + (at >> 1));
        more.set(bytes);
        bytes = more;
      }
      for (let i = 0; i < size; i++) {
        bytes[at + i] = (digit(text.charCodeAt(2 * i)) << 4) | digit(text.charCodeAt(2 * i + 1));
      }
    },
    at: (index) => hex(bytes.subarray(index * size, (index + 1) * size)),
    count: () => count,
  };
}

/** `0` to `9` begin at 48, `a` to `f` at 97. */
const digit = (unit: number): number => (unit < 97 ? unit - 48 : unit - 87);
