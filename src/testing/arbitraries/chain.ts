import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import { addDays } from '../../core/day.js';
import {
  appendRecord,
  type ChainEntry,
  emptyChain,
  type NewEntry,
  type RecordChain,
} from '../../inspection/chain/recordChain.js';

/**
 * A record of up to `most` entries about a few matters, one day after another.
 *
 * @example
 * ```ts
 * import { verifyChain } from 'evenhand/inspection';
 * import { arbitraryChain } from 'evenhand/testing';
 * import * as fc from 'fast-check';
 *
 * fc.sample(arbitraryChain(), { seed: 1, numRuns: 20 }).every((chain) => verifyChain(chain).ok); // => true
 * ```
 */
export function arbitraryChain(most = 12): fc.Arbitrary<RecordChain> {
  requireArgument('arbitraryChain', 'most', most, 'number');
  const entry = fc.record({
    days: fc.constantFrom(0, 0, 1, 7),
    kind: fc.constantFrom('start', 'answer', 'conclude', 'publish'),
    matter: fc.constantFrom('v1', 'v2', 'v3'),
    text: fc.string({ maxLength: 6, unit: 'grapheme' }),
    number: fc.integer(),
  });
  return fc
    .tuple(fc.constantFrom('r', '记录'), fc.array(entry, { maxLength: most }))
    .map(([id, entries]) => {
      let at = '2026-01-05';
      const added = entries.map(({ days, kind, matter, text, number }): NewEntry => {
        at = addDays(at, days);
        return { at, kind, matter, body: { text, number, list: [text] } };
      });
      return appendRecord(emptyChain(id), added);
    });
}

/** A record, and what somebody made of it. */
export interface Tampered {
  readonly chain: RecordChain;
  readonly forged: RecordChain;
}

/**
 * A record with one past entry changed, deleted, doubled, put in or moved, or with its end cut off; some
 * forgers compute the digests after it anew, some only that of the entry itself, some none.
 */
export function arbitraryTampering(): fc.Arbitrary<Tampered> {
  return fc
    .record({
      chain: arbitraryChain().filter(({ entries }) => entries.length > 0),
      how: fc.constantFrom('change', 'date', 'delete', 'double', 'insert', 'swap', 'cut'),
      place: fc.nat({ max: 11 }),
      other: fc.nat({ max: 11 }),
      digests: fc.constantFrom('none', 'own', 'all'),
    })
    .map(({ chain, how, place, other, digests }) => {
      const { entries } = chain;
      const i = place % entries.length;
      const j = other % entries.length;
      const one = entries[i] as ChainEntry;
      const forgery = { ...one, body: 'another word' };
      const list = [...entries];
      if (how === 'change') list[i] = forgery;
      else if (how === 'date') list[i] = { ...one, at: addDays(one.at, 1) };
      else if (how === 'delete') list.splice(i, 1);
      else if (how === 'double') list.splice(i, 0, one);
      else if (how === 'insert') list.splice(i, 0, forgery);
      else if (how === 'cut') list.length = i;
      else [list[i], list[j]] = [list[j] as ChainEntry, one];
      return { chain, forged: resealed(chain, list, digests, i) };
    });
}

function resealed(
  chain: RecordChain,
  list: readonly ChainEntry[],
  digests: string,
  touched: number,
): RecordChain {
  if (digests === 'none') return { ...chain, entries: list };
  if (digests === 'all') {
    // Days are put in order, as a careful forger would.
    let last = '0001-01-01';
    const added = list.map(({ at, kind, matter, body }) => {
      last = at < last ? last : at;
      return { at: last, kind, matter, body };
    });
    return appendRecord(emptyChain(chain.id), added);
  }
  const before = list.slice(0, touched);
  const forged = list[touched];
  if (forged === undefined) return { ...chain, entries: list };
  const { at, kind, matter, body } = forged;
  const last = before.at(-1)?.at ?? at;
  const added = [{ at: at < last ? last : at, kind, matter, body }];
  const { entries } = appendRecord({ ...chain, entries: before }, added);
  return { ...chain, entries: [...entries, ...list.slice(touched + 1)] };
}
