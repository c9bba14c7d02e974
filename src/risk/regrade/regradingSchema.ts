import * as z from 'zod';
import { documentFields, nameSchema } from '../../document/documentSchema.js';

/** The shape of a document on regrading; `checkRegrading` finds what a shape cannot. */
export const regradingSchema = z.strictObject({
  schema: z.literal('evenhand/regrading/1'),
  kind: z.literal('regrading'),
  ...documentFields,
  rounds: z
    .array(
      z.strictObject({
        id: nameSchema,
        every: z.enum(['month', 'year']),
        month: z.number().int().min(1).max(12).optional(),
        day: z.union([z.number().int().min(1).max(31), z.literal('last')], {
          error: '1..31 | "last"',
        }),
        may: z.enum(['both', 'worse']),
        cite: nameSchema,
      }),
    )
    .min(1),
});
