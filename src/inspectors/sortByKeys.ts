/** Numbers put in order by their keys, one set after another. */
export interface KeySorter {
  /**
   * The first `count` of `items` by ascending key, in an array that stays: read it before the next call.
   *
   * @param range - what every key is below
   */
  readonly sorted: (
    items: Int32Array,
    keys: Float64Array,
    count: number,
    range: number,
  ) => Int32Array;
}

/**
 * Sorts by keys that are spread evenly, as the first bits of digests are: each goes to the one of `count`
 * boxes it belongs in, and the few that share a box are put in order there, so that the time is in
 * proportion to the count. Uneven keys are sorted as well, only slower.
 *
 * @param room - the most numbers at a time
 * @param isBefore - which of two comes first where their keys are equal
 */
export function keySorter(room: number, isBefore: (a: number, b: number) => boolean): KeySorter {
  const boxEnd = new Int32Array(room + 1);
  const order = new Int32Array(room);
  const orderKeys = new Float64Array(room);

  return {
    sorted(items, keys, count, range) {
      // A little less, so that no key below the range is rounded into a box beyond the last.
      const share = (count / range) * (1 - 2 ** -40);
      countBoxes(keys, count, share, boxEnd);
      for (let box = 1; box < count; box++) {
        boxEnd[box] = (boxEnd[box] as number) + (boxEnd[box - 1] as number);
      }
      distribute(items, keys, count, share);
      for (let n = 1; n < count; n++) {
        if ((orderKeys[n - 1] as number) >= (orderKeys[n] as number)) moveDown(n);
      }
      return order;
    },
  };

  /** Puts each into its box: `boxEnd` is where the next of a box goes. */
  function distribute(items: Int32Array, keys: Float64Array, count: number, share: number): void {
    for (let n = 0; n < count; n++) {
      const key = keys[n] as number;
      const box = Math.floor(key * share);
      const at = boxEnd[box] as number;
      boxEnd[box] = at + 1;
      order[at] = items[n] as number;
      orderKeys[at] = key;
    }
  }

  /** Puts one where it belongs among those before it, which are in order. */
  function moveDown(from: number): void {
    const key = orderKeys[from] as number;
    const item = order[from] as number;
    let at = from;
    for (; at > 0; at--) {
      const before = orderKeys[at - 1] as number;
      if (before < key || (before === key && isBefore(order[at - 1] as number, item))) break;
      orderKeys[at] = before;
      order[at] = order[at - 1] as number;
    }
    orderKeys[at] = key;
    order[at] = item;
  }
}

/** How many go to the box before each. */
function countBoxes(keys: Float64Array, count: number, share: number, boxes: Int32Array): void {
  boxes.fill(0, 0, count + 1);
  for (let n = 0; n < count; n++) {
    const box = Math.floor((keys[n] as number) * share) + 1;
    boxes[box] = (boxes[box] as number) + 1;
  }
}
