import * as z from 'zod';
import {
  daySchema,
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { eventPointFields } from './eventSchemas.js';
import { valueSchema } from './valueSchemas.js';

const places = z.number().int().min(0).max(9);
const numberFields = {
  min: decimalSchema.optional(),
  max: decimalSchema.optional(),
  values: z.array(decimalSchema).min(1).optional(),
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

const boundFields = { from: decimalSchema.optional(), above: decimalSchema.optional() };

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
  bins: z.array(z.strictObject({ ...boundFields, points: decimalSchema })).min(1),
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
  ...eventPointFields,
});

const numberSchema = z.strictObject({
  kind: z.literal('number'),
  ...termFields,
  input: z.string(),
  times: z.number().int().min(-1000).max(1000).optional(),
  missing: missingSchema,
});

const effectSchema = z.union([
  z.strictObject({ set: nameSchema }),
  z.strictObject({ step: z.enum(['better', 'worse']), by: z.number().int().min(1) }),
  z.strictObject({ atBest: nameSchema }),
  z.strictObject({ atWorst: nameSchema }),
  z.strictObject({ addVisit: z.strictObject({ within: periodSchema }) }),
  z.strictObject({ suspend: z.union([periodSchema, z.strictObject({ until: localTextSchema })]) }),
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
  statuses: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema.optional(),
        when: conditionSchema,
        cite: nameSchema,
        missing: z.enum(['skip', 'refuse']).optional(),
      }),
    )
    .optional(),
  values: z.array(valueSchema).optional(),
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
  terms: z.array(
    z.discriminatedUnion('kind', [
      binsSchema,
      lookupSchema,
      conditionalSchema,
      eventsSchema,
      numberSchema,
    ]),
  ),
  total: z
    .strictObject({
      min: decimalSchema.optional(),
      max: decimalSchema.optional(),
      cite: nameSchema,
    })
    .optional(),
  invariants: z
    .array(
      z.strictObject({
        of: z.enum(['parts', 'terms']),
        part: nameSchema.optional(),
        end: z.enum(['min', 'max']),
        equals: decimalSchema,
        cite: nameSchema,
      }),
    )
    .optional(),
  bands: z
    .array(z.strictObject({ ...boundFields, level: nameSchema, cite: nameSchema }))
    .min(1)
    .optional(),
  bandsOn: z.string().optional(),
  gates: z
    .array(
      z.strictObject({
        level: nameSchema,
        all: z.array(conditionSchema).optional(),
        any: z.array(conditionSchema).optional(),
        cite: nameSchema,
        missing: z.enum(['skip', 'refuse']).optional(),
      }),
    )
    .min(1)
    .optional(),
  levelFrom: z.string().optional(),
  overrides: z
    .array(
      z.strictObject({
        id: nameSchema,
        when: conditionSchema,
        effect: effectSchema,
        reason: localTextSchema,
        cite: nameSchema,
        sunset: daySchema.optional(),
        evidence: z.array(z.string()).optional(),
        missing: z.enum(['skip', 'apply', 'refuse']).optional(),
      }),
    )
    .optional(),
});
