import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
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
  return { lists: jsonSchemaOf(listRulesSchema), measures: jsonSchemaOf(measureListSchema) };
}
