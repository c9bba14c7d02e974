import * as z from 'zod';
import { documentFields, nameSchema } from '../../document/documentSchema.js';
import { FACT_KINDS } from './entry.js';

/** The shape of the rules of a record; `checkRecordRules` finds what a shape cannot. */
export const recordRulesSchema = z.strictObject({
  schema: z.literal('evenhand/record-rules/1'),
  kind: z.literal('record'),
  ...documentFields,
  precedence: z.strictObject({ departments: z.array(z.string().min(1)), cite: nameSchema }),
  events: z.array(
    z.strictObject({
      kind: z.enum(FACT_KINDS),
      severity: nameSchema.optional(),
      list: nameSchema.optional(),
      event: nameSchema,
      cite: nameSchema,
    }),
  ),
});
