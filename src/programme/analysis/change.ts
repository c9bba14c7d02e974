import type { Issue } from '../../core/issue.js';
import type { Subject } from '../../register/condition.js';

/**
 * Which way a change goes for those inspected: to worse levels, more visits and fewer rights
 * (`stricter`), the other way (`looser`), either by whom one asks (`mixed`), nowhere (`neutral`), or
 * where there were too many cases to say, `undecided`.
 */
export const DIRECTIONS = ['stricter', 'looser', 'mixed', 'neutral', 'undecided'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One difference between two documents. */
export interface Change {
  readonly what: 'added' | 'removed' | 'changed';
  /** Where it stands in the second document; where it was removed, in the first. */
  readonly path: Issue['path'];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly direction: Direction;
  /** An entity the two documents answer differently, made up for the purpose. */
  readonly counterexample?: Subject;
}

/** Two directions at once. */
export function both(a: Direction, b: Direction): Direction {
  if (a === b || b === 'neutral') return a;
  if (a === 'neutral') return b;
  return a === 'mixed' || b === 'mixed' || !(a === 'undecided' || b === 'undecided')
    ? 'mixed'
    : 'undecided';
}

/** All of them at once. */
export const allOf = (list: readonly Direction[]): Direction =>
  list.reduce<Direction>(both, 'neutral');

/** The direction of a step from one number to another, where more is stricter; NaN is no answer. */
export function towards(before: number, after: number): Direction {
  if (before === after || (Number.isNaN(before) && Number.isNaN(after))) return 'neutral';
  if (Number.isNaN(before) || Number.isNaN(after)) return 'undecided';
  return after > before ? 'stricter' : 'looser';
}

/** The other way round. */
export function reversed(direction: Direction): Direction {
  if (direction === 'stricter') return 'looser';
  return direction === 'looser' ? 'stricter' : direction;
}
