/** How bad an issue is: an `error` sets its row aside, a `warning` is only reported. */
export type Severity = 'error' | 'warning';

/** A value that can stand in an issue's parameters. */
export type IssueParam = string | number | boolean | readonly string[];

/**
 * One thing that is wrong with data, as data: nothing is thrown, the other rows go on.
 *
 * `path` leads from the row (or the document) to the field; `row` is the row's number in its file,
 * counted from 1 with the header as row 1, and left out where there is no file.
 * `params` usually holds `given` and `expected`; `describe` of `evenhand/texts` renders it.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly path: readonly (string | number)[];
  readonly row?: number;
  readonly file?: string;
  readonly params: Readonly<Record<string, IssueParam>>;
}

/** An issue of severity `error`. */
export function errorAt(
  code: string,
  path: readonly (string | number)[],
  params: Readonly<Record<string, IssueParam>> = {},
): Issue {
  return { code, severity: 'error', path, params };
}

/** An issue of severity `warning`. */
export function warningAt(
  code: string,
  path: readonly (string | number)[],
  params: Readonly<Record<string, IssueParam>> = {},
): Issue {
  return { code, severity: 'warning', path, params };
}

/** The issue as it stands below `prefix`: a row's issue becomes a register's, a part's a document's. */
export function within(prefix: readonly (string | number)[], issue: Issue): Issue {
  return { ...issue, path: [...prefix, ...issue.path] };
}
