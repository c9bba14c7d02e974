import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import { compareTickets } from '../ticket/compareTickets.js';
import { keyedBatch } from '../ticket/keyedBatch.js';
import { DRAW_METHOD } from '../ticket/method.js';
import { stateT52 } from '../ticket/t52.js';
import { ticketHasher } from '../ticket/ticket.js';
import { ticketed } from '../ticket/ticketed.js';
import { addInTurn } from './addInTurn.js';
import { checkedQuotas, noQuota } from './checkedQuotas.js';
import { checkedCount } from './count.js';
import { checkedOffset, shifted } from './drawOrder.js';
import { checkedState, type DrawState } from './drawState.js';
import { hasEqualKeys } from './equalKeys.js';
import { heldTickets } from './heldTickets.js';
import { byCode, gathered, type Sample, stratumSample } from './sample.js';
import { neededOf } from './stratumRule.js';
import { checkedWeight, type FrameUnit } from './unit.js';

/** The rules of a draw by equal chances. */
export interface DrawRules {
  readonly key: string;
  readonly quotas: Readonly<Record<string, number>>;
  readonly offset?: number;
  readonly substitutes?: number;
}

/** A draw that is under way. */
export interface DrawAccumulator {
  /** @throws `no-quota` | `bad-weight` | `bad-id`; what was added before stays */
  readonly add: (unit: FrameUnit) => void;
  /**
   * Adds units one after the other, as `add` does, in less time; a frame that refuses a unit may have
   * been read some units further.
   *
   * @throws `no-quota` | `bad-weight` | `bad-id`; what was added before stays
   */
  readonly addAll: (frame: Iterable<FrameUnit>) => void;
  /** Takes in what another shard came to. @throws `bad-state` | `state-mismatch` | `bad-id` */
  readonly merge: (state: DrawState) => void;
  /** What was added so far, as JSON data: the same for any order and any sharding. */
  readonly state: () => DrawState;
  /** The sample of what was added so far. @throws `repeated-id` */
  readonly done: () => Sample;
}

/**
 * A draw that takes its frame unit by unit, in memory O(sample): for a stream, for shards, and for a
 * run that is stopped and taken up again.
 *
 * `drawSample` is `addAll` of this over an iterable. An async loop calls `add` itself. A state holds no ticket:
 * who merges it computes them again, so only ids that are really next can come in. Shards have no
 * unit in common; a unit that stands in two is refused where it is listed.
 *
 * @param rules.key - `drawKey` for `select:<coordination group>`
 * @param rules.quotas - for each stratum how many, 0 included
 * @throws `bad-key` | `bad-name` | `bad-quota` | `bad-offset` | `bad-substitutes`
 *
 * @source double-random/1 §2
 * @example
 * ```ts
 * import { drawAccumulator, drawSample } from 'evenhand/draw';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const frame = ['A', 'B', 'C', 'D'].map((id) => ({ id, stratum: 's01' }));
 * const rules = { key, quotas: { s01: 2 } };
 * const west = drawAccumulator(rules);
 * const east = drawAccumulator(rules);
 * for (const unit of frame) (unit.id < 'C' ? west : east).add(unit);
 * west.merge(JSON.parse(JSON.stringify(east.state())));
 * west.done(); // => drawSample({ ...rules, frame })
 * ```
 */
export function drawAccumulator(rules: DrawRules): DrawAccumulator {
  requireArgument('drawAccumulator', 'rules', rules, { quotas: 'object' });
  const { key } = rules;
  const offset = checkedOffset(rules.offset ?? 0);
  const substitutes = checkedCount(rules.substitutes ?? 0, 'bad-substitutes', 'substitutes');
  const quotas = Array.from(checkedQuotas(rules.quotas));
  const places = new Map(quotas.map(([stratum], place) => [stratum, place]));
  const what = 'a unit of the frame';
  const ticketOf = ticketHasher(key);
  const { limits, add, listed } = heldTickets(
    quotas.map(([, quota]) => neededOf({ quota, substitutes })),
    (a, b) => compareTickets({ id: a, ticket: ticketOf(a) }, { id: b, ticket: ticketOf(b) }),
  );
  const sizes = new Float64Array(quotas.length);
  const batch = keyedBatch<number>(key, what, (ids, of, tickets, count) => {
    for (let i = 0; i < count; i++) {
      const place = of[i] as number;
      sizes[place] = (sizes[place] as number) + 1;
      const first52 = shifted(stateT52(tickets, 8 * i), offset);
      if (first52 <= (limits[place] as number)) add(place, first52, ids[i] as string);
    }
  });

  const state = (): DrawState => {
    batch.flush();
    const { ids, order } = listed();
    const strata = quotas.map(([stratum, quota], place) => ({
      stratum,
      quota,
      size: sizes[place] as number,
      held: standingAt(ids, order[place] as Int32Array),
    }));
    return {
      method: DRAW_METHOD,
      key,
      offset,
      substitutes,
      strata: sortedBy(strata, ({ stratum }) => stratum),
    };
  };
  const blank = state();
  return {
    add(unit) {
      const place = places.get(unit?.stratum);
      if (place === undefined) throw noQuota(unit?.stratum);
      // A call for each of millions of units without a weight would take as long as to find the stratum.
      if (unit.weight !== undefined) checkedWeight(unit);
      batch.add(unit.id, place);
    },
    addAll: (frame) => addInTurn(frame, places, batch.add),
    merge(other) {
      for (const { stratum, size, held } of checkedState(other, blank).strata) {
        const place = places.get(stratum) as number;
        for (const id of held) batch.add(id, place);
        // Units that can't be listed, since others come before them.
        sizes[place] = (sizes[place] as number) + size - held.length;
      }
    },
    state,
    done() {
      batch.flush();
      const { ids, keys, order } = listed();
      const units = ticketed(key, ids);
      const samples = quotas.map(([stratum, quota], place) => {
        const size = sizes[place] as number;
        const taken = Math.min(quota, size);
        const ordered = standingAt(units, order[place] as Int32Array);
        return stratumSample({ stratum, size, quota, ordered, taken, substitutes });
      });
      // Equal ids have equal tickets, and so equal keys; a set of all ids takes many times as long.
      return hasEqualKeys(keys) ? gathered(samples) : byCode(samples);
    },
  };
}

/** What stands at places of a list. */
function standingAt<T>(list: readonly T[], places: Int32Array): T[] {
  const found: T[] = [];
  for (let i = 0; i < places.length; i++) found.push(list[places[i] as number] as T);
  return found;
}
