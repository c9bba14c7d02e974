import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idStore } from '../../../src/cli/columns/idStore.js';
import { numbersAside } from '../../../src/cli/columns/numbersAside.js';
import { recordBuckets } from '../../../src/cli/columns/recordBuckets.js';
import { unitsAside } from '../../../src/cli/columns/unitsAside.js';
import { openScratch, type Scratch } from '../../../src/cli/files/scratch.js';
import { lastKey, unitsInMemory } from '../../../src/columns/keptUnits.js';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await openScratch();
});
afterAll(() => scratch.close());

describe('what lies in files for a while', () => {
  it('is read as it was written, zeros where nothing was, and is gone when it is closed', async () => {
    const own = await openScratch();
    const file = own.file();
    expect(file.append(Uint8Array.of(1, 2, 3))).toBe(0);
    expect(file.append(Uint8Array.of(4))).toBe(3);
    file.write(Uint8Array.of(9), 1);
    file.write(Uint8Array.of(7), 6);
    const read = new Uint8Array(9).fill(5);
    file.read(read, 0);
    expect([...read]).toEqual([1, 9, 3, 4, 0, 0, 7, 0, 0]);
    expect(file.append(Uint8Array.of(1))).toBe(7);
    expect(existsSync(own.folder)).toBe(true);
    await own.close();
    expect(existsSync(own.folder)).toBe(false);
  });

  it('keeps numbers by place, whatever the order they come and are asked in', () => {
    const set = fc.tuple(fc.nat({ max: 5000 }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(set, { maxLength: 60 }), (entries) => {
        const numbers = numbersAside(scratch.file(), Float64Array);
        const expected = new Map<number, number>();
        for (const [place, value] of entries) {
          numbers.set(place, value);
          expected.set(place, value);
        }
        for (const [place, value] of expected) expect(numbers.at(place)).toBe(value);
        expect(numbers.at(6000)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps ids, those with a line break or in another place too', () => {
    const ids = idStore(scratch.file());
    const many = Array.from({ length: 20_000 }, (_, i) => (i === 9000 ? 'a\nb' : `示例${i}`));
    ids.add(0, many.slice(0, 8500));
    ids.add(8500, many.slice(8500));
    ids.put(9000, 'odd');
    ids.put(9001, '示例9001');
    ids.put(12, 'twelve');
    const at = [0, 12, 8191, 8192, 8499, 8500, 8999, 9000, 9001, 19_999];
    const expected = at.map((n) => (n === 12 ? 'twelve' : n === 9000 ? 'odd' : many[n]));
    expect(at.map(ids.at)).toEqual(expected);
    expect(at.toReversed().map(ids.at)).toEqual(expected.toReversed());
  });

  it('sorts records into buckets, none of which is lost at the edge of a block', () => {
    const buckets = recordBuckets(scratch.file(), 4, 2);
    const count = 10_000;
    const numbers = Int32Array.from({ length: count }, (_, i) => i - 5000);
    const others = Int32Array.from(numbers, (one) => 7 * one);
    const bucketOf = (i: number) => (i % 5 === 0 ? 0 : 1 + (i % 2));
    for (let i = 0; i < count; i++) buckets.add(bucketOf(i), [numbers, others], i);
    for (const bucket of [3, 2, 1, 0]) {
      const own = [...numbers].filter((_, i) => bucketOf(i) === bucket);
      expect([...buckets.records(bucket)]).toEqual(own.flatMap((one) => [one, 7 * one]));
    }
  });
});

describe('units of a frame', () => {
  const batch = fc.record({
    stratum: fc.nat({ max: 2 }),
    keys: fc.array(fc.nat({ max: 40 }), { maxLength: 30 }),
  });
  it('have the same last key in memory and in a file, which sorting finds too', () => {
    fc.assert(
      fc.property(fc.array(batch), fc.integer({ min: 1, max: 50 }), (batches, needed) => {
        const stores = [unitsInMemory(), unitsAside(scratch.file())];
        const all = [0, 1, 2].map((): number[] => []);
        let row = 0;
        for (const { stratum, keys } of batches) {
          const rows = Uint32Array.from(keys, () => row++);
          for (const store of stores) store.add(stratum, rows, Float64Array.from(keys));
          all[stratum]?.push(...keys);
        }
        for (const [stratum, keys] of all.entries()) {
          const sorted = keys.toSorted((a, b) => a - b);
          const expected = keys.length <= needed ? Infinity : sorted[needed - 1];
          const seen = stores.map((store) => {
            const units: number[] = [];
            store.each(stratum, (rows, own) => units.push(...rows, ...own));
            expect(lastKey(store, stratum, keys.length, needed)).toBe(expected);
            return units.toSorted((a, b) => a - b);
          });
          expect(seen[1]).toEqual(seen[0]);
          expect(seen[0]).toHaveLength(2 * keys.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are more than are held at once while the last key is sought', () => {
    const store = unitsInMemory();
    const keys = Float64Array.from({ length: 50_000 }, (_, i) => (i * 48_271) % 50_021);
    store.add(7, new Uint32Array(keys.length), keys);
    const sorted = keys.toSorted();
    for (const needed of [1, 10, 700, 20_000, 49_999]) {
      expect(lastKey(store, 7, keys.length, needed)).toBe(sorted[needed - 1]);
    }
  });
});
