import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { compareRatios, parseRatio } from '../core/ratio.js';

/** A ratio that a rule leaves open between two ends ("5–20 %"), both included. */
export interface RatioRange {
  readonly from: string;
  readonly to: string;
}

/** What was chosen within a range, and who chose it; notice A publishes it. */
export interface RatioChoice {
  readonly range: RatioRange;
  readonly ratio: string;
  readonly by: string;
}

/**
 * The ratio of a rule that leaves it open, once somebody has chosen it and is named.
 *
 * A range whose ends are equal is exact and needs no choice; it names its rule as the chooser.
 *
 * @param choice.by - the authority or the document that chose
 * @returns the choice with its ratio, to record
 * @throws `bad-range` | `ratio-not-chosen` | `ratio-outside-range` | `bad-ratio`
 *
 * @source 林甸县 2024: grade B 5–20 %
 * @example
 * ```ts
 * import { chosenRatio } from 'evenhand/draw';
 *
 * const range = { from: '5%', to: '20%' };
 * chosenRatio(range, { ratio: '10%', by: 'county office' }).ratio; // => '10%'
 * chosenRatio({ from: '5%', to: '5%' }).by; // => 'rule'
 * ```
 */
export function chosenRatio(
  range: RatioRange,
  choice?: { readonly ratio: string; readonly by: string },
): RatioChoice {
  requireArgument('chosenRatio', 'range', range, 'object');
  const [from, to] = [parseRatio(range.from), parseRatio(range.to)];
  const expected = `${range.from}..${range.to}`;
  if (compareRatios(from, to) > 0) {
    throw mistake('bad-range', `bad range of a ratio: \`${expected}\` (its ends are turned)`, {
      given: expected,
    });
  }
  const isExact = compareRatios(from, to) === 0;
  if (choice === undefined && isExact) return { range, ratio: range.from, by: 'rule' };
  if (choice === undefined || typeof choice.by !== 'string' || choice.by.trim() === '') {
    throw mistake(
      'ratio-not-chosen',
      `the ratio is open from \`${expected}\`; expected a choice and who made it`,
      { expected },
    );
  }
  const ratio = parseRatio(choice.ratio);
  if (compareRatios(ratio, from) < 0 || compareRatios(ratio, to) > 0) {
    throw mistake(
      'ratio-outside-range',
      `the chosen ratio is \`${choice.ratio}\` (expected \`${expected}\`)`,
      { given: choice.ratio, expected },
    );
  }
  return { range, ratio: choice.ratio, by: choice.by };
}
