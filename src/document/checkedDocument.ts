import type { ZodType } from 'zod';
import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { schemaIssues } from '../core/schemaIssue.js';

/** A document that keeps its shape and its checks, or everything that is wrong with it. */
export type CheckedDocument<D> =
  | { readonly ok: true; readonly value: D; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Plain data as a document: its shape first, then what a shape cannot say; a good one may carry warnings. */
export function checkedDocument<D>(
  schema: ZodType,
  check: (document: D) => readonly Issue[],
  value: unknown,
): CheckedDocument<D> {
  const shape = schema.safeParse(value, { reportInput: true });
  if (!shape.success) return { ok: false, issues: schemaIssues(shape.error.issues) };
  const document = shape.data as D;
  const issues = check(document);
  const isFaulty = issues.some(({ severity }) => severity === 'error');
  return isFaulty ? { ok: false, issues } : { ok: true, value: document, issues };
}

/** The document, or one `bad-document` error that carries every issue. */
export function soundDocument<D>(checked: CheckedDocument<D>): D {
  if (checked.ok) return checked.value;
  const errors = checked.issues.filter(({ severity }) => severity === 'error');
  const list = errors.slice(0, 5).map(({ code, path }) => `${code} at \`${path.join('.')}\``);
  throw new EvenhandError('bad-document', list.join('; '), checked.issues);
}
