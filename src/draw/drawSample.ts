import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import { CHANCES, type Chances } from '../register/nouns.js';
import { type DrawRules, drawAccumulator } from './drawAccumulator.js';
import { checkedOffset } from './drawOrder.js';
import type { Sample, StratumSample } from './sample.js';
import type { FrameUnit } from './unit.js';
import { weightedDraw } from './weightedDraw.js';
import { asWeighted } from './weightedSample.js';

/** How units are drawn: each with the same chance, or in proportion to its weight. */
export type DrawMethod = Chances;

/** What a sample is drawn from, and by which rules. */
export interface DrawInput extends DrawRules {
  readonly frame: Iterable<FrameUnit>;
  readonly method?: DrawMethod;
}

/**
 * Draws the sample of every stratum: the units with the smallest tickets (抽签).
 *
 * Nothing depends on the order of the frame. A quota above a stratum's size takes all of it. Reads
 * the frame once; with equal chances memory is O(sample), so a frame may be streamed. A repeat is
 * refused where it is listed; beyond that the frame is trusted, since `frameRoot` refuses repeats.
 * A frame that does not come as an iterable goes through `drawAccumulator`.
 *
 * @param input.key - `drawKey` for `select:<coordination group>`
 * @param input.frame - units with their stratum; weights are integers from 1 to 2^20, 1 where left out
 * @param input.quotas - for each stratum of the frame how many, 0 included
 * @param input.method - `equal` (where left out) ignores weights; `pareto` draws by them
 * @param input.offset - spreads groups apart, see `spreadOffset`; with `equal` only
 * @param input.substitutes - how many of the next in order are listed for each stratum
 * @throws `bad-key` | `bad-id` | `bad-name` | `bad-quota` | `no-quota` | `bad-weight` | `bad-method` |
 * `bad-offset` | `bad-substitutes` | `offset-with-weights` | `weights-too-large` | `repeated-id`
 *
 * @source double-random/1 §2
 * @example
 * ```ts
 * import { drawSample } from 'evenhand/draw';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const frame = ['A', 'B', 'C', 'D'].map((id) => ({ id, stratum: 's01' }));
 * const [s01] = drawSample({ key, frame, quotas: { s01: 2 } }).strata;
 * s01?.selected.map(({ id }) => id); // => ['D', 'A']
 * ```
 */
export function drawSample(input: DrawInput): Sample {
  requireArgument('drawSample', 'input', input, { frame: 'iterable', quotas: 'object' });
  const { method = 'equal', offset = 0 } = input;
  checkMethod(method, checkedOffset(offset));
  if (method === 'pareto') return paretoSample(input);
  const draw = drawAccumulator(input);
  draw.addAll(input.frame);
  return draw.done();
}

/** The weighted sample, as plain as one by equal chances. */
function paretoSample(input: DrawInput): Sample {
  const draw = weightedDraw(input);
  for (const unit of input.frame) draw.add(unit);
  const plain = draw.done().map(
    ({ weights: _, certain: __, lastInKey: ___, firstOutKey: ____, ...sample }): StratumSample => ({
      ...sample,
      selected: sample.selected.map(({ id, ticket }) => ({ id, ticket })),
      substitutes: sample.substitutes.map(({ id, ticket }) => ({ id, ticket })),
    }),
  );
  return asWeighted({ strata: plain });
}

function checkMethod(method: DrawMethod, offset: number): void {
  if (!CHANCES.includes(method)) {
    throw mistake(
      'bad-method',
      `no such method of drawing: \`${shownValue(method)}\` (expected \`equal\` or \`pareto\`)`,
      { given: shownValue(method) },
    );
  }
  if (method === 'pareto' && offset !== 0) {
    throw mistake(
      'offset-with-weights',
      `the offset \`${offset}\` is given with method \`pareto\`; an offset goes with \`equal\` only`,
      { offset },
    );
  }
}
