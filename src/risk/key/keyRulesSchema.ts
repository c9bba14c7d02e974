import * as z from 'zod';
import { documentFields, localTextSchema, nameSchema } from '../../document/documentSchema.js';

const cite = nameSchema;

/** The shape of key supervision; `checkKeyRules` finds what a shape cannot. */
export const keyRulesSchema = z.strictObject({
  schema: z.literal('evenhand/key/1'),
  kind: z.literal('key'),
  ...documentFields,
  list: nameSchema,
  cover: z
    .array(
      z.strictObject({
        authority: z.string().min(1),
        item: z.string().min(1),
        every: z.enum(['month', 'quarter', 'half-year', 'year']),
        cite,
      }),
    )
    .min(1),
  excuses: z.array(z.strictObject({ id: nameSchema, title: localTextSchema, cite })),
});
