import type { ZodType } from 'zod';
import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { brokenTexts, withWholeTexts } from './brokenTexts.js';
import { issuesDespite } from './issuesDespite.js';

/** A document that keeps its shape and its checks, or everything that is wrong with it. */
export type CheckedDocument<D> =
  | { readonly ok: true; readonly value: D; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Plain data as a document: its shape, and what a shape cannot say, in one pass; a good one may carry
 * warnings.
 */
export function checkedDocument<D>(
  schema: ZodType,
  check: (document: D) => readonly Issue[],
  value: unknown,
): CheckedDocument<D> {
  const shape = schema.safeParse(value);
  const checkAll = (document: D): readonly Issue[] => {
    const broken = brokenTexts(document);
    return broken.length === 0
      ? check(document)
      : [...broken, ...check(withWholeTexts(document) as D)];
  };
  if (!shape.success) return { ok: false, issues: issuesDespite(schema, value, checkAll) };
  const document = shape.data as D;
  const issues = checkAll(document);
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
