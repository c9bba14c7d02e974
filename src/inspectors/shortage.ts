import { sortedBy } from '../core/order.js';
import { complete } from './complete.js';
import { buildNetwork } from './network.js';
import type { Staffing } from './staffing.js';
import { newWalk } from './walk.js';
import { recountWitness, type Witness } from './witness.js';

/** The witness that a staffing can't be assigned, or nothing where it can; chance has no part in it. */
export function shortage({ visits, inspectors }: Staffing): Witness | undefined {
  const sorted = sortedBy(inspectors, ({ id }) => id);
  const network = buildNetwork(visits, sorted);
  const reached = complete(network, newWalk(network));
  if (reached === undefined) return undefined;
  const ids = reached.map((i) => (sorted[i] as { id: string }).id);
  return recountWitness({ visits, inspectors }, ids);
}
