/** One side of a search: what it has seen, over whom, and what it still has to expand. */
export interface Side {
  /** The search each node was last seen in. */
  readonly seen: Int32Array;
  /** The node before each seen one, on the way there. */
  readonly link: Int32Array;
  /** The seat that is given up between the two, -1 where none is. */
  readonly seat: Int32Array;
  /** The nodes of this search in the order they were seen; those from `at` are to be expanded. */
  readonly trail: Int32Array;
  length: number;
  at: number;
  work: number;
  hasPooled: boolean;
}

/** A side that has seen nothing yet. */
export function newSide(nodes: number): Side {
  return {
    seen: new Int32Array(nodes),
    link: new Int32Array(nodes),
    seat: new Int32Array(nodes),
    trail: new Int32Array(nodes),
    length: 0,
    at: 0,
    work: 0,
    hasPooled: false,
  };
}

/** Begins a search, of which the side has seen nothing. */
export function begin(side: Side): void {
  side.length = 0;
  side.at = 0;
  side.work = 0;
  side.hasPooled = false;
}
