import * as z from 'zod';
import type { JsonSchema } from './registerJsonSchemas.js';

/** A shape as JSON Schema (draft 2020-12), for those who write in another language; what that can't say is left open. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;
