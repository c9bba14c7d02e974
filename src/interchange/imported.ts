import type { Issue } from '../core/issue.js';

/**
 * What became of a file of another system: a value with notes on what was assumed or left out, or
 * everything in it that this library cannot say. Each issue has the path of its element and, where
 * the parser tells it, the line as its `row`.
 */
export type Imported<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
