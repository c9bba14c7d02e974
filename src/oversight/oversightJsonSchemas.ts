import * as z from 'zod';
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
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return {
    outcome: json(outcomeSchema),
    decision: json(decisionSchema),
    proposal: json(proposalSchema),
  };
}
