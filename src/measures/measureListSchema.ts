import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  scaleSchema,
} from '../document/documentSchema.js';

const cite = nameSchema;

/** The shape of a list of measures; `checkMeasureList` finds what a shape cannot. */
export const measureListSchema = z.strictObject({
  schema: z.literal('evenhand/measures/1'),
  kind: z.literal('measures'),
  ...documentFields,
  scale: scaleSchema,
  weights: z.array(nameSchema).min(1),
  proportion: z.array(
    z.union(
      [
        z.strictObject({ grade: nameSchema, heaviest: nameSchema, cite }),
        z.strictObject({ list: nameSchema, heaviest: nameSchema, cite }),
      ],
      { error: '{grade, heaviest, cite} | {list, heaviest, cite}' },
    ),
  ),
  measures: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        sort: z.enum(['incentive', 'sanction']),
        owner: z.string().min(1),
        partners: z.array(z.string().min(1)),
        basis: z.strictObject({ cite, atMost: periodSchema.optional() }),
        term: periodSchema.optional(),
        from: z.strictObject({
          grades: z.array(nameSchema).min(1).optional(),
          lists: z.array(nameSchema).min(1).optional(),
        }),
        weight: nameSchema,
        touches: nameSchema,
      }),
    )
    .min(1),
});
