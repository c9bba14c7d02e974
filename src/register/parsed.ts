import type { ZodType } from 'zod';
import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { schemaIssues } from '../core/schemaIssue.js';

/** A value that keeps its shape, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The value by a schema, with its faults as issues of this library. */
export function safeParsed<T>(schema: ZodType<T>, value: unknown): Parsed<T> {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, issues: schemaIssues(result.error.issues) };
}

/** The value of a reading, or one `bad-noun` error that carries every issue. */
export function orThrow<T>(what: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  const faults = parsed.issues.map(({ code, path }) => `\`${code}\` at \`${path.join('.')}\``);
  throw new EvenhandError('bad-noun', `this is no ${what}: ${faults.join(', ')}`, parsed.issues);
}
