import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { publicationSchema } from './publication/publicationSchema.js';
import { recognitionSchema } from './recognition/recognitionSchema.js';
import { creditRecordSchema, factEntrySchema, stepEntrySchema } from './record/entrySchema.js';
import { recordRulesSchema } from './record/recordRulesSchema.js';

/**
 * The shapes of a credit record and of the documents that govern it, as JSON Schema. They hold the
 * shape; the parsers also find what a shape cannot say.
 *
 * @example
 * ```ts
 * import { recordJsonSchemas } from 'evenhand/credit';
 *
 * Object.keys(recordJsonSchemas()); // => ['record', 'fact', 'step', 'rules', 'publication', 'recognition']
 * ```
 */
export function recordJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    record: jsonSchemaOf(creditRecordSchema),
    fact: jsonSchemaOf(factEntrySchema),
    step: jsonSchemaOf(stepEntrySchema),
    rules: jsonSchemaOf(recordRulesSchema),
    publication: jsonSchemaOf(publicationSchema),
    recognition: jsonSchemaOf(recognitionSchema),
  };
}
