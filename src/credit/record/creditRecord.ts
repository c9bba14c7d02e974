import { requireArgument } from '../../core/argument.js';
import { canonicalJson } from '../../core/canonicalJson.js';
import type { Day } from '../../core/day.js';
import { digest } from '../../core/digest.js';
import { errorAt, type Issue, warningAt, within } from '../../core/issue.js';
import { compareBytes } from '../../core/order.js';
import { sha256 } from '../../core/sha256.js';
import type { RecordEntry } from './entry.js';
import { safeParseEntry } from './parseEntry.js';

/**
 * All that was ever reported of an entity (信用记录), as a value: entries are only added.
 *
 * Entries stand by the day they became known, then by id, then by digest, and none stands twice; so
 * the record of the same reports is the same in whatever order they came.
 */
export interface CreditRecord {
  readonly schema: 'evenhand/record/1';
  readonly entity: string;
  readonly entries: readonly RecordEntry[];
}

/** A report that could not be taken in, as it came, and why. */
export interface SetAside {
  readonly entry: unknown;
  readonly issues: readonly Issue[];
}

/** A record with reports taken in; what was wrong is set aside whole, and nothing is lost. */
export interface Joined {
  readonly record: CreditRecord;
  readonly added: number;
  /** Reports that stood on the record already, word for word. */
  readonly repeated: number;
  readonly aside: readonly SetAside[];
  readonly issues: readonly Issue[];
}

/** A record nothing is on. */
export function emptyRecord(entity: string): CreditRecord {
  return { schema: 'evenhand/record/1', entity, entries: [] };
}

/**
 * A record with reports added, each checked; nothing on it is changed.
 *
 * @param record - stays as it is
 * @param reports - entries as plain data, in any order
 * @returns the record; reports set aside with the codes of `parseEntry`, or `other-entity`; and the
 * warning `id-repeated` for two reports of one id that say different things: both stand, and whoever
 * refers to the id means the one that was known first
 * @example
 * ```ts
 * import { emptyRecord, joinEntries } from 'evenhand/credit';
 *
 * const award = {
 *   id: 'r1', entity: 'A', jurisdiction: '110000', kind: 'award', on: '2025-05-01', knownOn: '2025-05-02',
 *   basis: [], source: { department: 'market', reference: '示例表彰〔2025〕1号' },
 * };
 * const { record, added } = joinEntries(emptyRecord('A'), [award]);
 * [added, record.entries.length, joinEntries(record, [award]).repeated]; // => [1, 1, 1]
 * joinEntries(record, [{ ...award, source: undefined }]).aside[0]?.issues[0]?.code; // => 'entry-without-source'
 * ```
 */
export function joinEntries(record: CreditRecord, reports: readonly unknown[]): Joined {
  requireArgument('joinEntries', 'record', record, { entries: 'array' }, 'emptyRecord(…)');
  requireArgument('joinEntries', 'reports', reports, 'array');
  const byText = new Map(record.entries.map((entry) => [canonicalJson(entry), entry]));
  const before = byText.size;
  const aside: SetAside[] = [];
  let repeated = 0;
  reports.forEach((report, i) => {
    const parsed = safeParseEntry(report);
    const issues = parsed.ok ? ownershipIssues(record, parsed.value) : parsed.issues;
    if (!parsed.ok || issues.length > 0) {
      aside.push({ entry: report, issues: issues.map((issue) => within([i], issue)) });
      return;
    }
    const text = canonicalJson(parsed.value);
    if (byText.has(text)) repeated++;
    else byText.set(text, parsed.value);
  });
  const entries = inRecordOrder(byText);
  return {
    record: { ...record, entries },
    added: entries.length - before,
    repeated,
    aside,
    issues: [...aside.flatMap((one) => one.issues), ...repeatedIds(entries)],
  };
}

/** Two records of one entity made one; in whichever order, the result is the same. */
export function joinRecords(a: CreditRecord, b: CreditRecord): Joined {
  requireArgument('joinRecords', 'a', a, 'object');
  requireArgument('joinRecords', 'b', b, { entries: 'array' });
  return joinEntries(a, b.entries);
}

/** The digest of what was known by the end of a day: equal where nothing was added behind it. */
export function recordDigest(record: CreditRecord, known: Day): string {
  requireArgument('recordDigest', 'record', record, { entries: 'array' });
  const entries = record.entries.filter(({ knownOn }) => knownOn <= known);
  return digest({ ...record, entries });
}

function ownershipIssues({ entity }: CreditRecord, entry: RecordEntry): Issue[] {
  if (entry.entity === entity) return [];
  return [errorAt('other-entity', ['entity'], { given: entry.entity, expected: entity })];
}

function inRecordOrder(byText: ReadonlyMap<string, RecordEntry>): RecordEntry[] {
  const keyed = [...byText].map(([text, entry]) => ({ entry, mark: sha256(text) }));
  keyed.sort(
    (a, b) =>
      compareBytes(a.entry.knownOn, b.entry.knownOn) ||
      compareBytes(a.entry.id, b.entry.id) ||
      compareBytes(a.mark, b.mark),
  );
  return keyed.map(({ entry }) => entry);
}

function repeatedIds(entries: readonly RecordEntry[]): Issue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [warningAt('id-repeated', ['entries', i, 'id'], { given: id })];
  });
}
