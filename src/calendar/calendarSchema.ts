import * as z from 'zod';
import {
  daySchema,
  documentFields,
  localTextSchema,
  nameSchema,
} from '../document/documentSchema.js';

const yearSchema = z.strictObject({
  year: z.number().int().min(1).max(9999),
  holidays: z.array(z.strictObject({ name: localTextSchema, from: daySchema, to: daySchema })),
  workdays: z.array(z.strictObject({ day: daySchema })),
  cite: nameSchema,
});

/** The shape of a calendar document. */
export const calendarSchema = z.strictObject({
  schema: z.literal('evenhand/calendar/1'),
  kind: z.literal('calendar'),
  ...documentFields,
  week: z.array(z.number().int().min(1).max(7)).min(1).optional(),
  years: z.array(yearSchema).min(1),
});
