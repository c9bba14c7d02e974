import * as z from 'zod';
import { conditionSchema } from './conditionSchema.js';
import { entitySchema, eventSchema } from './entitySchema.js';
import { dayRangeSchema, daySchema, factSchema, idSchema } from './fieldSchemas.js';
import { inspectorSchema } from './inspectorSchema.js';
import { authoritySchema, itemSchema } from './itemSchema.js';
import { registerSchema } from './registerSchema.js';
import { taskSchema } from './taskSchema.js';
import { demandSchema, visitSchema } from './visitSchema.js';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What can be described: the nouns, and the fields they share. */
export type RegisterSchemaName = keyof ReturnType<typeof named>;

/**
 * The shapes of the register's nouns as JSON Schema, for other languages and for editors.
 *
 * References go by file name: `Entity.json` refers to `Event.json`. Days that exist, bytes of ids
 * and the order of an event's days are checked by the parsers alone.
 *
 * @example
 * ```ts
 * import { registerJsonSchemas } from 'evenhand/register';
 *
 * registerJsonSchemas().Authority['required']; // => ['id']
 * ```
 */
export function registerJsonSchemas(): Readonly<Record<RegisterSchemaName, JsonSchema>> {
  const registry = z.registry<{ id: string; format?: string; description?: string }>();
  for (const [id, schema] of Object.entries(named())) {
    registry.add(schema, { id, ...(schema === daySchema ? { format: 'date' } : {}) });
  }
  const { schemas } = z.toJSONSchema(registry, {
    metadata: registry,
    uri: (id) => `${id}.json`,
  });
  return schemas as Record<string, JsonSchema> as Record<RegisterSchemaName, JsonSchema>;
}

function named() {
  return {
    Day: daySchema,
    DayRange: dayRangeSchema,
    Id: idSchema,
    Fact: factSchema,
    Condition: conditionSchema,
    Event: eventSchema,
    Entity: entitySchema,
    Item: itemSchema,
    Authority: authoritySchema,
    Task: taskSchema,
    Inspector: inspectorSchema,
    Demand: demandSchema,
    Visit: visitSchema,
    Register: registerSchema,
  } as const satisfies Record<string, z.ZodType>;
}
