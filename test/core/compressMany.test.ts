import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compressEach,
  compressInLanes,
  compressMany,
  type Lanes,
  newLanes,
  type WasmPlatform,
} from '../../src/core/compressMany.js';
import { initialState, stateHex } from '../../src/core/sha256.js';

const platform = (globalThis as unknown as { WebAssembly: WasmPlatform }).WebAssembly;
const lanes = newLanes(platform) as Lanes;
const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const words = (length: number) =>
  fc.array(word, { minLength: length, maxLength: length }).map((all) => Int32Array.from(all));

describe('many compressions at once', () => {
  it('find vectors on this platform', () => expect(lanes).toBeDefined());

  it('give what single compressions give, after one state and after a state each', () => {
    const counts = fc.constantFrom(1, 2, 3, 4, 5, 31, 32, 33, 255, 256, 257, 300);
    fc.assert(
      fc.property(counts, fc.boolean(), fc.integer(), (count, isShared, seed) => {
        const fill = (length: number, salt: number): Int32Array =>
          Int32Array.from({ length }, (_, i) => Math.imul(i + salt + seed, 0x9e3779b1) ^ (i << 7));
        const rows = fill(16 * count, 1);
        const from = fill(isShared ? 8 : 8 * count, 77);
        const [expected, given, own] = [1, 2, 3].map(() => new Int32Array(8 * count)) as [
          Int32Array,
          Int32Array,
          Int32Array,
        ];
        compressEach(expected, from, rows, count);
        compressInLanes(lanes, given, from, rows, count);
        compressMany(own, from, rows, count);
        expect(given).toEqual(expected);
        expect(own).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('may write over the states they begin with', () => {
    fc.assert(
      fc.property(words(8 * 4), words(16 * 4), (from, rows) => {
        const expected = new Int32Array(32);
        compressEach(expected, from, rows, 4);
        compressInLanes(lanes, from, from, rows, 4);
        expect(from).toEqual(expected);
      }),
    );
  });

  it('are SHA-256 for messages of every length that fits one block', () => {
    const rows = new Int32Array(16 * 56);
    for (let length = 0; length < 56; length++) {
      const bytes = Buffer.alloc(64);
      bytes.fill('message', 0, length);
      bytes[length] = 0x80;
      bytes.writeUInt16BE(8 * length, 62);
      for (let i = 0; i < 16; i++) rows[16 * length + i] = bytes.readInt32BE(4 * i);
    }
    const digests = new Int32Array(8 * 56);
    compressInLanes(lanes, digests, initialState(), rows, 56);
    for (let length = 0; length < 56; length++) {
      const message = Buffer.alloc(length).fill('message', 0, length);
      const digest = stateHex(digests.subarray(8 * length, 8 * length + 8));
      expect(digest).toBe(createHash('sha256').update(message).digest('hex'));
    }
  });
});

describe('a platform', () => {
  class Refusing {
    constructor() {
      throw new EvalError('code generation disallowed');
    }
  }
  class Wrong {
    exports = { memory: { buffer: new ArrayBuffer(65_536) }, run: () => undefined };
  }

  it('without WebAssembly has no lanes', () => expect(newLanes(undefined)).toBeUndefined());

  it('that lets nothing compile has no lanes', () =>
    expect(newLanes({ ...platform, Module: Refusing } as WasmPlatform)).toBeUndefined());

  it('that computes something else has no lanes', () =>
    expect(
      newLanes({ Module: Object, Instance: Wrong } as unknown as WasmPlatform),
    ).toBeUndefined());
});
