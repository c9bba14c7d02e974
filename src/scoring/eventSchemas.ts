import * as z from 'zod';
import {
  decimalSchema,
  nameSchema,
  periodSchema,
  ratioSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';

export const eventWindowSchema = z.union(
  [
    periodSchema,
    z.strictObject({
      year: z.number().int().min(-100).max(0),
      fromMonth: z.number().int().min(1).max(12).optional(),
    }),
    z.strictObject({ last: z.number().int().min(1).max(10_000) }),
    z.strictObject({ since: z.array(nameSchema).min(1) }),
    z.strictObject({ ever: z.literal(true) }),
  ],
  { error: '{days} | {months} | {years} | {year, fromMonth?} | {last} | {since} | {ever}' },
);

const factor = decimalSchema.refine((value) => !String(value).startsWith('-'), {
  params: { code: 'multiplier-negative', expected: '>= 0' },
});

export const repeatSchema = z.strictObject({
  same: z.string().optional(),
  within: periodSchema,
  by: z.array(factor).min(1),
});

/** Which events count, beside their kind and their day. */
export const eventRuleFields = {
  where: conditionSchema.optional(),
  consolidate: z
    .strictObject({ by: z.array(z.string()).min(1), keep: z.enum(['max', 'first']) })
    .optional(),
  suspend: z
    .strictObject({
      event: nameSchema,
      same: z.string().optional(),
      atMost: periodSchema.optional(),
    })
    .optional(),
  closed: z.literal(true).optional(),
};

/** Points over events, as a term and as a value. */
export const eventPointFields = {
  effects: z
    .array(
      z.strictObject({
        event: nameSchema,
        points: decimalSchema,
        repaired: decimalSchema.optional(),
        repair: z.union([z.literal('never'), z.strictObject({ after: periodSchema })]).optional(),
      }),
    )
    .min(1),
  window: eventWindowSchema,
  decay: z.array(z.strictObject({ after: periodSchema, share: ratioSchema })).optional(),
  repeat: repeatSchema.optional(),
  min: decimalSchema.optional(),
  max: decimalSchema.optional(),
  ...eventRuleFields,
};
