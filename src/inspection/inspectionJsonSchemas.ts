import * as z from 'zod';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { inspectionActSchema, inspectionOpeningSchema } from './actSchema.js';
import { inspectionRulesSchema } from './inspectionRulesSchema.js';
import { resultListSchema } from './resultListSchema.js';

/**
 * The shapes of the result list, the rules, a visit's opening and its acts, as JSON Schema.
 *
 * @example
 * ```ts
 * import { inspectionJsonSchemas } from 'evenhand/inspection';
 *
 * Object.keys(inspectionJsonSchemas()); // => ['result-list', 'inspection-rules', 'opening', 'act']
 * ```
 */
export function inspectionJsonSchemas(): Readonly<
  Record<'result-list' | 'inspection-rules' | 'opening' | 'act', JsonSchema>
> {
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return {
    'result-list': json(resultListSchema),
    'inspection-rules': json(inspectionRulesSchema),
    opening: json(inspectionOpeningSchema),
    act: json(inspectionActSchema),
  };
}
