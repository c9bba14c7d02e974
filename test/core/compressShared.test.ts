import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WasmPlatform } from '../../src/core/compressMany.js';
import {
  compressShared,
  newSharedLanes,
  type SharedLanes,
  sharedEach,
  sharedInLanes,
} from '../../src/core/compressShared.js';
import { initialState } from '../../src/core/sha256.js';
import { compress } from '../../src/core/sha256Block.js';

const platform = (globalThis as unknown as { WebAssembly: WasmPlatform }).WebAssembly;
const lanes = newSharedLanes(platform) as SharedLanes;

describe('blocks that share most of their words', () => {
  it('find vectors on this platform', () => expect(lanes).toBeDefined());

  it('give the first 52 bits of what single compressions give', () => {
    const counts = fc.constantFrom(1, 3, 4, 5, 31, 32, 33, 255, 256, 257, 300);
    fc.assert(
      fc.property(counts, fc.nat(12), fc.nat(12), fc.integer(), (count, place, extra, seed) => {
        const fill = (length: number, salt: number): Int32Array =>
          Int32Array.from({ length }, (_, i) => Math.imul(i + salt + seed, 0x9e3779b1) ^ (i << 7));
        const width = 2 + (extra % (14 - place));
        const block = { state: fill(8, 1), words: fill(16, 50), place };
        const own = { words: fill(300 * width, 99), width };
        const rows = Int32Array.from({ length: count }, (_, n) => (n * 7) % 300);
        const expected = Array.from(rows, (row) => {
          const words = block.words.slice();
          for (let k = 0; k < width - 1; k++) {
            words[place + k] =
              (words[place + k] as number) + (own.words[width * row + k] as number);
          }
          words[15] = (words[15] as number) + (own.words[width * row + width - 1] as number);
          const state = initialState();
          compress(state, block.state, words, 0);
          return ((state[0] as number) >>> 0) * 2 ** 20 + ((state[1] as number) >>> 12);
        });
        const [each, inLanes, either] = [0, 1, 2].map(() => new Float64Array(count)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        sharedEach(each, block, own, rows, count);
        sharedInLanes(lanes, inLanes, block, own, rows, count);
        compressShared(either, block, own, rows, count);
        expect([...each]).toEqual(expected);
        expect([...inLanes]).toEqual(expected);
        expect([...either]).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('have no lanes without WebAssembly, or where it computes something else', () => {
    class Wrong {
      exports = { memory: { buffer: new ArrayBuffer(65_536) }, run: () => undefined };
    }
    const wrong = { Module: Object, Instance: Wrong } as unknown as WasmPlatform;
    expect(newSharedLanes(undefined)).toBeUndefined();
    expect(newSharedLanes(wrong)).toBeUndefined();
  });
});
