import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  ratioSchema,
} from '../document/documentSchema.js';

/** The shape of a sampling document; `checkSampling` finds what a shape cannot. */
export const samplingSchema = z.strictObject({
  schema: z.literal('evenhand/sampling/1'),
  kind: z.literal('sampling'),
  ...documentFields,
  recency: z
    .array(
      z.strictObject({
        id: nameSchema,
        after: periodSchema.optional(),
        multiplier: ratioSchema,
        cite: nameSchema,
      }),
    )
    .min(1),
  substitutes: z.number().int().min(0).max(10_000),
  certain: z.array(z.strictObject({ list: nameSchema, reason: localTextSchema, cite: nameSchema })),
  publishCells: z.boolean(),
});
