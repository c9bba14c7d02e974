/** Rows that are worked on at once: what they need stays in the processor's cache. */
export const BLOCK = 2048;

/**
 * What the kernels of a block share. `faulty` marks rows that columns alone can't answer: a value out
 * of its domain, a missing one that refuses, a code beyond its dictionary. They are few, and the row
 * evaluator has the last word on them, so a mark too many costs time and never an answer.
 */
export interface Block {
  readonly faulty: Uint8Array;
}

export const newBlock = (): Block => ({ faulty: new Uint8Array(BLOCK) });

/** Works on `size` rows from row `from` and leaves its answer in a vector of its own. */
export type Kernel<Vector> = (from: number, size: number) => Vector;
