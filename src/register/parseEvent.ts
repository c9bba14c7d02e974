import { eventSchema } from './entitySchema.js';
import type { Event } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * A dated fact on the record (信用信息) out of plain data; it cannot end or be repaired before it happened.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseEvent } from 'evenhand/register';
 *
 * parseEvent({ id: 'e1', kind: 'penalty', on: '2025-09-30', source: 'city' }).on; // => '2025-09-30'
 * ```
 */
export function parseEvent(value: unknown): Event {
  return orThrow('event', safeParseEvent(value));
}

/** As `parseEvent`, but what is wrong is returned. */
export function safeParseEvent(value: unknown): Parsed<Event> {
  return safeParsed<Event>(eventSchema, value);
}
