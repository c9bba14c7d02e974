import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import type { Demand, Item } from '../register/nouns.js';
import type { LeadRule } from './visitRules.js';

/** What a lead is chosen by. */
export type LeadDemand = Pick<Demand, 'id' | 'authority' | 'kind' | 'weight' | 'duty' | 'item'>;

/**
 * Who leads a visit by declared rules (牵头): each rule leaves some of the authorities, and of those left
 * at the end the first by id leads. In a census visit only census demands are looked at.
 *
 * @param demands - what is done on the visit, at least one demand of its kind
 * @param rules - in order; a rule that would leave nobody leaves all
 * @param rankOf - the rank of an item, for `key-item`
 * @example
 * ```ts
 * import { leadBy } from 'evenhand/visits';
 *
 * const check = { kind: 'spot-check', duty: false } as const;
 * const demands = [
 *   { ...check, id: 'a', authority: 'fire', item: 'exits', weight: 3 },
 *   { ...check, id: 'b', authority: 'food', item: 'kitchen', weight: 1 },
 *   { ...check, id: 'c', authority: 'food', item: 'staff', weight: 1 },
 * ];
 * leadBy('spot-check', demands, ['heaviest']); // => 'fire'
 * leadBy('spot-check', demands, ['most-demands']); // => 'food'
 * leadBy('spot-check', demands, [{ authorities: ['market', 'food', 'fire'] }]); // => 'food'
 * ```
 */
export function leadBy(
  kind: Demand['kind'],
  demands: readonly LeadDemand[],
  rules: readonly LeadRule[],
  rankOf: (item: string) => Item['rank'] | undefined = () => undefined,
): string {
  requireArgument('leadBy', 'demands', demands, 'array');
  requireArgument('leadBy', 'rules', rules, 'array');
  requireArgument('leadBy', 'rankOf', rankOf, 'function');
  const own = demands.filter((demand) => kind !== 'census' || demand.kind === 'census');
  let left = sortedBy(new Set(own.map(({ authority }) => authority)), (id) => id);
  for (const rule of rules) {
    const some = leftBy(rule, left, own, rankOf);
    if (some.length > 0) left = some;
  }
  return left[0] as string;
}

function leftBy(
  rule: LeadRule,
  left: readonly string[],
  demands: readonly LeadDemand[],
  rankOf: (item: string) => Item['rank'] | undefined,
): string[] {
  if (typeof rule === 'object') {
    const first = rule.authorities.find((id) => left.includes(id));
    return first === undefined ? [] : [first];
  }
  const worth = left.map((authority) =>
    worthOf(
      rule,
      demands.filter((demand) => demand.authority === authority),
      rankOf,
    ),
  );
  const most = Math.max(...worth);
  return left.filter((_, i) => worth[i] === most);
}

function worthOf(
  rule: Extract<LeadRule, string>,
  demands: readonly LeadDemand[],
  rankOf: (item: string) => Item['rank'] | undefined,
): number {
  switch (rule) {
    case 'heaviest':
      return Math.max(...demands.map(({ weight }) => weight));
    case 'most-demands':
      return demands.length;
    case 'duty':
      return demands.some(({ duty }) => duty) ? 1 : 0;
    case 'key-item':
      return demands.some(({ item }) => rankOf(item) === 'key') ? 1 : 0;
  }
}
