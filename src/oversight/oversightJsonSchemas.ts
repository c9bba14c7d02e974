import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { decisionSchema, outcomeSchema, proposalSchema } from './outcomeSchema.js';

/**
 * The shapes of the rows oversight reads, as JSON Schema. The parsers also find what a shape cannot say.
 *
 * @example
 * ```ts
 * import { oversightJsonSchemas } from 'evenhand/oversight';
 *
 * Object.keys(oversightJsonSchemas()); // => ['outcome', 'decision', 'proposal']
 * ```
 */
export function oversightJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    outcome: jsonSchemaOf(outcomeSchema),
    decision: jsonSchemaOf(decisionSchema),
    proposal: jsonSchemaOf(proposalSchema),
  };
}
