import { commitmentOf, type Opening } from '../../plan/staff.js';
import { type Finding, firstOf } from '../checks/case.js';
import type { NoticeA } from '../notices.js';
import type { PlanAmendment } from './amendment.js';
import type { PlanNow } from './planNow.js';

/** Every recusal opened is new, of an entity visited now, and was committed to; none is hidden. */
export function checkOpenings(
  a: NoticeA,
  before: PlanNow,
  { visits, openings }: PlanAmendment,
  path: string,
  recusals: readonly Opening[],
): Finding {
  const committed = new Set(a.staff.recusals);
  const visited = new Set(visits.map(({ entity }) => entity));
  const opened = new Set(before.openings.map(commitmentOf));
  const staff = new Set(before.staff.map(({ id }) => id));
  return (
    firstOf(openings, (opening, i) => {
      const commitment = commitmentOf(opening);
      const isRight =
        visited.has(opening.entity) &&
        staff.has(opening.inspector) &&
        committed.has(commitment) &&
        !opened.has(commitment);
      opened.add(commitment);
      if (isRight) return undefined;
      const expected = 'a recusal committed to in A and not opened before';
      return { field: `${path}.openings[${i}]`, expected, found: commitment };
    }) ??
    firstOf(recusals, (known) => {
      if (!visited.has(known.entity) || opened.has(commitmentOf(known))) return undefined;
      const expected = `${known.inspector} recused from ${known.entity}`;
      return { field: `${path}.openings`, expected, found: '' };
    })
  );
}
