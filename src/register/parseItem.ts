import { itemSchema } from './itemSchema.js';
import type { Item } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * An item of the item list (抽查事项) out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseItem } from 'evenhand/register';
 *
 * const item = parseItem({
 *   id: 'fire-exits',
 *   authority: 'fire',
 *   rank: 'key',
 *   methods: ['on-site'],
 *   basis: ['Fire Protection Law, article 53'],
 * });
 * item.rank; // => 'key'
 * ```
 */
export function parseItem(value: unknown): Item {
  return orThrow('item', safeParseItem(value));
}

/** As `parseItem`, but what is wrong is returned. */
export function safeParseItem(value: unknown): Parsed<Item> {
  return safeParsed<Item>(itemSchema, value);
}
