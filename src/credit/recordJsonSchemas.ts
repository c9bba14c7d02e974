import * as z from 'zod';
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
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return {
    record: json(creditRecordSchema),
    fact: json(factEntrySchema),
    step: json(stepEntrySchema),
    rules: json(recordRulesSchema),
    publication: json(publicationSchema),
    recognition: json(recognitionSchema),
  };
}
