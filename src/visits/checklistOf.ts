import { requireArgument } from '../core/argument.js';
import { compareBytes } from '../core/order.js';
import type { Demand, Item } from '../register/nouns.js';
import type { ChecklistKey } from './visitRules.js';

/** One line of a visit's checklist: an item once, whoever asks for it, and the demands it answers. */
export interface ChecklistLine {
  readonly item: string;
  readonly authority: string;
  readonly demands: readonly string[];
}

/**
 * The merged checklist of a joint visit (联合检查单): every item once for its authority, in the declared order.
 *
 * @param visit - its lead, for `lead-first`
 * @param demands - what is done on the visit
 * @param order - keys, the first first; of equals the authority's and the item's id decide, by bytes
 * @param rankOf - the rank of an item; one that is not known counts as general
 * @example
 * ```ts
 * import { checklistOf } from 'evenhand/visits';
 *
 * const lines = checklistOf(
 *   { lead: 'food' },
 *   [
 *     { id: 'a', authority: 'fire', item: 'exits', duty: false },
 *     { id: 'b', authority: 'food', item: 'kitchen', duty: true },
 *     { id: 'c', authority: 'food', item: 'kitchen', duty: false },
 *   ],
 *   ['lead-first'],
 *   () => 'general',
 * );
 * lines.map(({ item, demands }) => [item, demands]); // => [['kitchen', ['b', 'c']], ['exits', ['a']]]
 * ```
 */
export function checklistOf(
  visit: { readonly lead: string },
  demands: readonly Pick<Demand, 'id' | 'authority' | 'item' | 'duty'>[],
  order: readonly ChecklistKey[],
  rankOf: (item: string) => Item['rank'] | undefined,
): ChecklistLine[] {
  requireArgument('checklistOf', 'visit', visit, 'object');
  requireArgument('checklistOf', 'demands', demands, 'array');
  requireArgument('checklistOf', 'order', order, 'array');
  requireArgument('checklistOf', 'rankOf', rankOf, 'function');
  const lines = new Map<
    string,
    { item: string; authority: string; demands: string[]; duty: boolean }
  >();
  for (const { id, authority, item, duty } of demands) {
    const key = `${authority}\n${item}`;
    const line = lines.get(key) ?? { item, authority, demands: [], duty: false };
    lines.set(key, { ...line, demands: [...line.demands, id], duty: line.duty || duty });
  }
  const isKey = (item: string): boolean => rankOf(item) === 'key';
  const compare = {
    'general-first': (a, b) => Number(isKey(a.item)) - Number(isKey(b.item)),
    'key-first': (a, b) => Number(isKey(b.item)) - Number(isKey(a.item)),
    'lead-first': (a, b) => Number(b.authority === visit.lead) - Number(a.authority === visit.lead),
    'duty-first': (a, b) => Number(b.duty) - Number(a.duty),
    authority: (a, b) => compareBytes(a.authority, b.authority),
  } satisfies Record<ChecklistKey, (a: Line, b: Line) => number>;
  return [...lines.values()]
    .sort((a, b) => {
      for (const key of order) {
        const by = compare[key](a, b);
        if (by !== 0) return by;
      }
      return compareBytes(a.authority, b.authority) || compareBytes(a.item, b.item);
    })
    .map(({ item, authority, demands: ids }) => ({
      item,
      authority,
      demands: [...ids].sort(compareBytes),
    }));
}

interface Line {
  readonly item: string;
  readonly authority: string;
  readonly duty: boolean;
}
