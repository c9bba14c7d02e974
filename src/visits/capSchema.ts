import * as z from 'zod';
import { daySchema, documentFields, nameSchema } from '../document/documentSchema.js';
import { FOR_CAUSE } from '../register/nouns.js';
import { PRECEDENCE } from './cap.js';

const visitCount = z.number().int().min(0).max(100_000);
const levelsSchema = z.strictObject({
  scale: nameSchema,
  levels: z.array(nameSchema),
  cite: nameSchema.optional(),
});

/** The shape of a cap document. */
export const capSchema = z.strictObject({
  schema: z.literal('evenhand/cap/1'),
  kind: z.literal('cap'),
  ...documentFields,
  eligible: z.strictObject({ credit: levelsSchema, risk: levelsSchema }),
  window: z.literal('calendar-year'),
  scope: z.literal('all-authorities'),
  visits: z.strictObject({ census: visitCount, 'spot-check': visitCount }),
  doesNotCount: z.array(z.enum(FOR_CAUSE)),
  precedence: z.enum(PRECEDENCE),
  sunset: daySchema.optional(),
  cite: nameSchema,
});
