/** Candidates that come out by ascending ticket, as many as are asked for. */
export interface TicketQueue {
  readonly clear: () => void;
  /** Adds a candidate with his fast key; all are added before the first is taken. */
  readonly add: (candidate: number, key: number) => void;
  /** Takes the candidate with the least ticket, -1 if none is left. */
  readonly take: () => number;
}

/**
 * A heap over fast keys: most teams are full after the first few candidates, so that to sort them
 * all would be work for nothing.
 *
 * @param room - the most candidates at a time
 * @param isBefore - which of two candidates comes first where their fast keys are equal
 */
export function newTicketQueue(
  room: number,
  isBefore: (a: number, b: number) => boolean,
): TicketQueue {
  const keys = new Float64Array(room);
  const candidates = new Int32Array(room);
  let length = 0;
  let isHeap = false;

  return {
    clear() {
      length = 0;
      isHeap = false;
    },
    add(candidate, key) {
      keys[length] = key;
      candidates[length++] = candidate;
    },
    take() {
      if (length === 0) return -1;
      if (!isHeap) {
        for (let at = (length >> 1) - 1; at >= 0; at--) {
          sink(at, keys[at] as number, candidates[at] as number);
        }
        isHeap = true;
      }
      const least = candidates[0] as number;
      length--;
      sink(0, keys[length] as number, candidates[length] as number);
      return least;
    },
  };

  /** Puts an entry where it belongs in the heap below `from`. */
  function sink(from: number, key: number, candidate: number): void {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && comesBefore(child + 1, child)) child++;
      const least = keys[child] as number;
      if (key < least) break;
      if (key === least && isBefore(candidate, candidates[child] as number)) break;
      keys[at] = least;
      candidates[at] = candidates[child] as number;
      at = child;
    }
    keys[at] = key;
    candidates[at] = candidate;
  }

  function comesBefore(a: number, b: number): boolean {
    const x = keys[a] as number;
    const y = keys[b] as number;
    return x < y || (x === y && isBefore(candidates[a] as number, candidates[b] as number));
  }
}
