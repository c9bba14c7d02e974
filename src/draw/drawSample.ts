import { mistake } from '../core/error.js';
import { keyedHash } from '../ticket/keyedHash.js';
import { checkedQuotas, noQuota } from './checkedQuotas.js';
import { checkedCount } from './count.js';
import { checkedOffset } from './drawOrder.js';
import { equalStratum, type StratumDraw } from './equalStratum.js';
import { paretoStratum } from './paretoStratum.js';
import { gathered, type Sample } from './sample.js';
import { checkedWeight, type FrameUnit } from './unit.js';
import { asWeighted } from './weightedSample.js';

/** How units are drawn: each with the same chance, or in proportion to its weight. */
export type DrawMethod = 'equal' | 'pareto';

/** What a sample is drawn from, and by which rules. */
export interface DrawInput {
  readonly key: string;
  readonly frame: Iterable<FrameUnit>;
  readonly quotas: Readonly<Record<string, number>>;
  readonly method?: DrawMethod;
  readonly offset?: number;
  readonly substitutes?: number;
}

/**
 * Draws the sample of every stratum: the units with the smallest tickets (抽签).
 *
 * Nothing depends on the order of the frame. A quota above a stratum's size takes all of it. Reads
 * the frame once; with equal chances memory is O(sample), so a frame may be streamed. A repeat is
 * refused where it is listed; beyond that the frame is trusted, since `frameRoot` refuses repeats.
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
  const { method = 'equal', offset = 0, substitutes = 0 } = input;
  checkMethod(method, checkedOffset(offset));
  checkedCount(substitutes, 'bad-substitutes', 'substitutes');
  const { ofId } = keyedHash(input.key);
  const drawFrom = method === 'pareto' ? paretoStratum : equalStratum;
  const draws = new Map<string, StratumDraw>();
  for (const [stratum, quota] of checkedQuotas(input.quotas)) {
    draws.set(stratum, drawFrom({ stratum, quota, substitutes, offset }));
  }
  for (const unit of input.frame) {
    const draw = draws.get(unit.stratum);
    if (draw === undefined) throw noQuota(unit.stratum);
    const weight = checkedWeight(unit);
    draw.add(unit.id, ofId(unit.id, 'a unit of the frame'), weight);
  }
  const sample = gathered(Array.from(draws.values(), (draw) => draw.done()));
  return method === 'pareto' ? asWeighted(sample) : sample;
}

function checkMethod(method: DrawMethod, offset: number): void {
  if (method !== 'equal' && method !== 'pareto') {
    throw mistake(
      'bad-method',
      `no such method of drawing: \`${String(method)}\` (expected \`equal\` or \`pareto\`)`,
      { given: String(method) },
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
