import * as z from 'zod';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { checklistSchema, sceneSchema, standardSchema } from './sceneSchemas.js';

/**
 * The shapes of a scene, a department's standard and a joint checklist, as JSON Schema.
 *
 * @example
 * ```ts
 * import { scenarioJsonSchemas } from 'evenhand/scenario';
 *
 * Object.keys(scenarioJsonSchemas()); // => ['scene', 'standard', 'checklist']
 * ```
 */
export function scenarioJsonSchemas(): Readonly<
  Record<'scene' | 'standard' | 'checklist', JsonSchema>
> {
  const json = (schema: z.ZodType): JsonSchema =>
    z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
  return {
    scene: json(sceneSchema),
    standard: json(standardSchema),
    checklist: json(checklistSchema),
  };
}
