import { groupedBy } from '../visits/groupedBy.js';
import type { VisitOutcome } from './outcome.js';
import type { OversightReport } from './oversightTypes.js';
import type { Promised } from './promised.js';

/**
 * To how many of the entities that the plan sends several authorities to they came together, and how
 * many of the promised visits were joint. Only promised visits count, so that a further one, alone or
 * together, moves neither.
 */
export function jointShare(
  { visits }: Promised,
  outcomes: readonly VisitOutcome[],
): OversightReport['joint'] {
  const made = new Map(outcomes.map((one) => [one.visit, one]));
  const asked = [...groupedBy(visits, ({ entity }) => entity).values()].flatMap((own) => {
    const authorities = new Set(own.flatMap(({ lead, partners }) => [lead, ...partners]));
    return authorities.size < 2 ? [] : [{ own, authorities }];
  });
  const together = asked.filter(({ own, authorities }) =>
    own.some(({ id }) => {
      const { lead, partners = [] } = made.get(id) ?? {};
      return [...authorities].every((one) => one === lead || partners.includes(one));
    }),
  );
  const done = visits.flatMap(({ id }) => made.get(id) ?? []);
  return {
    entities: asked.length,
    together: together.length,
    visits: done.length,
    jointVisits: done.filter(({ partners }) => partners.length > 0).length,
  };
}
