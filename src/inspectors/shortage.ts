import { sortedBy } from '../core/order.js';
import { namedCandidates } from './candidates.js';
import { complete } from './complete.js';
import { buildNetwork } from './network.js';
import type { Staffing } from './staffing.js';
import { newWalk } from './walk.js';
import { type Witness, witnessOf } from './witness.js';

/** The witness that a staffing can't be assigned, or nothing where it can; chance has no part in it. */
export function shortage({ visits, inspectors }: Staffing): Witness | undefined {
  const sorted = sortedBy(inspectors, ({ id }) => id);
  const names = sorted.map(({ id }) => id);
  const network = buildNetwork(visits, sorted, namedCandidates(names));
  const reached = complete(network, newWalk(network));
  if (reached === undefined) return undefined;
  const ids = Array.from(reached, (i) => names[i] as string);
  return witnessOf([{ network, staffing: { visits, inspectors: sorted }, reached }], ids);
}
