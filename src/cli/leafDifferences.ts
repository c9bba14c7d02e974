import type { Issue } from '../core/issue.js';
import { isSame } from '../programme/analysis/fieldChanges.js';
import { isRecord } from '../register/openRows.js';

/** One value that differs between two pieces of plain data, and where. */
export interface LeafDifference {
  readonly path: Issue['path'];
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * The smallest values in which two pieces of plain data differ, in the order of the second. Lists of
 * different lengths differ as wholes, since nothing says which entry became which.
 */
export function leafDifferences(
  before: unknown,
  after: unknown,
  path: Issue['path'] = [],
): LeafDifference[] {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((one, i) => leafDifferences(before[i], one, [...path, i]));
  }
  if (isRecord(before) && isRecord(after)) {
    const names = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...names].flatMap((name) =>
      leafDifferences(before[name], after[name], [...path, name]),
    );
  }
  return isSame(before, after) ? [] : [{ path, before, after }];
}
