import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  ratioSchema,
} from '../document/documentSchema.js';
import { CHANCES } from '../register/nouns.js';
import { CAPACITY_PERIODS } from './sampling.js';
import { MAX_WEIGHT } from './unit.js';

const weightSchema = z.int().min(1).max(MAX_WEIGHT);

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
  teams: z
    .strictObject({
      partners: z.number().int().min(1).max(100).optional(),
      covers: z.enum(['one-item', 'all-items']).optional(),
      capacityPer: z.enum(CAPACITY_PERIODS).optional(),
      carryLoads: z.boolean().optional(),
      ladder: z.array(nameSchema).optional(),
      cite: nameSchema,
    })
    .optional(),
  method: z.enum(CHANCES).optional(),
  weight: z
    .union(
      [
        z.strictObject({ fact: nameSchema, missing: weightSchema.optional(), cite: nameSchema }),
        z.strictObject({ levels: z.record(nameSchema, weightSchema), cite: nameSchema }),
      ],
      { error: '{fact, missing?, cite} | {levels: {level: 1..1048576}, cite}' },
    )
    .optional(),
});
