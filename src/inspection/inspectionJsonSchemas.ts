import * as z from 'zod';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { inspectionActSchema, inspectionOpeningSchema } from './actSchema.js';
import { chainHeadSchema, recordChainSchema } from './chain/chainSchema.js';
import { systemDutiesSchema } from './chain/dutiesSchema.js';
import { inspectionRulesSchema } from './inspectionRulesSchema.js';
import { resultListSchema } from './resultListSchema.js';

/**
 * The shapes of the documents of a visit, of its acts, and of the record, as JSON Schema.
 *
 * @example
 * ```ts
 * import { inspectionJsonSchemas } from 'evenhand/inspection';
 *
 * Object.keys(inspectionJsonSchemas()); // => ['result-list', 'inspection-rules', 'opening', 'act', 'system-duties', 'record-chain', 'chain-head']
 * ```
 */
export function inspectionJsonSchemas(): Readonly<
  Record<
    | 'result-list'
    | 'inspection-rules'
    | 'opening'
    | 'act'
    | 'system-duties'
    | 'record-chain'
    | 'chain-head',
    JsonSchema
  >
> {
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return {
    'result-list': json(resultListSchema),
    'inspection-rules': json(inspectionRulesSchema),
    opening: json(inspectionOpeningSchema),
    act: json(inspectionActSchema),
    'system-duties': json(systemDutiesSchema),
    'record-chain': json(recordChainSchema),
    'chain-head': json(chainHeadSchema),
  };
}
