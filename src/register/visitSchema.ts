import * as z from 'zod';
import { countSchema, dayRangeSchema, daySchema, idSchema, textSchema } from './fieldSchemas.js';
import { FOR_CAUSE, VISIT_KINDS } from './nouns.js';

export const evidenceSchema = z.strictObject({ cause: z.enum(FOR_CAUSE), reference: textSchema });

export const demandSchema = z.strictObject({
  id: idSchema,
  entity: idSchema,
  site: z.exactOptional(idSchema),
  authority: idSchema,
  item: idSchema,
  kind: z.enum(VISIT_KINDS),
  cause: z.enum(['draw', 'floor', 'list', 'for-cause']),
  window: dayRangeSchema,
  weight: countSchema,
  duty: z.boolean(),
  evidence: z.exactOptional(evidenceSchema),
});

export const visitSchema = z.strictObject({
  id: idSchema,
  entity: idSchema,
  site: z.exactOptional(idSchema),
  kind: z.enum([...VISIT_KINDS, 'for-cause']),
  day: z.exactOptional(daySchema),
  window: z.exactOptional(dayRangeSchema),
  lead: idSchema,
  partners: z.array(idSchema),
  demands: z.array(idSchema),
  counts: z.exactOptional(z.boolean()),
  evidence: z.exactOptional(evidenceSchema),
});
