import { basename } from 'node:path';
import { type Issue, warningAt } from '../core/issue.js';
import { sortedBy } from '../core/order.js';

/**
 * Lists that entities stand on and that no rule or task names, as a warning each: a list in other words
 * than the rules have (`经营异常名录` for `abnormal-operations`) has no effect, and nobody would be told.
 *
 * @param counts - how many entities stand on each list
 * @param rules - the programme and the tasks, in whose text every name that has an effect stands
 */
export function unreadLists(
  counts: ReadonlyMap<string, number>,
  rules: unknown,
  path: string,
): Issue[] {
  const texts = textsIn(rules);
  const unread = [...counts].filter(([list]) => !texts.has(list));
  return sortedBy(unread, ([list]) => list).map(([given, rows]) => ({
    ...warningAt('list-unread', ['lists'], { given, rows }),
    file: basename(path),
  }));
}

function textsIn(value: unknown, texts = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) textsIn(one, texts);
  }
  return texts;
}
