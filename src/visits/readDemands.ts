import { errorAt, type Issue } from '../core/issue.js';
import { compareBytes, sortedBy } from '../core/order.js';
import { shownValue } from '../core/shownValue.js';
import type { Demand } from '../register/nouns.js';
import { demandReader, isIssue } from './demandReader.js';
import type { Due } from './due.js';
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
  years?: readonly number[],
): { entities: [string, readonly Due[]][]; refused: Refused[] } {
  const read = demandReader(cap, years);
  const twice = repeatedIds(demands);
  const refused: Refused[] = [];
  const dues: Due[] = [];
  demands.forEach((demand, at) => {
    // A row of an export may be no demand at all.
    const id = demand?.id ?? '';
    const isTwice = twice?.has(id) === true;
    const due = isTwice
      ? errorAt('repeated-demand', [at, 'id'], { id, given: id })
      : read(demand, at);
    if (isIssue(due)) refused.push({ demand: id, issue: due });
    else {
      if (demand.cause !== 'for-cause') requireInForce(cap, due);
      dues.push(due);
    }
  });
  const groups = inOrder([...byEntity(dues)], ([entity]) => entity);
  const entities = groups.map(([entity, group]): [string, readonly Due[]] => [
    entity,
    addable(
      inOrder(group, (due) => due.demand.id),
      refused,
    ),
  ]);
  return { entities, refused: sortedBy(refused, (one) => shownValue(one.demand)) };
}

/** What is due by entity. Rows of one entity mostly stand together, so that few are looked up. */
function byEntity(dues: readonly Due[]): Map<string, Due[]> {
  const groups = new Map<string, Due[]>();
  let last: string | undefined;
  let group: Due[] = [];
  for (const due of dues) {
    const { entity } = due.demand;
    if (entity !== last) {
      const known = groups.get(entity);
      group = known ?? [];
      if (known === undefined) groups.set(entity, group);
      last = entity;
    }
    group.push(due);
  }
  return groups;
}

/** The ids that stand more than once, undefined where none does. */
function repeatedIds(demands: readonly Demand[]): ReadonlySet<string> | undefined {
  const seen = new Set<string>();
  for (const demand of demands) seen.add(demand?.id);
  if (seen.size === demands.length) return undefined;
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const demand of demands) (once.has(demand?.id) ? twice : once).add(demand?.id);
  return twice;
}

/** Sorted by a key, and not copied where it is in order already, as exports mostly are. */
function inOrder<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    if (compareBytes(key(items[i - 1] as T), key(items[i] as T)) > 0) return sortedBy(items, key);
  }
  return items;
}

/** Sets aside a demand with which its entity's weights could no longer be added exactly. */
function addable(dues: readonly Due[], refused: Refused[]): readonly Due[] {
  let total = 0;
  for (const { demand } of dues) total += demand.weight;
  if (Number.isSafeInteger(total)) return dues;
  total = 0;
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
