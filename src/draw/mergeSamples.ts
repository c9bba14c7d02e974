import { requireArgument } from '../core/argument.js';
import { mistake } from '../core/error.js';
import { isHexDigest } from '../ticket/hexDigest.js';
import { checkedQuotas } from './checkedQuotas.js';
import { checkedCount, isCount } from './count.js';
import { checkedOffset, compareKeyed, type Keyed, shiftedKey } from './drawOrder.js';
import { gathered, listedIds, type Sample, type StratumSample, stratumSample } from './sample.js';
import { refuseRepeats } from './unit.js';
import { isWeighted } from './weightedSample.js';

/** The rules of the whole draw, which its parts were drawn with too. */
export interface MergeOptions {
  readonly quotas: Readonly<Record<string, number>>;
  readonly substitutes?: number;
  readonly offset?: number;
}

/**
 * The sample of a whole frame, out of the samples of its shards: for any sharding the same as one
 * draw from all.
 *
 * The shards have no unit in common and were drawn with one key and method `equal`, and with the
 * quotas, substitutes and offset of the whole. By weights it can't be done, as their order depends
 * on all weights: gather the units first.
 *
 * @param parts - the samples of the shards, in any order
 * @throws `weighted-part` | `part-mismatch` | `part-incomplete` | `part-out-of-order` |
 * `repeated-id` | `bad-name` | `bad-quota` | `bad-offset` | `bad-substitutes`
 *
 * @source double-random/1 §2, merging shards
 * @example
 * ```ts
 * import { drawSample, mergeSamples } from 'evenhand/draw';
 *
 * const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
 * const frame = ['A', 'B', 'C', 'D'].map((id) => ({ id, stratum: 's01' }));
 * const quotas = { s01: 2 };
 * const west = drawSample({ key, frame: frame.slice(0, 3), quotas });
 * const east = drawSample({ key, frame: frame.slice(3), quotas });
 * const whole = drawSample({ key, frame, quotas });
 * mergeSamples([east, west], { quotas }).strata[0]?.lastIn === whole.strata[0]?.lastIn; // => true
 * ```
 */
export function mergeSamples(parts: readonly Sample[], options: MergeOptions): Sample {
  requireArgument('mergeSamples', 'parts', parts, 'array');
  requireArgument('mergeSamples', 'options', options, { quotas: 'object' });
  const quotas = checkedQuotas(options.quotas);
  const substitutes = checkedCount(options.substitutes ?? 0, 'bad-substitutes', 'substitutes');
  const offset = checkedOffset(options.offset ?? 0);
  const shards = parts.map((part, i) => strataOf(part, i + 1, quotas));
  refuseRepeats(parts.flatMap(({ strata }) => strata.flatMap(listedIds)));
  return gathered(
    Array.from(quotas, ([stratum, quota]) => {
      const pieces = shards.map((shard, i) => {
        const piece = shard.get(stratum) as StratumSample;
        return listed(piece, i + 1, { quota, substitutes, offset });
      });
      return merged(stratum, quota, substitutes, pieces);
    }),
  );
}

/** A part's strata by code, which must be those of the quotas. */
function strataOf(part: Sample, place: number, quotas: ReadonlyMap<string, number>) {
  if (isWeighted(part)) {
    throw mistake(
      'weighted-part',
      `part \`${place}\` was drawn by weights; gather the frame and draw once`,
      { part: place },
    );
  }
  const strata = new Map(part.strata.map((piece) => [piece.stratum, piece]));
  if (strata.size < part.strata.length) {
    throw mistake('repeated-stratum', `a stratum stands twice in part \`${place}\`; list it once`, {
      stratum: `parts.${place}`,
    });
  }
  for (const stratum of [...strata.keys(), ...quotas.keys()]) {
    const given = strata.get(stratum)?.quota;
    const expected = quotas.get(stratum);
    if (given === undefined || given !== expected) {
      throw mistake(
        'part-mismatch',
        `part \`${place}\` has for stratum \`${stratum}\` the quota \`${given ?? '-'}\`, the whole \`${expected ?? '-'}\`; draw every part with the quotas of the whole`,
        { part: place, stratum, given: given ?? '-', expected: expected ?? '-' },
      );
    }
  }
  return strata;
}

interface Piece {
  readonly size: number;
  readonly units: readonly Keyed[];
  /** The part's first ticket out, where it says one. */
  readonly next: Keyed | undefined;
}

/** What a part lists of a stratum, once it is as complete and as ordered as the whole needs. */
function listed(
  piece: StratumSample,
  part: number,
  rule: { readonly quota: number; readonly substitutes: number; readonly offset: number },
): Piece {
  const { stratum, size, selected, substitutes, firstOut } = piece;
  const units = [...selected, ...substitutes].map(({ id, ticket }) => keyed(id, ticket));
  const needed = Math.min(size, rule.quota + rule.substitutes);
  const taken = Math.min(size, rule.quota);
  const isCut = size > taken;
  if (
    !isCount(size) ||
    units.length < needed ||
    units.length > size ||
    selected.length !== taken ||
    isCut !== (firstOut !== undefined)
  ) {
    throw mistake(
      'part-incomplete',
      `part \`${part}\` lists \`${units.length}\` of stratum \`${stratum}\`, where \`${needed}\` are needed with the first ticket out; draw it with the quotas and substitutes of the whole`,
      { part, stratum, given: units.length, expected: needed },
    );
  }
  const next = firstOut === undefined ? undefined : keyed('', firstOut);
  const stray = outOfOrder(units) ?? outOfOrder(units.slice(0, taken).concat(next ?? []));
  if (stray !== undefined) throw strayUnit(part, stratum, stray);
  return { size, units, next };

  function keyed(id: string, ticket: string): Keyed {
    return { key: shiftedKey(ticket, rule.offset), id, ticket };
  }
}

function merged(
  stratum: string,
  quota: number,
  substitutes: number,
  pieces: readonly Piece[],
): StratumSample {
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
  const ordered = pieces.flatMap(({ units }) => units).sort(compareKeyed);
  const taken = Math.min(quota, size);
  // Nobody a part leaves out is in the whole's sample, so its first out is the first of all of them.
  const out = pieces.flatMap(({ next }) => next ?? []).concat(ordered[taken] ?? []);
  const firstOut = out.sort(compareKeyed)[0]?.ticket;
  const units = ordered.map(({ id, ticket }) => ({ id, ticket }));
  return stratumSample({ stratum, size, quota, ordered: units, taken, substitutes, firstOut });
}

/** The first that does not come after the one before it, or whose ticket is none. */
function outOfOrder(units: readonly Keyed[]): Keyed | undefined {
  return units.find((unit, i) => {
    const before = units[i - 1];
    return !isHexDigest(unit.ticket) || (before !== undefined && compareKeyed(before, unit) >= 0);
  });
}

function strayUnit(part: number, stratum: string, { id, ticket }: Keyed) {
  return mistake(
    'part-out-of-order',
    `part \`${part}\` has \`${id || 'firstOut'}\` of stratum \`${stratum}\` with ticket \`${ticket}\` out of draw order; draw it with the offset of the whole, by equal chances, and keep its order`,
    { part, stratum, id: id || 'firstOut', ticket },
  );
}
