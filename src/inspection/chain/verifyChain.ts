import { requireArgument } from '../../core/argument.js';
import { digest } from '../../core/digest.js';
import { isEvenhandError } from '../../core/error.js';
import { firstDifference } from '../../core/firstDifference.js';
import { errorAt, type Issue } from '../../core/issue.js';
import { type ChainEntry, type ChainHead, nameDigest, type RecordChain } from './recordChain.js';

/** Whether a record is the one it was, and if not, where it first differs. */
export interface ChainVerdict {
  readonly ok: boolean;
  /** Entries from 1 to this one are what they were, as far as the record and the heads can tell. */
  readonly soundTo: number;
  /**
   * The first entry that differs is one of `from` to `seq`: one alone where its own digest tells, the two at
   * a broken link, or those between the last head that holds and the first that does not.
   */
  readonly first?: { readonly seq: number; readonly from: number };
  readonly issues: readonly Issue[];
}

/**
 * Whether a record is unchanged: every entry has its own digest, holds that of the entry before, and
 * stands in its place; and the record passes through every head that was published of it.
 *
 * A change, a deletion, an insertion or another order of past entries breaks the chain at the first that
 * differs. Whoever computes all later digests anew, or cuts the end off, is found against a published head
 * of that length: without one, nobody can tell.
 *
 * @param heads - published heads, in any order; those of another record are refused by name
 * @returns `entry-changed` (its digest is not that of what it says), `chain-broken` (it does not hold the
 * digest before), `entry-out-of-place` (its number is not its place), `chain-behind`, `head-differs`,
 * `chain-cut` (shorter than it was published), `head-of-another-chain`; the first first
 */
export function verifyChain(chain: RecordChain, heads: readonly ChainHead[] = []): ChainVerdict {
  requireArgument('verifyChain', 'chain', chain, { id: 'string', entries: 'array' });
  requireArgument('verifyChain', 'heads', heads, 'array');
  const broken = firstBreak(chain);
  const linked = broken === undefined ? chain.entries.length : broken.at - 1;
  const foreign = heads.filter(({ chain: of }) => of !== chain.id);
  const own = [...heads]
    .filter(({ chain: of }) => of === chain.id)
    .sort((a, b) => a.count - b.count);
  const headAt = (count: number): string =>
    count === 0 ? nameDigest(chain.id) : (chain.entries[count - 1]?.digest ?? '');
  const wrong = own.find(({ count, head }) => count <= linked && headAt(count) !== head);
  const issues: Issue[] = foreign.map(({ chain: given }) =>
    errorAt('head-of-another-chain', ['heads'], { given, expected: chain.id }),
  );
  if (wrong !== undefined) {
    const held = own.filter(({ count, head }) => count < wrong.count && headAt(count) === head);
    const from = (held.at(-1)?.count ?? 0) + 1;
    const params = { given: headAt(wrong.count), expected: wrong.head, count: wrong.count, from };
    issues.push(errorAt('head-differs', ['entries', wrong.count - 1], params));
    return { ok: false, soundTo: from - 1, first: { seq: wrong.count, from }, issues };
  }
  if (broken !== undefined) {
    issues.push(broken.issue);
    // A link joins two entries: where it is broken either may be the other one, unless a head vouches.
    const isVouched = own.some(({ count }) => count === linked);
    const isLinked = chain.entries[linked]?.previous === headAt(linked);
    const from = isLinked || isVouched || linked === 0 ? broken.at : linked;
    return { ok: false, soundTo: from - 1, first: { seq: broken.at, from }, issues };
  }
  const soundTo = linked;
  const longer = own.find(({ count }) => count > chain.entries.length);
  if (longer !== undefined) {
    const params = { given: chain.entries.length, expected: longer.count };
    issues.push(errorAt('chain-cut', ['entries'], params));
    // Only what a head vouches for is sure: who cuts the end off may have made the rest anew.
    const from = (own.findLast(({ count }) => count <= soundTo)?.count ?? 0) + 1;
    const seq = chain.entries.length + 1;
    return { ok: false, soundTo: from - 1, first: { seq, from }, issues };
  }
  return { ok: issues.length === 0, soundTo, issues };
}

function firstBreak({ id, entries }: RecordChain): { at: number; issue: Issue } | undefined {
  let previous = nameDigest(id);
  let last: ChainEntry | undefined;
  for (const [i, entry] of entries.entries()) {
    const at = i + 1;
    const issue = entryFault(entry, at, previous, last);
    if (issue !== undefined) return { at, issue };
    previous = entry.digest;
    last = entry;
  }
  return undefined;
}

function entryFault(
  entry: ChainEntry,
  seq: number,
  previous: string,
  last: ChainEntry | undefined,
): Issue | undefined {
  const path = ['entries', seq - 1];
  if (entry.seq !== seq) {
    return errorAt('entry-out-of-place', [...path, 'seq'], { given: entry.seq, expected: seq });
  }
  const { digest: given, ...fields } = entry;
  const expected = ownOf(fields);
  if (given !== expected) {
    return errorAt('entry-changed', path, { seq, given, expected: expected ?? '—' });
  }
  if (entry.previous !== previous) {
    const params = { seq, given: entry.previous, expected: previous };
    return errorAt('chain-broken', [...path, 'previous'], params);
  }
  if (last !== undefined && entry.at < last.at) {
    return errorAt('chain-behind', [...path, 'at'], { given: entry.at, expected: last.at });
  }
  return undefined;
}

/** A body that is no plain data has no digest. */
function ownOf(fields: Omit<ChainEntry, 'digest'>): string | undefined {
  try {
    return digest(fields);
  } catch (error) {
    if (isEvenhandError(error) && error.code === 'not-canonical') return undefined;
    throw error;
  }
}

/** Where a record that is shown first differs from a copy that was kept. */
export interface ChainDifference {
  readonly seq: number;
  readonly field: string;
  readonly kept: string;
  readonly shown: string;
}

/**
 * The first entry in which a record differs from a copy kept elsewhere; what was only added since is no
 * difference.
 *
 * @param kept - the older copy, by whoever does not trust the keeper
 */
export function chainDifference(
  kept: RecordChain,
  shown: RecordChain,
): ChainDifference | undefined {
  requireArgument('chainDifference', 'kept', kept, { entries: 'array' }, 'parseRecordChain(…)');
  requireArgument('chainDifference', 'shown', shown, { entries: 'array' }, 'parseRecordChain(…)');
  if (kept.id !== shown.id) return { seq: 0, field: 'id', kept: kept.id, shown: shown.id };
  for (const [i, entry] of kept.entries.entries()) {
    const difference = firstDifference(entry, shown.entries[i]);
    if (difference === undefined) continue;
    const { field, expected, found } = difference;
    return { seq: i + 1, field, kept: expected, shown: found };
  }
  return undefined;
}
