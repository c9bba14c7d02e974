import type { Decimal } from '../../core/decimal.js';
import type { DocumentBase, LocalText } from '../../document/document.js';
import type { Condition } from '../../register/condition.js';

/**
 * A discretion table (行政裁量基准): violation × circumstances → the range of the penalty.
 *
 * `bands` go from the lightest to the heaviest; a case begins at `normal`, and its circumstances move it.
 */
export interface DiscretionTable extends DocumentBase {
  readonly schema: 'evenhand/discretion/1';
  readonly kind: 'discretion';
  readonly bands: readonly string[];
  readonly normal: string;
  readonly penalties: readonly Penalty[];
  readonly circumstances: readonly Circumstance[];
  /** What becomes of both at once: the heavier count alone, the lighter alone, or they are set off. */
  readonly precedence: {
    readonly rule: 'heavier-first' | 'lighter-first' | 'offset';
    readonly cite: string;
  };
  readonly violations: readonly DiscretionRow[];
}

/** A sort of penalty with its unit, such as a fine in yuan. */
export interface Penalty {
  readonly id: string;
  readonly title: LocalText;
  readonly unit: LocalText;
}

/** A circumstance that makes a case lighter (从轻、减轻) or heavier (从重), by so many bands. */
export interface Circumstance {
  readonly id: string;
  readonly title: LocalText;
  readonly towards: 'lighter' | 'heavier';
  readonly by: number;
  readonly when: Condition;
  /** What is asked where it is not known. */
  readonly asks: LocalText;
  readonly cite: string;
}

/** One violation: its ranges by band, and which circumstances are looked at (all where left out). */
export interface DiscretionRow {
  readonly id: string;
  readonly title: LocalText;
  readonly circumstances?: readonly string[];
  readonly ranges: readonly PenaltyRange[];
  readonly cite: string;
}

/** From the least to the most of a penalty in a band, both inside. */
export interface PenaltyRange {
  readonly band: string;
  readonly penalty: string;
  readonly from: Decimal;
  readonly to: Decimal;
  readonly cite: string;
}
