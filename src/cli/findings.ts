import { EvenhandError } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { FILE_KINDS, type FileKind } from '../register/columns.js';

/** How many rows of each kind of file. */
export type RowCounts = Record<FileKind, number>;

/** Everything that was found in an input, and how many rows go on without which. */
export interface Findings {
  readonly read: RowCounts;
  readonly setAside: RowCounts;
  readonly issues: readonly Issue[];
  /** Files of rows that were not read whole: nobody knows how many rows are missing. */
  readonly notWhole: readonly string[];
  /** Files of rules or tasks with errors: no part of them can be left out. */
  readonly faulty: readonly string[];
}

/** No rows of any kind. */
export function noRows(): RowCounts {
  return Object.fromEntries(FILE_KINDS.map((kind) => [kind, 0])) as RowCounts;
}

/** Nothing read and nothing found. */
export const NO_FINDINGS: Findings = {
  read: noRows(),
  setAside: noRows(),
  issues: [],
  notWhole: [],
  faulty: [],
};

/** Whether an issue sets something aside. */
export const isError = ({ severity }: Issue): boolean => severity === 'error';

/** The issues that set something aside. */
export function errorsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter(isError);
}

/**
 * Refuses an input that nothing can be made of, or that is not clean where it must be.
 *
 * @param mayGoOn - whether good rows go on without the bad ones
 * @throws `faulty-document` | `file-not-whole` | `unclean-input`, each with every issue
 */
export function requireClean({ issues, notWhole, faulty }: Findings, mayGoOn: boolean): void {
  const errors = errorsOf(issues);
  if (faulty.length > 0) throw refusal('faulty-document', faulty, errors);
  if (notWhole.length > 0) throw refusal('file-not-whole', notWhole, errors);
  if (errors.length > 0 && !mayGoOn) throw refusal('unclean-input', errors.length, errors);
}

function refusal(code: string, given: number | readonly string[], errors: readonly Issue[]) {
  const shown = typeof given === 'number' ? given : given.join(', ');
  return new EvenhandError(code, `the input cannot be used: ${shown}`, [
    { code, severity: 'error', path: [], params: { given } },
    ...errors,
  ]);
}
