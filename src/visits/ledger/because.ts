import type { Because } from './request.js';

/** A reason to refuse, as an issue about a field of the request. */
export function because(
  code: Because['code'],
  field: string,
  params: Because['params'],
  more: Omit<Because, 'code' | 'severity' | 'path' | 'params'> = {},
): Because {
  return { code, severity: 'error', path: [field], params, ...more };
}
