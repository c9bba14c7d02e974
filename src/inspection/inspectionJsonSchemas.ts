import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
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
  return {
    'result-list': jsonSchemaOf(resultListSchema),
    'inspection-rules': jsonSchemaOf(inspectionRulesSchema),
    opening: jsonSchemaOf(inspectionOpeningSchema),
    act: jsonSchemaOf(inspectionActSchema),
    'system-duties': jsonSchemaOf(systemDutiesSchema),
    'record-chain': jsonSchemaOf(recordChainSchema),
    'chain-head': jsonSchemaOf(chainHeadSchema),
  };
}
