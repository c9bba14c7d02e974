import type { ScratchFile } from '../files/scratch.js';

/** Numbers by place, of which memory holds the block that was last asked for. */
export interface NumbersAside {
  at(place: number): number;
  set(place: number, value: number): void;
}

/** So many numbers lie together: few enough that one that is asked for alone costs little. */
const BLOCK = 1024;

/** Numbers in a file of their own; what was never set is 0. */
export function numbersAside(
  file: ScratchFile,
  type: typeof Float64Array | typeof Uint32Array,
): NumbersAside {
  const block = new type(BLOCK);
  let first = 0;
  let isChanged = false;
  const bring = (place: number): number => {
    const own = place - (place % BLOCK);
    if (own !== first) {
      if (isChanged) file.write(block, first * type.BYTES_PER_ELEMENT);
      isChanged = false;
      first = own;
      file.read(block, first * type.BYTES_PER_ELEMENT);
    }
    return place - first;
  };
  return {
    at: (place) => block[bring(place)] as number,
    set(place, value) {
      block[bring(place)] = value;
      isChanged = true;
    },
  };
}
