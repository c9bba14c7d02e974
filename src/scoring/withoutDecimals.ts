import type { Issue } from '../core/issue.js';
import type { Scheme } from './scheme.js';

/**
 * A scheme with its unreadable decimals put aside, so that whatever else is wrong with it is found in
 * the same pass: ends of inputs are left open, everything else is 0.
 */
export function withoutDecimals(scheme: Scheme, decimals: readonly Issue[]): Scheme {
  const copy = copied(scheme) as Node;
  for (const { path } of decimals) {
    const parent = path.slice(0, -1).reduce<Node>((node, key) => node[key] as Node, copy);
    const last = path.at(-1) as string;
    if (path[0] === 'inputs' && !Array.isArray(parent)) delete parent[last];
    else parent[last] = 0;
  }
  return copy as unknown as Scheme;
}

/**
 * Whether an issue does not come of a decimal that was put aside: it stands in another term, value or
 * list of bands, and is about no value whose decimals are unreadable.
 */
export function isApartFrom(decimals: readonly Issue[]): (issue: Issue) => boolean {
  const places = decimals.map(({ path }) => path.slice(0, path[0] === 'bands' ? 1 : 2).join('.'));
  const isIn = (text: string): boolean =>
    places.some((place) => text === place || text.startsWith(`${place}.`));
  return ({ path }) => path[0] !== 'invariants' && !isIn(path.join('.'));
}

interface Node {
  [key: string | number]: unknown;
}

/** Plain data, copied: the scheme itself is never changed. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}
