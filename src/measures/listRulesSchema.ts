import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';

const cite = nameSchema;

/** The shape of a document on lists; `checkListRules` finds what a shape cannot. */
export const listRulesSchema = z.strictObject({
  schema: z.literal('evenhand/lists/1'),
  kind: z.literal('lists'),
  ...documentFields,
  lists: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        sort: z.enum(['adverse', 'favourable', 'attention']),
        owner: z.string().min(1),
        entry: z
          .array(
            z.discriminatedUnion('by', [
              z.strictObject({
                by: z.literal('ground'),
                events: z.array(nameSchema).min(1),
                notice: z.strictObject({ objectWithin: periodSchema, cite }).optional(),
                cite,
              }),
              z.strictObject({ by: z.literal('condition'), when: conditionSchema, cite }),
              z.strictObject({ by: z.literal('escalation'), from: nameSchema, cite }),
            ]),
          )
          .min(1),
        exit: z.strictObject({
          whenRepaired: z.literal(true).optional(),
          term: periodSchema.optional(),
          applyAfter: periodSchema.optional(),
          cite,
        }),
        escalates: z
          .strictObject({
            to: nameSchema,
            after: periodSchema,
            warn: periodSchema.optional(),
            cite,
          })
          .optional(),
        effects: z.array(
          z.strictObject({
            on: z.enum(['grade', 'cap', 'inspection', 'measures']),
            text: localTextSchema,
            cite,
          }),
        ),
        cite,
      }),
    )
    .min(1),
});
