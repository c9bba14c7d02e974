import type { Issue } from '../core/issue.js';
import { schemaIssues } from '../core/schemaIssue.js';
import { checkScheme } from '../scoring/check.js';
import type { Scheme } from '../scoring/scheme.js';
import { schemeSchema } from '../scoring/schemeSchema.js';

/** What is wrong with a scheme that was put together here: with the caller's part of it, or as a whole. */
export function schemeFaults(scheme: Scheme): readonly Issue[] {
  const shape = schemeSchema.safeParse(scheme);
  return shape.success ? checkScheme(scheme) : schemaIssues(shape.error.issues);
}
