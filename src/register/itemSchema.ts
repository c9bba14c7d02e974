import * as z from 'zod';
import { idSchema, textSchema } from './fieldSchemas.js';
import { METHODS } from './nouns.js';

export const itemSchema = z.strictObject({
  id: idSchema,
  name: z.exactOptional(textSchema),
  authority: idSchema,
  rank: z.enum(['general', 'key']),
  methods: z.array(z.enum(METHODS)),
  basis: z.array(textSchema),
});

export const authoritySchema = z.strictObject({ id: idSchema, name: z.exactOptional(textSchema) });
