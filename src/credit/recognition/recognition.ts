import type { Period } from '../../core/day.js';
import type { DocumentBase, LocalText, Scale } from '../../document/document.js';

/** A credit scale of one jurisdiction. */
export interface ScaleOf {
  readonly jurisdiction: string;
  readonly scale: Scale;
}

/**
 * How the grades of one jurisdiction's scale are taken in another (信用互认): a cited table, level by
 * level, and what is lost by it. Equal letters are never a conversion.
 */
export interface Recognition extends DocumentBase {
  readonly schema: 'evenhand/recognition/1';
  readonly kind: 'recognition';
  readonly source: ScaleOf;
  readonly target: ScaleOf;
  /** Every level of `source` once; `null` where it is not recognised. */
  readonly table: readonly {
    readonly level: string;
    readonly becomes: string | null;
    readonly cite: string;
  }[];
  /** What the other side no longer sees. */
  readonly lost: readonly LocalText[];
  /** How old a grade may be; any age where left out. */
  readonly validFor?: { readonly period: Period; readonly cite: string };
}
