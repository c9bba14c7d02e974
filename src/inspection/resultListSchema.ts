import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../document/documentSchema.js';
import { RESULT_SORTS } from './resultList.js';

const cite = nameSchema;
const event = z.strictObject({ kind: nameSchema, severity: nameSchema.optional() });

/** The shape of a result list; `checkResultList` finds what a shape cannot. */
export const resultListSchema = z.strictObject({
  schema: z.literal('evenhand/result-list/1'),
  kind: z.literal('result-list'),
  ...documentFields,
  results: z
    .array(
      z.strictObject({
        code: nameSchema,
        title: localTextSchema,
        sort: z.enum(RESULT_SORTS),
        event: event.optional(),
        cite,
      }),
    )
    .min(1),
  followUps: z.array(
    z.strictObject({
      code: nameSchema,
      title: localTextSchema,
      term: z
        .union([periodSchema, z.strictObject({ workingDays: z.int().min(1).max(1000) })], {
          error: '{"days": 3} | {"months": 3} | {"years": 3} | {"workingDays": 3}',
        })
        .optional(),
      recheck: z.literal(true).optional(),
      broken: event.optional(),
      cite,
    }),
  ),
});
