import { errorAt, type Issue } from '../../core/issue.js';
import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { RecordEntry } from './entry.js';
import { FACT_KINDS, STEP_KINDS } from './entry.js';
import { entryFaults } from './entryFaults.js';
import { factEntrySchema, stepEntrySchema } from './entrySchema.js';

/**
 * An entry of a credit record out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where: `entry-without-source`,
 * `until-before-on`, `known-before-on`, `before-decision`, `refers-to-itself`, `nothing-corrected`,
 * `cannot-strike`, and those of every shape
 * @example
 * ```ts
 * import { parseEntry } from 'evenhand/credit';
 *
 * parseEntry({
 *   id: 'r1', entity: 'A', jurisdiction: '110000', kind: 'penalty', severity: 'general',
 *   on: '2026-01-31', knownOn: '2026-02-03', basis: ['食品安全法第一百二十六条'],
 *   source: { department: 'market', reference: '示例市监罚〔2026〕1号' },
 * }).kind; // => 'penalty'
 * ```
 */
export function parseEntry(value: unknown): RecordEntry {
  return orThrow('entry of a credit record', safeParseEntry(value));
}

/** As `parseEntry`, but what is wrong is returned. */
export function safeParseEntry(value: unknown): Parsed<RecordEntry> {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  const isOfStep = typeof kind === 'string' && (STEP_KINDS as readonly string[]).includes(kind);
  const shape: Parsed<RecordEntry> = isOfStep
    ? safeParsed<RecordEntry>(stepEntrySchema, value)
    : safeParsed<RecordEntry>(factEntrySchema, value);
  if (!shape.ok) return { ok: false, issues: shape.issues.map(named) };
  const issues = entryFaults(shape.value);
  return issues.length === 0 ? shape : { ok: false, issues };
}

/** An event that nobody answers for is a fault of its own; a kind may be any of either sort. */
function named(issue: Issue): Issue {
  const [first, second] = issue.path;
  if (first === 'kind' && issue.code === 'not-one-of') {
    const expected = [...FACT_KINDS, ...STEP_KINDS];
    return { ...issue, params: { ...issue.params, expected } };
  }
  const isSource = first === 'source' && (second === undefined || issue.code === 'missing-field');
  if (!isSource) return issue;
  return errorAt('entry-without-source', issue.path, { expected: ['department', 'reference'] });
}
