import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { approvalRulesSchema } from './approval/approvalRulesSchema.js';
import { keyRulesSchema } from './key/keyRulesSchema.js';
import { regradingSchema } from './regrade/regradingSchema.js';
import { warningRulesSchema } from './warnings/warningRulesSchema.js';

/**
 * The shapes of the documents on risk, as JSON Schema.
 *
 * @example
 * ```ts
 * import { riskJsonSchemas } from 'evenhand/risk';
 *
 * Object.keys(riskJsonSchemas()); // => ['regrading', 'warnings', 'approval', 'key']
 * ```
 */
export function riskJsonSchemas(): Readonly<
  Record<'regrading' | 'warnings' | 'approval' | 'key', JsonSchema>
> {
  return {
    regrading: jsonSchemaOf(regradingSchema),
    warnings: jsonSchemaOf(warningRulesSchema),
    approval: jsonSchemaOf(approvalRulesSchema),
    key: jsonSchemaOf(keyRulesSchema),
  };
}
