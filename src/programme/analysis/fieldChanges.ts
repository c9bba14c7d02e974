import { canonicalJson } from '../../core/canonicalJson.js';
import type { Issue } from '../../core/issue.js';
import type { Change, Direction } from './change.js';

/** Whether two values are the same data. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** The change from one value to another; undefined where there is none. */
export function changeAt(
  path: Issue['path'],
  before: unknown,
  after: unknown,
  direction: Direction,
  counterexample?: Change['counterexample'],
): Change | undefined {
  if (isSame(before, after)) return undefined;
  return {
    what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    direction,
    ...(counterexample === undefined ? {} : { counterexample }),
  };
}

/** Two lists of named things, paired by their name; the place is that of the second list. */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
): readonly { readonly a?: T; readonly b?: T; readonly place: number }[] {
  const names = new Set([...before, ...after].map(nameOf));
  return [...names].map((name) => {
    const a = before.find((one) => nameOf(one) === name);
    const b = after.find((one) => nameOf(one) === name);
    const place = b === undefined ? before.indexOf(a as T) : after.indexOf(b);
    return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }), place };
  });
}
