import * as z from 'zod';
import {
  documentFields,
  nameSchema,
  ratioSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { METHODS } from '../register/nouns.js';
import { CONTENTS } from './matrix.js';

const month = z.number().int().min(1).max(12);
const visits = z.number().int().min(0).max(366);

const measuresSchema = z.strictObject({
  tier: nameSchema,
  ratio: ratioSchema,
  rule: z.enum(['at-least', 'at-most', 'half-up']),
  frequency: z.strictObject({ visits, months: z.number().int().min(1).max(1200) }),
  window: z
    .strictObject({ fromMonth: month, toMonth: month })
    .refine((window) => window.fromMonth <= window.toMonth, {
      params: { code: 'months-inverted', expected: 'fromMonth <= toMonth' },
    })
    .optional(),
  method: z.enum(METHODS),
  content: z.enum(CONTENTS),
  cap: z.strictObject({ census: visits.optional(), 'spot-check': visits.optional() }).optional(),
  key: z.boolean(),
  cite: nameSchema,
});

/** The shape of a matrix; `checkMatrix` finds what a shape cannot. */
export const matrixSchema = z.strictObject({
  schema: z.literal('evenhand/matrix/1'),
  kind: z.literal('matrix'),
  ...documentFields,
  risk: scaleSchema,
  credit: scaleSchema,
  tiers: scaleSchema,
  cells: z.record(z.string(), z.record(z.string(), measuresSchema)),
});
