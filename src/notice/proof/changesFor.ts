import { requireArgument } from '../../core/argument.js';
import type { PlanAmendment } from '../amend/amendment.js';

/** What an amendment did with one entity in one task: struck it, let it in as a substitute, or added it. */
export interface PlaceChange {
  readonly kind: 'struck' | 'came-in' | 'added';
  /** The number of the amendment. */
  readonly number: number;
  readonly reason: string;
}

/**
 * What the amendments of a draw did with one entity in one task, which its proof alone can't tell.
 *
 * An empty list means that it stands as notice B says; of several the last one says how it stands now.
 * Whether the amendments hold is for `verifyAmendments`.
 *
 * @param amendments - all of them, in their order
 * @param place - the task and the entity, as in a proof
 *
 * @source double-random/1 §4, amendments
 */
export function changesFor(
  amendments: readonly PlanAmendment[],
  place: { readonly task: string; readonly id: string },
): PlaceChange[] {
  requireArgument('changesFor', 'amendments', amendments, 'array');
  requireArgument('changesFor', 'place', place, 'object');
  const { task, id } = place;
  return amendments.flatMap(({ number, act, substitution, additions = [] }): PlaceChange[] => {
    if (act.kind === 'absence' || act.task !== task) return [];
    const { reason } = act;
    if (act.kind === 'strike' && act.entity === id) return [{ kind: 'struck', number, reason }];
    if (substitution?.id === id) return [{ kind: 'came-in', number, reason }];
    const isAdded = additions.some(({ added }) => added.some((one) => one.id === id));
    return isAdded ? [{ kind: 'added', number, reason }] : [];
  });
}
