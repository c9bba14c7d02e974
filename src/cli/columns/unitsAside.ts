import type { KeptUnits } from '../../columns/keptUnits.js';
import type { ScratchFile } from '../files/scratch.js';

/** Keeps the units of a frame in a file: of each batch of a stratum memory knows where it lies. */
export function unitsAside(file: ScratchFile): KeptUnits {
  const strata = new Map<number, { readonly at: number; readonly count: number }[]>();
  return {
    add(stratum, rows, keys) {
      const own = strata.get(stratum) ?? [];
      strata.set(stratum, own);
      own.push({ at: file.append(keys), count: keys.length });
      file.append(rows);
    },
    each(stratum, take) {
      for (const { at, count } of strata.get(stratum) ?? []) {
        const keys = new Float64Array(count);
        const rows = new Uint32Array(count);
        file.read(keys, at);
        file.read(rows, at + keys.byteLength);
        take(rows, keys);
      }
    },
  };
}
