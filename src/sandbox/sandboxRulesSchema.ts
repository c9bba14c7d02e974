import * as z from 'zod';
import {
  daySchema,
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';

const cite = nameSchema;
const stage = {
  plan: z.enum(['excluded', 'contact-only']),
  suspends: z.array(nameSchema),
  cite,
};

/** The shape of a sandbox; `checkSandboxRules` finds what a shape cannot. */
export const sandboxRulesSchema = z.strictObject({
  schema: z.literal('evenhand/sandbox/1'),
  kind: z.literal('sandbox'),
  ...documentFields,
  form: localTextSchema,
  authority: z.string().min(1),
  entry: z
    .array(z.strictObject({ id: nameSchema, title: localTextSchema, when: conditionSchema, cite }))
    .min(1),
  places: z.number().int().min(1).max(1_000_000).optional(),
  observation: z.strictObject({ lasts: periodSchema, ...stage }).optional(),
  inside: z.strictObject({ lasts: periodSchema.optional(), ...stage }),
  ends: daySchema.optional(),
  limits: z.array(
    z.strictObject({
      id: nameSchema,
      title: localTextSchema,
      atMost: decimalSchema,
      every: periodSchema.optional(),
      cite,
    }),
  ),
  triggers: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        kinds: z.array(nameSchema).min(1),
        within: periodSchema.optional(),
        atLeast: z.number().int().min(1).max(1_000_000),
        does: z.enum(['end', 'check']),
        check: z.strictObject({ item: z.string().min(1), within: periodSchema }).optional(),
        cite,
      }),
    )
    .min(1),
});
