import * as z from 'zod';
import { daySchema, factSchema, idSchema, textSchema } from '../../register/fieldSchemas.js';
import { DEEDS, FACT_FIELDS, FACT_KINDS, STEP_KINDS } from './entry.js';

const baseFields = {
  id: idSchema,
  entity: idSchema,
  jurisdiction: textSchema,
  scheme: z.exactOptional(textSchema),
  knownOn: daySchema,
  source: z.strictObject({ department: textSchema, reference: textSchema }),
};

const factFields = {
  on: daySchema,
  decidedOn: z.exactOptional(daySchema),
  publishedOn: z.exactOptional(daySchema),
  until: z.exactOptional(daySchema),
  severity: z.exactOptional(textSchema),
  field: z.exactOptional(textSchema),
  sanctions: z.exactOptional(z.array(textSchema).min(1)),
  offence: z.exactOptional(textSchema),
  list: z.exactOptional(textSchema),
  event: z.exactOptional(textSchema),
  performedOn: z.exactOptional(daySchema),
  values: z.exactOptional(z.record(z.string(), factSchema)),
  basis: z.array(textSchema),
};

/** The shape of a report of a fact. */
export const factEntrySchema = z.strictObject({
  ...baseFields,
  kind: z.enum(FACT_KINDS),
  ...factFields,
  decidedBy: z.exactOptional(textSchema),
});

const { basis, on, ...optional } = factFields;

/** The shape of a report of something done about a fact. */
export const stepEntrySchema = z.strictObject({
  ...baseFields,
  kind: z.enum(STEP_KINDS),
  on: daySchema,
  refers: idSchema,
  basis,
  deed: z.exactOptional(z.enum(DEEDS)),
  months: z.exactOptional(z.int().min(1).max(1200)),
  outcome: z.exactOptional(z.enum(['upheld', 'rejected'])),
  set: z.exactOptional(
    z.strictObject({ ...optional, on: z.exactOptional(on), basis: z.exactOptional(basis) }),
  ),
  strike: z.exactOptional(z.array(z.enum(FACT_FIELDS)).min(1)),
});

/** The shape of an entry of a credit record. */
export const recordEntrySchema = z.union([factEntrySchema, stepEntrySchema], {
  error: '{kind, …}',
});

/** The shape of a credit record. */
export const creditRecordSchema = z.strictObject({
  schema: z.literal('evenhand/record/1'),
  entity: idSchema,
  entries: z.array(recordEntrySchema),
});
