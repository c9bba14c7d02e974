import * as fc from 'fast-check';
import { requireArgument } from '../../core/argument.js';
import {
  appendRecord,
  type ChainHead,
  chainHead,
  type NewEntry,
  type RecordChain,
} from '../../inspection/chain/recordChain.js';
import {
  type ChainVerdict,
  chainDifference,
  verifyChain,
} from '../../inspection/chain/verifyChain.js';
import { arbitraryChain, arbitraryTampering } from '../arbitraries/chain.js';
import { changes, differs, type Law, law, throughJson } from './law.js';

/** How a platform keeps a record: this library's way, or one that claims to be equal. */
export interface ChainPlatform {
  readonly append?: (chain: RecordChain, added: readonly NewEntry[]) => RecordChain;
  readonly verify?: (
    chain: RecordChain,
    heads: readonly ChainHead[],
  ) => Pick<ChainVerdict, 'ok' | 'first'>;
}

/**
 * What must hold for a record that is only added to: any change, deletion, insertion or other order of a
 * past entry is found, and where it is; a head that was published finds a cut end and a record made anew.
 */
export function chainLaws(platform: ChainPlatform = {}): Law[] {
  requireArgument('chainLaws', 'platform', platform, 'object');
  const { append = appendRecord, verify = verifyChain } = platform;
  const headOf = (chain: RecordChain, count: number): ChainHead =>
    chainHead({ ...chain, entries: chain.entries.slice(0, count) });
  const tampered = fc.tuple(arbitraryTampering(), fc.array(fc.nat({ max: 12 }), { maxLength: 3 }));
  return [
    law('finds any tampering that the record or a published head can show', tampered, (one) => {
      const [{ chain, forged }, counts] = one;
      const heads = counts
        .filter((count) => count <= chain.entries.length)
        .map((count) => headOf(chain, count));
      const difference = chainDifference(chain, forged);
      // What was only added at the end in a proper way is no tampering.
      if (difference === undefined) return undefined;
      const isFixed = heads.some(({ count }) => count >= difference.seq);
      const { ok, first } = verify(forged, heads);
      // Without a head, a record made anew or cut short is a sound record of its own.
      const canTell = isFixed || !looksSound(forged);
      if (!canTell) return undefined;
      if (ok || first === undefined) return `entry \`${difference.seq}\` differs unseen`;
      return first.from <= difference.seq && difference.seq <= first.seq
        ? undefined
        : `entry \`${difference.seq}\` differs, found in \`${first.from}\` to \`${first.seq}\``;
    }),
    law('finds nothing wrong with a record as it was kept', arbitraryChain(), (chain) => {
      const heads = chain.entries.map((_, i) => headOf(chain, i + 1));
      const { ok } = verify(chain, heads);
      return ok && verify(throughJson(chain), heads).ok ? undefined : 'it is not sound';
    }),
    law(
      'is the same record, added at once or one by one, and keeps what it was given',
      fc.tuple(arbitraryChain(), arbitraryChain()),
      ([chain, other]) => {
        const last = chain.entries.at(-1)?.at ?? '2026-01-05';
        const added = other.entries.map(({ at, kind, matter, body }) => ({
          ...{ kind, matter, body },
          at: at < last ? last : at,
        }));
        const atOnce = append(chain, added);
        const singly = added.reduce((now, entry) => append(now, [entry]), chain);
        return (
          changes(chain, (given) => append(given, added)) ??
          differs(atOnce, singly) ??
          differs(chain.entries, atOnce.entries.slice(0, chain.entries.length))
        );
      },
    ),
  ];
}

/** Whether a forgery is a sound record of its own, as one with only its last entry made anew. */
const looksSound = (chain: RecordChain): boolean => {
  const anew = appendRecordSafely(chain);
  return anew !== undefined && differs(chain, anew) === undefined;
};

function appendRecordSafely({ id, schema, entries }: RecordChain): RecordChain | undefined {
  try {
    return appendRecord(
      { id, schema, entries: [] },
      entries.map(({ at, kind, matter, body }) => ({ at, kind, matter, body })),
    );
  } catch {
    return undefined;
  }
}
