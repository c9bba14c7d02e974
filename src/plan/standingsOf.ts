import type { Rows } from '../core/rows.js';
import type { Prepared, Standing } from './prepared.js';
import { StandingRows } from './standingColumns.js';

/** Where those stand that are certain, due for a cause, booked already, or drawn, by their ids. */
export function standingsOf(
  {
    standings,
    tasks,
    causes,
    booked = [],
  }: Pick<Prepared, 'standings' | 'tasks' | 'causes' | 'booked'>,
  samples: readonly {
    readonly strata: readonly {
      readonly takeAll: readonly string[];
      readonly selected: readonly { readonly id: string }[];
    }[];
  }[] = [],
): Map<string, Standing> {
  const wanted = new Set(causes.map(({ entity }) => entity));
  for (const { entity } of booked) wanted.add(entity);
  for (const { certain } of tasks) for (const { id } of certain) wanted.add(id);
  for (const { strata } of samples) {
    for (const { takeAll, selected } of strata) {
      for (const id of takeAll) wanted.add(id);
      for (const { id } of selected) wanted.add(id);
    }
  }
  const found = new Map<string, Standing>();
  for (const standing of standingsNamed(standings, wanted)) found.set(standing.id, standing);
  return found;
}

/** The standings of these ids, in their order. */
export function standingsNamed(
  standings: Rows<Standing>,
  ids: ReadonlySet<string>,
): Iterable<Standing> {
  return standings instanceof StandingRows
    ? standings.named(ids)
    : standings.filter(({ id }) => ids.has(id));
}
