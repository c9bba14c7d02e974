import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { sandboxRulesSchema } from './sandboxRulesSchema.js';

/**
 * The shape of a sandbox, as JSON Schema.
 *
 * @example
 * ```ts
 * import { sandboxJsonSchemas } from 'evenhand/sandbox';
 *
 * Object.keys(sandboxJsonSchemas()); // => ['sandbox']
 * ```
 */
export function sandboxJsonSchemas(): Readonly<Record<'sandbox', JsonSchema>> {
  return { sandbox: jsonSchemaOf(sandboxRulesSchema) };
}
