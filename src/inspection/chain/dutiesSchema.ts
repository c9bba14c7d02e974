import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../../document/documentSchema.js';
import { SYSTEMS } from './duties.js';

const pattern = {
  kinds: z.array(nameSchema).min(1),
  where: z
    .record(
      z.string().min(1),
      z.union([z.array(z.union([z.string(), z.boolean()])).min(1), z.literal(true)]),
    )
    .optional(),
};

/** The shape of the duties of the three systems; `checkSystemDuties` finds what a shape cannot. */
export const systemDutiesSchema = z.strictObject({
  schema: z.literal('evenhand/system-duties/1'),
  kind: z.literal('system-duties'),
  ...documentFields,
  duties: z
    .array(
      z.strictObject({
        id: nameSchema,
        system: z.enum(SYSTEMS),
        title: localTextSchema,
        when: z.strictObject(pattern),
        needs: z.strictObject({
          ...pattern,
          place: z.enum(['before', 'after', 'itself']),
          within: z
            .union([periodSchema, z.strictObject({ workingDays: z.int().min(1).max(1000) })], {
              error: '{"days": 3} | {"months": 3} | {"years": 3} | {"workingDays": 3}',
            })
            .optional(),
          apart: z.array(nameSchema).min(1).optional(),
        }),
        cite: nameSchema,
      }),
    )
    .min(1),
});
