import * as z from 'zod';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { listRulesSchema } from './listRulesSchema.js';
import { measureListSchema } from './measureListSchema.js';

/**
 * The shapes of the rules of lists and of the list of measures, as JSON Schema.
 *
 * @example
 * ```ts
 * import { measuresJsonSchemas } from 'evenhand/measures';
 *
 * Object.keys(measuresJsonSchemas()); // => ['lists', 'measures']
 * ```
 */
export function measuresJsonSchemas(): Readonly<Record<'lists' | 'measures', JsonSchema>> {
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return { lists: json(listRulesSchema), measures: json(measureListSchema) };
}
