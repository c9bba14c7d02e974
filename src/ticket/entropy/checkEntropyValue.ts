import { requireArgument } from '../../core/argument.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { shownValue } from '../../core/shownValue.js';
import type { DiceSpec, EntropySpec, LotterySpec } from './entropySpec.js';

/**
 * What is wrong with a value for a source: dice must be as many as were announced, lottery numbers in
 * their one canonical order, a round of drand 64 hex digits.
 *
 * @param value - dice as rolled, joined by `.`; lottery numbers ascending, joined by `.`, sets by `:`;
 * randomness of a round in hex
 * @returns `bad-entropy-value`, or nothing; whether the value is true its source must say
 *
 * @source double-random/1 §1
 * @example
 * ```ts
 * import { checkEntropyValue } from 'evenhand/ticket';
 *
 * const sets = [{ count: 6, from: 33 }, { count: 1, from: 16 }];
 * const spec = { kind: 'lottery', label: 'l', on: '2026-01-15', name: { zh: '彩', en: 'l' }, sets } as const;
 * checkEntropyValue(spec, '3.7.12.18.25.31:9').length; // => 0
 * checkEntropyValue(spec, '7.3.12.18.25.31:9')[0]?.code; // => 'bad-entropy-value'
 * ```
 */
export function checkEntropyValue(spec: EntropySpec, value: string): Issue[] {
  requireArgument('checkEntropyValue', 'spec', spec, { kind: 'string' });
  const expected = expectedOf(spec);
  if (typeof value === 'string' && fits(spec, value)) return [];
  const given = shownValue(value).slice(0, 80);
  return [errorAt('bad-entropy-value', [spec.label], { label: spec.label, given, expected })];
}

function fits(spec: EntropySpec, value: string): boolean {
  switch (spec.kind) {
    case 'dice':
      return areDice(spec, value);
    case 'lottery':
      return areNumbers(spec, value);
    case 'drand':
      return /^[0-9a-f]{64}$/.test(value);
  }
}

function areDice({ sides, count }: DiceSpec, value: string): boolean {
  const [low, high] = facesOf(sides);
  const rolled = numbersOf(value);
  return rolled?.length === count && rolled.every((face) => low <= face && face <= high);
}

/** A ten-sided die shows 0 to 9, any other 1 to its number of sides. */
export const facesOf = (sides: number): readonly [number, number] =>
  sides === 10 ? [0, 9] : [1, sides];

function areNumbers({ sets }: LotterySpec, value: string): boolean {
  const drawn = value.split(':').map(numbersOf);
  return (
    drawn.length === sets.length &&
    sets.every(({ count, from }, i) => {
      const numbers = drawn[i] ?? [];
      return (
        numbers.length === count &&
        numbers.every((n, k) => n >= 1 && n <= from && (k === 0 || (numbers[k - 1] as number) < n))
      );
    })
  );
}

/** Decimal numbers without leading zeros, joined by points. */
function numbersOf(text: string): number[] | undefined {
  return /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/.test(text)
    ? text.split('.').map(Number)
    : undefined;
}

function expectedOf(spec: EntropySpec): string {
  switch (spec.kind) {
    case 'dice':
      return `${spec.count} × ${facesOf(spec.sides).join('–')}, a.b.c`;
    case 'lottery':
      return spec.sets.map(({ count, from }) => `${count}/${from}`).join(':');
    case 'drand':
      return '[0-9a-f]{64}';
  }
}

/**
 * The canonical text of lottery numbers, in whatever order each set was drawn.
 *
 * @param sets - the sets in their published order
 * @example
 * ```ts
 * import { lotteryValue } from 'evenhand/ticket';
 *
 * lotteryValue([[31, 3, 7, 25, 12, 18], [9]]); // => '3.7.12.18.25.31:9'
 * ```
 */
export function lotteryValue(sets: readonly (readonly number[])[]): string {
  requireArgument('lotteryValue', 'sets', sets, ['array']);
  return sets.map((set) => [...set].sort((a, b) => a - b).join('.')).join(':');
}
