import { canonicalJson } from '../core/canonicalJson.js';
import { type Issue, within } from '../core/issue.js';
import { merkleRoot } from '../core/merkle.js';
import { sortedBy } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import type { Cap } from '../visits/cap.js';
import { mergeVisits } from '../visits/mergeVisits.js';

/** What notice A commits to of a for-cause demand, and notice B shows of its visit. */
export type CauseRow = Pick<
  Demand,
  'entity' | 'site' | 'authority' | 'item' | 'window' | 'evidence'
>;

/** The for-cause demands that can be planned, by id; what is wrong with the others is returned. */
export function readCauses(
  causes: readonly Demand[],
  cap: Cap,
): { readonly causes: Demand[]; readonly issues: Issue[] } {
  const { refused } = mergeVisits(causes, cap);
  const names = new Set(refused.map(({ demand }) => demand));
  return {
    causes: sortedBy(
      causes.filter(({ id }) => !names.has(id)),
      ({ id }) => id,
    ),
    issues: refused.map(({ demand, issue }) =>
      within(['causes', demand], { ...issue, path: issue.path.slice(1) }),
    ),
  };
}

/** The root over all for-cause demands: none can be invented, changed or hidden after the draw. */
export function causesRootOf(causes: readonly CauseRow[]): string {
  const rows = causes.map(({ entity, site, authority, item, window, evidence }) =>
    canonicalJson({ entity, site, authority, item, window, evidence }),
  );
  return merkleRoot(sortedBy(rows, (row) => row));
}
