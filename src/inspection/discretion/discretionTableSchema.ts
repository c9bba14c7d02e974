import * as z from 'zod';
import {
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
} from '../../document/documentSchema.js';
import { conditionSchema } from '../../register/conditionSchema.js';

const cite = nameSchema;

/** The shape of a discretion table; `checkDiscretionTable` finds what a shape cannot. */
export const discretionTableSchema = z.strictObject({
  schema: z.literal('evenhand/discretion/1'),
  kind: z.literal('discretion'),
  ...documentFields,
  bands: z.array(nameSchema).min(1),
  normal: nameSchema,
  penalties: z
    .array(z.strictObject({ id: nameSchema, title: localTextSchema, unit: localTextSchema }))
    .min(1),
  circumstances: z.array(
    z.strictObject({
      id: nameSchema,
      title: localTextSchema,
      towards: z.enum(['lighter', 'heavier']),
      by: z.number().int().min(1).max(100),
      when: conditionSchema,
      asks: localTextSchema,
      cite,
    }),
  ),
  precedence: z.strictObject({
    rule: z.enum(['heavier-first', 'lighter-first', 'offset']),
    cite,
  }),
  violations: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        circumstances: z.array(nameSchema).optional(),
        ranges: z
          .array(
            z.strictObject({
              band: nameSchema,
              penalty: nameSchema,
              from: decimalSchema,
              to: decimalSchema,
              cite,
            }),
          )
          .min(1),
        cite,
      }),
    )
    .min(1),
});
