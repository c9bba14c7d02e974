import * as z from 'zod';
import { entitySchema } from './entitySchema.js';
import { inspectorSchema } from './inspectorSchema.js';
import { authoritySchema, itemSchema } from './itemSchema.js';

export const registerSchema = z.strictObject({
  entities: z.array(entitySchema),
  inspectors: z.array(inspectorSchema),
  authorities: z.array(authoritySchema),
  items: z.array(itemSchema),
});
