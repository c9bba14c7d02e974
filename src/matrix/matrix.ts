import type { DocumentBase, Scale } from '../document/document.js';
import type { Method, VISIT_KINDS } from '../register/nouns.js';

/** Which items of a task are checked: all of them, or those of one rank (重点检查项、一般检查项). */
export const CONTENTS = ['all-items', 'key-items', 'general-items'] as const;
export type Content = (typeof CONTENTS)[number];

/**
 * What a cell of the matrix means for an entity (差异化监管措施).
 *
 * `ratio` and `rule` fix how many of the cell are drawn, `frequency` how often one is due (`visits`
 * within `months`), `window` the months a visit may fall in, `content` the items; other methods than
 * `on-site` are no visit. `key`
 * supervision is full coverage outside the lottery. `cap` is the most visits a year by kind.
 */
export interface Measures {
  readonly tier: string;
  readonly ratio: string;
  readonly rule: 'at-least' | 'at-most' | 'half-up';
  readonly frequency: { readonly visits: number; readonly months: number };
  readonly window?: { readonly fromMonth: number; readonly toMonth: number };
  readonly method: Method;
  readonly content: Content;
  readonly cap?: { readonly [K in (typeof VISIT_KINDS)[number]]?: number };
  readonly key: boolean;
  readonly cite: string;
}

/** Risk × credit → measures. Every cell is there: by type for `defineMatrix`, by check for data. */
export interface Matrix<Level extends string = string, Grade extends string = string>
  extends DocumentBase {
  readonly schema: 'evenhand/matrix/1';
  readonly kind: 'matrix';
  readonly risk: Scale<Level>;
  readonly credit: Scale<Grade>;
  readonly tiers: Scale;
  readonly cells: Readonly<Record<Level, Readonly<Record<Grade, Measures>>>>;
}

/**
 * A matrix as it is, with its levels and grades known to the compiler: a missing cell or an unknown
 * grade is a compile error.
 *
 * @example
 * ```ts
 * import { defineMatrix } from 'evenhand/matrix';
 * import { exampleMatrix } from 'evenhand/schemes';
 *
 * defineMatrix(exampleMatrix).cells.low.A.ratio; // => '1%'
 * ```
 */
export function defineMatrix<const Level extends string, const Grade extends string>(
  matrix: Omit<Matrix<Level, Grade>, 'cells'> & {
    readonly cells: {
      readonly [L in NoInfer<Level>]: { readonly [G in NoInfer<Grade>]: Measures };
    };
  },
): Matrix<Level, Grade> {
  return matrix;
}
