import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { discretionTableSchema } from './discretion/discretionTableSchema.js';
import { leniencyListSchema } from './leniency/leniencyListSchema.js';

/**
 * The shapes of a leniency list and a discretion table, as JSON Schema.
 *
 * @example
 * ```ts
 * import { penaltyJsonSchemas } from 'evenhand/inspection';
 *
 * Object.keys(penaltyJsonSchemas()); // => ['leniency', 'discretion']
 * ```
 */
export function penaltyJsonSchemas(): Readonly<Record<'leniency' | 'discretion', JsonSchema>> {
  return {
    leniency: jsonSchemaOf(leniencyListSchema),
    discretion: jsonSchemaOf(discretionTableSchema),
  };
}
