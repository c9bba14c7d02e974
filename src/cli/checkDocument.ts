import type { Issue } from '../core/issue.js';
import { safeParseNoticeA, safeParseNoticeB } from '../notice/parseNotice.js';
import { analyze } from '../programme/analysis/analyze.js';
import { inFile, readDocument } from './readDocument.js';

/**
 * What is wrong with a programme, a document of any kind, or a notice, told apart by its `schema`;
 * and of a programme or a document without errors what its author should know.
 */
export function documentIssues(value: unknown): readonly Issue[] {
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema === 'evenhand/notice-a/1') return issuesOf(safeParseNoticeA(value));
  if (schema === 'evenhand/notice-b/1') return issuesOf(safeParseNoticeB(value));
  return analyze(value);
}

const issuesOf = (
  parsed: { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] },
): readonly Issue[] => (parsed.ok ? [] : parsed.issues);

/** The same for a file, with its name. */
export async function checkDocument(path: string): Promise<readonly Issue[]> {
  const { value, issues } = await readDocument(path);
  return value === undefined ? issues : inFile(path, documentIssues(value)).issues;
}
