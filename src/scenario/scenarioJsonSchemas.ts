import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
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
  return {
    scene: jsonSchemaOf(sceneSchema),
    standard: jsonSchemaOf(standardSchema),
    checklist: jsonSchemaOf(checklistSchema),
  };
}
