import * as z from 'zod';
import { deadlineSchema } from '../../calendar/deadlineSchema.js';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../../document/documentSchema.js';
import { conditionSchema } from '../../register/conditionSchema.js';

const cite = nameSchema;

/** The shape of a leniency list; `checkLeniencyList` finds what a shape cannot. */
export const leniencyListSchema = z.strictObject({
  schema: z.literal('evenhand/leniency/1'),
  kind: z.literal('leniency'),
  ...documentFields,
  conditions: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        asks: localTextSchema,
        shown: z.discriminatedUnion('by', [
          z.strictObject({
            by: z.literal('record'),
            kinds: z.array(nameSchema).min(1),
            within: periodSchema.optional(),
            same: z.literal(true).optional(),
          }),
          z.strictObject({ by: z.literal('correction') }),
          z.strictObject({ by: z.literal('fact'), when: conditionSchema }),
          z.strictObject({ by: z.literal('evidence') }),
        ]),
        cite,
      }),
    )
    .min(1),
  grounds: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        all: z.array(nameSchema).min(1),
        effect: z.enum(['must', 'may']),
        cite,
      }),
    )
    .min(1),
  violations: z.array(
    z.strictObject({
      id: nameSchema,
      title: localTextSchema,
      grounds: z.array(nameSchema).min(1),
      correctWithin: deadlineSchema.optional(),
      cite,
    }),
  ),
  others: z.strictObject({ grounds: z.array(nameSchema).min(1), cite }).optional(),
});
