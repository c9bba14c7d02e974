import { requireArgument } from '../../core/argument.js';
import type { Json } from '../../core/canonicalJson.js';
import { type Day, isDay, noSuchDay } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import { mistake } from '../../core/error.js';

/** One entry of a record: what happened, in which matter, and the digest of all before it. */
export interface ChainEntry {
  /** From 1, without a gap. */
  readonly seq: number;
  readonly at: Day;
  /** What kind of entry it is, such as `start` or `publish`. */
  readonly kind: string;
  /** The matter it belongs to, such as a visit or a decision. */
  readonly matter: string;
  /** What is recorded, as plain data without fractions. */
  readonly body: Json;
  /** The digest of the entry before; of the first, that of the record's name. */
  readonly previous: string;
  /** SHA-256 of the canonical JSON of all fields above. */
  readonly digest: string;
}

/** A record that is only added to (执法全过程记录): each entry holds the digest of the one before. */
export interface RecordChain {
  readonly schema: 'evenhand/record-chain/1';
  readonly id: string;
  readonly entries: readonly ChainEntry[];
}

/** How long a record was and what its last entry was: published, it fixes all before it (锚定). */
export interface ChainHead {
  readonly chain: string;
  readonly count: number;
  readonly head: string;
}

/** What is added to a record. */
export interface NewEntry {
  readonly at: Day;
  readonly kind: string;
  readonly matter: string;
  readonly body: Json;
}

/** A record nothing is on yet. */
export function emptyChain(id: string): RecordChain {
  return { schema: 'evenhand/record-chain/1', id, entries: [] };
}

/**
 * A record with entries added; nothing on it is changed.
 *
 * @returns the record, in time proportional to what is added and copied
 * @throws `no-such-day`, `chain-behind` for a day before that of the last entry, `not-canonical` for a
 * body that is no plain data or has a fraction
 * @example
 * ```ts
 * import { appendRecord, chainHead, emptyChain, verifyChain } from 'evenhand/inspection';
 *
 * const chain = appendRecord(emptyChain('market-2026'), [
 *   { at: '2026-03-02', kind: 'start', matter: 'v1', body: { scan: 'SCAN-1' } },
 *   { at: '2026-03-02', kind: 'conclude', matter: 'v1', body: { results: ['clean'] } },
 * ]);
 * const published = chainHead(chain);
 * verifyChain(chain, [published]).ok; // => true
 * const [first, second] = chain.entries;
 * const forged = { ...chain, entries: [{ ...first!, body: { scan: 'SCAN-9' } }, second!] };
 * verifyChain(forged, [published]).first?.seq; // => 1
 * ```
 */
export function appendRecord(chain: RecordChain, added: readonly NewEntry[]): RecordChain {
  requireArgument('appendRecord', 'chain', chain, { id: 'string', entries: 'array' });
  requireArgument('appendRecord', 'added', added, 'array');
  const entries = [...chain.entries];
  let { head: previous } = chainHead(chain);
  let last = chain.entries.at(-1)?.at;
  for (const { at, kind, matter, body } of added) {
    if (!isDay(at)) throw noSuchDay(at);
    if (last !== undefined && at < last) {
      throw mistake(
        'chain-behind',
        `an entry of \`${at}\` comes after one of \`${last}\` (a record is only added to)`,
        { given: at, expected: last },
      );
    }
    const fields = { seq: entries.length + 1, at, kind, matter, body, previous };
    const entry: ChainEntry = { ...fields, digest: digest(fields) };
    entries.push(entry);
    previous = entry.digest;
    last = at;
  }
  return { ...chain, entries };
}

/** How long a record is and the digest of its last entry, to be published. */
export function chainHead(chain: RecordChain): ChainHead {
  requireArgument('chainHead', 'chain', chain, { id: 'string', entries: 'array' });
  const { id, entries } = chain;
  return { chain: id, count: entries.length, head: entries.at(-1)?.digest ?? nameDigest(id) };
}

/** What the first entry holds in place of an entry before, so that none can be moved to another record. */
export function nameDigest(id: string): string {
  return digest({ schema: 'evenhand/record-chain/1', id });
}
