import type { ScratchFile } from '../files/scratch.js';

/** Records of a few whole numbers each, sorted into buckets that lie in a file. */
export interface RecordBuckets {
  /** Adds record `i` of some columns. */
  add(bucket: number, columns: readonly Int32Array[], i: number): void;
  /** All records of a bucket, number by number. */
  records(bucket: number): Int32Array;
}

/** So many records of a bucket are written at once. */
const AT_ONCE = 2048;

export function recordBuckets(file: ScratchFile, buckets: number, width: number): RecordBuckets {
  const room = AT_ONCE * width;
  const held: Int32Array[] = Array.from({ length: buckets }, () => new Int32Array(0));
  const filled = new Uint32Array(buckets);
  const places = Array.from({ length: buckets }, (): number[] => []);
  return {
    add(bucket, columns, i) {
      let at = filled[bucket] as number;
      let own = held[bucket] as Int32Array;
      if (own.length === 0) {
        own = new Int32Array(room);
        held[bucket] = own;
      } else if (at === room) {
        places[bucket]?.push(file.append(own));
        at = 0;
      }
      for (let c = 0; c < width; c++) own[at + c] = columns[c]?.[i] as number;
      filled[bucket] = at + width;
    },
    records(bucket) {
      const own = places[bucket] as number[];
      const rest = filled[bucket] as number;
      const all = new Int32Array(own.length * room + rest);
      for (const [k, at] of own.entries()) file.read(all.subarray(k * room, (k + 1) * room), at);
      all.set((held[bucket] as Int32Array).subarray(0, rest), own.length * room);
      return all;
    },
  };
}
