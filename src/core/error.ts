import type { Issue } from './issue.js';

/**
 * A mistake of the caller. Test `error.code`, not `instanceof`: a program may hold the ESM and the
 * CJS copy of this class.
 *
 * `message` is one line of English with the values in backticks; `issues` holds every single thing
 * that was wrong, ready for `describe`.
 */
export class EvenhandError extends Error {
  override readonly name = 'EvenhandError';
  readonly code: string;
  readonly issues: readonly Issue[];

  constructor(code: string, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.code = code;
    this.issues = issues.length > 0 ? issues : [{ code, severity: 'error', path: [], params: {} }];
  }
}

/** Whether a caught value is this library's error, from whichever copy of the package. */
export function isEvenhandError(value: unknown): value is EvenhandError {
  return value instanceof Error && value.name === 'EvenhandError' && 'code' in value;
}

/**
 * The error for a caller's mistake, with its one issue.
 *
 * @param code - one of the documented codes
 * @param message - what was given, what was expected; values in backticks
 * @param params - the same values for `describe`
 */
export function mistake(
  code: string,
  message: string,
  params: Issue['params'] = {},
  path: Issue['path'] = [],
): EvenhandError {
  return new EvenhandError(code, message, [{ code, severity: 'error', path, params }]);
}
