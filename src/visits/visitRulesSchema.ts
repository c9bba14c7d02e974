import * as z from 'zod';
import { isDay } from '../core/day.js';
import {
  daySchema,
  documentFields,
  localTextSchema,
  nameSchema,
} from '../document/documentSchema.js';
import { CHECKLIST_KEYS, LEAD_RULES } from './visitRules.js';

const count = z.number().int().min(0).max(100_000);
const id = z.string().min(1);

/** A day of any year, the 29th of February among them. */
const yearDaySchema = z
  .string()
  .refine((day) => isDay(`2024-${day}`), { params: { code: 'no-such-day', expected: 'MM-DD' } });

const quietSchema = z.strictObject({
  id: nameSchema,
  title: localTextSchema.optional(),
  days: z.union([
    z.strictObject({ from: daySchema, to: daySchema }),
    z.strictObject({ yearly: z.tuple([yearDaySchema, yearDaySchema]) }),
  ]),
  districts: z.array(id).min(1).optional(),
  cite: nameSchema,
});

/** The shape of a document of visit rules. */
export const visitRulesSchema = z.strictObject({
  schema: z.literal('evenhand/visit-rules/1'),
  kind: z.literal('visit-rules'),
  ...documentFields,
  notice: z
    .union([
      z.strictObject({ days: count, cite: nameSchema }),
      z.strictObject({ workingDays: count, cite: nameSchema }),
    ])
    .optional(),
  quiet: z.array(quietSchema).optional(),
  lead: z
    .strictObject({
      rules: z
        .array(z.union([z.enum(LEAD_RULES), z.strictObject({ authorities: z.array(id).min(1) })]))
        .min(1),
      cite: nameSchema,
    })
    .optional(),
  checklist: z
    .strictObject({ order: z.array(z.enum(CHECKLIST_KEYS)).min(1), cite: nameSchema })
    .optional(),
  levelling: z
    .strictObject({
      per: z.enum(['month', 'quarter']),
      limits: z
        .array(z.strictObject({ authority: id.optional(), district: id.optional(), visits: count }))
        .optional(),
      cite: nameSchema,
    })
    .optional(),
});
