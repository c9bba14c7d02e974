import { errorAt } from '../../core/issue.js';
import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import { type CreditRecord, emptyRecord, joinEntries } from './creditRecord.js';
import { creditRecordSchema } from './entrySchema.js';

/**
 * A credit record out of plain data, its entries checked and in the order of a record.
 *
 * @throws `bad-noun`, whose issues say what is wrong with which entry
 */
export function parseRecord(value: unknown): CreditRecord {
  return orThrow('credit record', safeParseRecord(value));
}

/** As `parseRecord`, but what is wrong is returned. */
export function safeParseRecord(value: unknown): Parsed<CreditRecord> {
  const entries = (value as { entries?: unknown } | null | undefined)?.entries;
  if (!Array.isArray(entries)) return safeParsed<CreditRecord>(creditRecordSchema, value);
  const shell = safeParsed<CreditRecord>(creditRecordSchema, {
    ...(value as object),
    entries: [],
  });
  if (!shell.ok) return shell;
  const joined = joinEntries(emptyRecord(shell.value.entity), entries);
  if (joined.repeated > 0) {
    return {
      ok: false,
      issues: [errorAt('entry-repeated', ['entries'], { given: joined.repeated })],
    };
  }
  const errors = joined.issues.filter(({ severity }) => severity === 'error');
  return errors.length === 0
    ? { ok: true, value: joined.record }
    : { ok: false, issues: errors.map((one) => ({ ...one, path: ['entries', ...one.path] })) };
}
