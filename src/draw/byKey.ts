/**
 * The places of keys in the order of the keys, smallest first.
 *
 * The upper bits of a key and its place make one number, and the platform sorts numbers, in a third of
 * the time it sorts by a comparison. What the bits left out would tell, and ties, are settled among
 * neighbours.
 *
 * @param keys - integers from 0 to below 2^52
 * @param compareTied - the order of two places whose keys are equal
 */
export function byKey(
  keys: Float64Array,
  compareTied: (a: number, b: number) => number,
): Int32Array {
  const count = keys.length;
  let span = 1;
  while (span < count) span *= 2;
  const packed = new Float64Array(count);
  for (let i = 0; i < count; i++) packed[i] = upper(keys[i] as number, span) + i;
  packed.sort();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = (packed[i] as number) - upper(packed[i] as number, span);
  }
  for (let i = 1; i < count; i++) {
    const place = order[i] as number;
    let to = i;
    for (; to > 0; to--) {
      const before = order[to - 1] as number;
      if ((keys[before] as number) < (keys[place] as number)) break;
      if (keys[before] === keys[place] && compareTied(before, place) <= 0) break;
      order[to] = before;
    }
    order[to] = place;
  }
  return order;
}

/** A number without the bits below `span`, a power of two. */
const upper = (number: number, span: number): number => Math.floor(number / span) * span;
