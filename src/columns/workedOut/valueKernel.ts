import type { Asked } from '../answers.js';
import type { Block } from '../block.js';
import type { SchemeColumns } from '../schemeColumns.js';

/** What a value gives of each row of a block, NaN where it is unknown: numbers at its places, or places of texts. */
export interface ValueKernel {
  readonly out: Float64Array;
  run(from: number, size: number): void;
  /** The texts, where it gives texts. */
  readonly texts?: readonly string[];
}

/** What values are worked out from. */
export interface ValueContext extends Pick<Asked, 'asOf'> {
  /** With the values before. */
  readonly columns: SchemeColumns;
  readonly block: Block;
}
