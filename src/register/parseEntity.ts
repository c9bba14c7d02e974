import { entitySchema } from './entitySchema.js';
import type { Entity } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * An entity (市场主体) out of plain data, with its events checked; unknown fields are refused.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseEntity } from 'evenhand/register';
 *
 * const firm = parseEntity({ id: 'A', facts: { seats: 80 }, events: [], lists: [] });
 * firm.facts['seats']; // => 80
 * ```
 */
export function parseEntity(value: unknown): Entity {
  return orThrow('entity', safeParseEntity(value));
}

/** As `parseEntity`, but what is wrong is returned. */
export function safeParseEntity(value: unknown): Parsed<Entity> {
  return safeParsed<Entity>(entitySchema, value);
}
