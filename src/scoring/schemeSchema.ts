import * as z from 'zod';
import {
  daySchema,
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  ratioSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';

const places = z.number().int().min(0).max(9);
const numberFields = {
  min: decimalSchema.optional(),
  max: decimalSchema.optional(),
  changeable: z.boolean().optional(),
};

const inputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('integer'), ...numberFields }),
  z.strictObject({ type: z.literal('decimal'), places: places.optional(), ...numberFields }),
  z.strictObject({
    type: z.literal('category'),
    values: z.array(z.string()).min(1),
    changeable: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('boolean'), changeable: z.boolean().optional() }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('day') }),
  z.strictObject({ type: z.literal('full-years'), since: z.string() }),
]);

const missingSchema = z.union([z.literal('refuse'), z.strictObject({ points: decimalSchema })]);

const termFields = {
  id: nameSchema,
  title: localTextSchema.optional(),
  part: nameSchema.optional(),
  cite: nameSchema,
};

const binsSchema = z.strictObject({
  kind: z.literal('bins'),
  ...termFields,
  input: z.string(),
  bins: z.array(z.strictObject({ from: decimalSchema.optional(), points: decimalSchema })).min(1),
  missing: missingSchema,
});

const lookupSchema = z.strictObject({
  kind: z.literal('lookup'),
  ...termFields,
  input: z.string(),
  match: z.enum(['exact', 'longest-prefix']).optional(),
  table: z.record(z.string(), decimalSchema),
  otherwise: decimalSchema.optional(),
  missing: missingSchema,
});

const conditionalSchema = z.strictObject({
  kind: z.literal('conditional'),
  ...termFields,
  when: conditionSchema,
  points: decimalSchema,
  otherwise: decimalSchema.optional(),
  missing: missingSchema,
});

const eventsSchema = z.strictObject({
  kind: z.literal('events'),
  ...termFields,
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
  window: periodSchema,
  decay: z.array(z.strictObject({ after: periodSchema, share: ratioSchema })).optional(),
  min: decimalSchema.optional(),
  max: decimalSchema.optional(),
});

const effectSchema = z.union([
  z.strictObject({ set: nameSchema }),
  z.strictObject({ step: z.enum(['better', 'worse']), by: z.number().int().min(1) }),
  z.strictObject({ atBest: nameSchema }),
  z.strictObject({ atWorst: nameSchema }),
]);

/** The shape of a scheme; `checkScheme` finds what a shape cannot. */
export const schemeSchema = z.strictObject({
  schema: z.literal('evenhand/scheme/1'),
  kind: z.literal('scheme'),
  ...documentFields,
  scale: scaleSchema,
  places,
  direction: z.enum(['more-is-better', 'more-is-worse']),
  start: decimalSchema.optional(),
  inputs: z.record(z.string(), inputSchema),
  parts: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema.optional(),
        min: decimalSchema.optional(),
        max: decimalSchema.optional(),
        cite: nameSchema,
      }),
    )
    .optional(),
  terms: z
    .array(
      z.discriminatedUnion('kind', [binsSchema, lookupSchema, conditionalSchema, eventsSchema]),
    )
    .min(1),
  total: z
    .strictObject({
      min: decimalSchema.optional(),
      max: decimalSchema.optional(),
      cite: nameSchema,
    })
    .optional(),
  bands: z
    .array(z.strictObject({ from: decimalSchema.optional(), level: nameSchema, cite: nameSchema }))
    .min(1),
  overrides: z
    .array(
      z.strictObject({
        id: nameSchema,
        when: conditionSchema,
        effect: effectSchema,
        reason: localTextSchema,
        cite: nameSchema,
        sunset: daySchema.optional(),
        missing: z.enum(['skip', 'apply', 'refuse']).optional(),
      }),
    )
    .optional(),
});
