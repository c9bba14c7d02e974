import { ColumnRows } from '../core/rows.js';
import type { TextColumn } from '../core/textColumn.js';
import type { FrameUnit } from '../draw/unit.js';

/** What rows of a frame share: all but the id. */
type Kind = Omit<FrameUnit, 'id'>;

/** A frame whose ids are those of a column that all frames share. */
export class FrameRows extends ColumnRows<FrameUnit> {
  readonly #ids: TextColumn;
  readonly #who: Uint32Array;
  readonly #kindOf: Uint32Array;
  readonly #kinds: readonly Kind[];

  /**
   * @param who - places in `ids`, by id
   * @param kindOf - for each of them its place in `kinds`
   */
  constructor(ids: TextColumn, who: Uint32Array, kindOf: Uint32Array, kinds: readonly Kind[]) {
    super();
    this.#ids = ids;
    this.#who = who;
    this.#kindOf = kindOf;
    this.#kinds = kinds;
  }

  get length(): number {
    return this.#who.length;
  }

  protected row(index: number): FrameUnit {
    const id = this.#ids.textAt(this.#who[index] as number);
    return { id, ...(this.#kinds[this.#kindOf[index] as number] as Kind) };
  }
}
