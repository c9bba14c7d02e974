import * as z from 'zod';
import { documentFields, localTextSchema, nameSchema } from '../document/documentSchema.js';
import { samplingSchema } from '../draw/samplingSchema.js';
import { matrixSchema } from '../matrix/matrixSchema.js';
import { scheduleSchema } from '../matrix/scheduleSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { schemeSchema } from '../scoring/schemeSchema.js';
import { capSchema } from '../visits/capSchema.js';

/** The shape of each kind of document. */
export const documentSchema = z.discriminatedUnion('kind', [
  schemeSchema,
  matrixSchema,
  scheduleSchema,
  capSchema,
  samplingSchema,
]);

/** The shape of a programme. */
export const programmeSchema = z.strictObject({
  schema: z.literal('evenhand/programme/1'),
  id: nameSchema,
  version: documentFields.version,
  title: localTextSchema.optional(),
  organ: z.string().min(1),
  documents: z.array(documentSchema).min(1),
  pins: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)).optional(),
  roles: z.strictObject({
    credit: nameSchema,
    risk: z.array(z.strictObject({ when: conditionSchema.optional(), scheme: nameSchema })).min(1),
    matrix: nameSchema,
    sampling: nameSchema,
    caps: z.array(nameSchema).min(1),
    schedules: z
      .array(z.strictObject({ schedule: nameSchema, authority: nameSchema.optional() }))
      .optional(),
  }),
});
