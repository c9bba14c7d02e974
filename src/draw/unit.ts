import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';

/** One who can be drawn: a row of the frame (抽查对象范围). A missing weight is 1. */
export interface FrameUnit {
  readonly id: string;
  readonly stratum: string;
  readonly weight?: number;
}

/** The largest weight of a unit; the smallest is 1. */
export const MAX_WEIGHT = 2 ** 20;

/**
 * The unit's weight, 1 where it has none.
 *
 * @throws `bad-weight` unless an integer from 1 to 2^20
 */
export function checkedWeight(unit: FrameUnit): number {
  const weight = unit.weight === undefined ? 1 : unit.weight;
  if (isWeight(weight)) return weight;
  throw mistake(
    'bad-weight',
    `bad weight of \`${unit.id}\`: \`${shownValue(weight)}\` (expected an integer from 1 to ${MAX_WEIGHT})`,
    { id: unit.id, given: shownValue(weight), expected: MAX_WEIGHT },
  );
}

/** Whether a value is a weight: an integer from 1 to 2^20. */
export function isWeight(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_WEIGHT;
}

/** The error for an id that a frame or a sample has twice. */
export function repeatedId(id: string) {
  return mistake('repeated-id', `\`${id}\` stands twice; an id is listed once in a frame`, { id });
}

/** @throws `repeated-id` */
export function refuseRepeats(ids: Iterable<string>): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw repeatedId(id);
    seen.add(id);
  }
}
