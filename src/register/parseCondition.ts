import type { Condition } from './condition.js';
import { conditionSchema } from './conditionSchema.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * A condition out of plain data, however deep.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseCondition } from 'evenhand/register';
 *
 * parseCondition({ field: 'district', eq: '110105' }); // => { field: 'district', eq: '110105' }
 * ```
 */
export function parseCondition(value: unknown): Condition {
  return orThrow('condition', safeParseCondition(value));
}

/** As `parseCondition`, but what is wrong is returned. */
export function safeParseCondition(value: unknown): Parsed<Condition> {
  return safeParsed<Condition>(conditionSchema, value);
}
