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
    const someWords = fc.subarray([...new Array(16).keys()], { minLength: 1 });
    fc.assert(
      fc.property(counts, someWords, fc.integer(), (count, places, seed) => {
        const fill = (length: number, salt: number): Int32Array =>
          Int32Array.from({ length }, (_, i) => Math.imul(i + salt + seed, 0x9e3779b1) ^ (i << 7));
        const block = { state: fill(8, 1), words: fill(16, 50) };
        const own = { places, columns: places.map((place) => fill(300, 99 + 301 * place)) };
        const rows = Int32Array.from({ length: count }, (_, n) => (n * 7) % 300);
        const expected = Array.from(rows, (row) => {
          const words = block.words.slice();
          places.forEach((place, k) => {
            words[place] = (words[place] as number) + (own.columns[k]?.[row] as number);
          });
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
      { numRuns: 100 },
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
