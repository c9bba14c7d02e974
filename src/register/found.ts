import { errorAt, type Issue } from '../core/issue.js';
import { shownValue } from '../core/shownValue.js';
import { placed, placeOf, type RawRow } from './rawRow.js';

/** What was found in a row: its key where it has one, and its noun where nothing is wrong. */
export interface Found<T> {
  readonly row: RawRow;
  readonly path: Issue['path'];
  readonly id: string | undefined;
  /** What no second row may have: the id, or for an event its entity and its id. */
  readonly key: string | undefined;
  readonly noun: T | undefined;
}

/**
 * The nouns that go on. Rows that share a key are all set aside, since nothing says which of them
 * is right, and so the order of rows never matters.
 */
export function unrepeated<T>(found: readonly Found<T>[], issues: Issue[]): T[] {
  const first = new Map<string, Found<T>>();
  const repeated = new Set<string>();
  for (const one of found) {
    if (one.key === undefined) continue;
    const earlier = first.get(one.key);
    if (earlier === undefined) {
      first.set(one.key, one);
      continue;
    }
    repeated.add(one.key);
    const params = {
      given: shownValue(one.id),
      first: placeOf(earlier.row),
      second: placeOf(one.row),
    };
    issues.push(placed(one.row, errorAt('repeated-id', [...one.path, 'id'], params)));
  }
  const kept: T[] = [];
  for (const { key, noun } of found) {
    if (noun !== undefined && (key === undefined || !repeated.has(key))) kept.push(noun);
  }
  return kept;
}
