import { errorAt, type Issue } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import type { Demand } from '../register/nouns.js';
import { demandReader, isIssue } from './demandReader.js';
import type { Due } from './due.js';
import { groupedBy } from './groupedBy.js';
import { requireInForce } from './inForce.js';
import type { YearCap } from './yearCap.js';

/** A demand that could not be read, by its identifier, and what is wrong with it. */
export interface Refused {
  readonly demand: string;
  readonly issue: Issue;
}

/** What is due at each entity: entities and their demands by identifier; what is wrong set aside. */
export function readDemands(
  demands: readonly Demand[],
  cap: YearCap,
): { entities: [string, Due[]][]; refused: Refused[] } {
  const read = demandReader(cap);
  const times = new Map<string, number>();
  for (const { id } of demands) times.set(id, (times.get(id) ?? 0) + 1);
  const refused: Refused[] = [];
  const dues: Due[] = [];
  demands.forEach((demand, at) => {
    const { id } = demand;
    const due =
      times.get(id) === 1
        ? read(demand, at)
        : errorAt('repeated-demand', [at, 'id'], { id, given: id });
    if (isIssue(due)) refused.push({ demand: id, issue: due });
    else {
      if (demand.cause !== 'for-cause') requireInForce(cap, due);
      dues.push(due);
    }
  });
  const groups = sortedBy(
    groupedBy(dues, (due) => due.demand.entity),
    ([entity]) => entity,
  );
  const entities = groups.map(([entity, group]): [string, Due[]] => [
    entity,
    addable(
      sortedBy(group, (due) => due.demand.id),
      refused,
    ),
  ]);
  return { entities, refused: sortedBy(refused, (one) => String(one.demand)) };
}

/** Sets aside a demand with which its entity's weights could no longer be added exactly. */
function addable(dues: readonly Due[], refused: Refused[]): Due[] {
  let total = 0;
  return dues.filter(({ demand: { id, weight }, at }) => {
    if (Number.isSafeInteger(total + weight)) {
      total += weight;
      return true;
    }
    const params = { id, given: weight, expected: 'a total of the entity to 9007199254740991' };
    refused.push({ demand: id, issue: errorAt('bad-demand-weight', [at, 'weight'], params) });
    return false;
  });
}
