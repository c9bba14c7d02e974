import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  scaleSchema,
} from '../../document/documentSchema.js';

const sideSchema = z.strictObject({ jurisdiction: z.string().min(1), scale: scaleSchema });

/** The shape of a conversion between scales; `checkRecognition` finds what a shape cannot. */
export const recognitionSchema = z.strictObject({
  schema: z.literal('evenhand/recognition/1'),
  kind: z.literal('recognition'),
  ...documentFields,
  source: sideSchema,
  target: sideSchema,
  table: z
    .array(
      z.strictObject({
        level: nameSchema,
        becomes: z.union([nameSchema, z.null()]),
        cite: nameSchema,
      }),
    )
    .min(1),
  lost: z.array(localTextSchema),
  validFor: z.strictObject({ period: periodSchema, cite: nameSchema }).optional(),
});
