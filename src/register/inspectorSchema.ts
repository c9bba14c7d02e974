import * as z from 'zod';
import { countSchema, dayRangeSchema, daySchema, idSchema, textSchema } from './fieldSchemas.js';

export const inspectorSchema = z.strictObject({
  id: idSchema,
  authority: idSchema,
  lead: z.boolean(),
  districts: z.array(textSchema),
  items: z.array(idSchema),
  certificates: z.array(z.strictObject({ id: idSchema, to: daySchema })),
  capacity: countSchema,
  carried: z.exactOptional(countSchema),
  absences: z.array(dayRangeSchema),
  recusals: z.array(
    z.strictObject({ entity: idSchema, reason: textSchema, rule: z.exactOptional(textSchema) }),
  ),
});
