/**
 * Moves the `count` smallest of `keys[0..length)` to its front, in no order, and returns the largest of
 * them: Hoare's selection, O(length) on average. Equal keys fall on either side.
 */
export function smallestFirst(keys: Float64Array, length: number, count: number): number {
  let left = 0;
  let right = length - 1;
  const target = count - 1;
  while (left < right) {
    const pivot = keys[(left + right) >> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((keys[i] as number) < pivot) i++;
      while ((keys[j] as number) > pivot) j--;
      if (i <= j) {
        const swapped = keys[i] as number;
        keys[i++] = keys[j] as number;
        keys[j--] = swapped;
      }
    }
    if (target <= j) right = j;
    else if (target >= i) left = i;
    else break;
  }
  return keys[target] as number;
}
