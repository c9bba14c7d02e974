import type { Content } from '../matrix/matrix.js';
import type { Item } from '../register/nouns.js';

/** The items of a task that an entity's cell asks for; a rank the task does not have means all. */
export function itemsFor(
  ids: readonly string[],
  content: Content,
  items: ReadonlyMap<string, Item>,
): string[] {
  if (content === 'all-items') return [...ids];
  const rank = content === 'key-items' ? 'key' : 'general';
  const some = ids.filter((id) => items.get(id)?.rank === rank);
  return some.length === 0 ? [...ids] : some;
}
