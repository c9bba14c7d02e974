import * as z from 'zod';
import {
  daySchema,
  documentFields,
  nameSchema,
  periodSchema,
  ratioSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { idSchema } from '../register/fieldSchemas.js';
import { METHODS, VISIT_KINDS } from '../register/nouns.js';
import { CLAIMS, SCOPES } from './cap.js';

const count = z.number().int().min(0).max(100_000);
const names = z.array(nameSchema).min(1);
const ids = z.array(idSchema).min(1);
const length = z.union([periodSchema, z.literal('calendar-year')], {
  error: '{days} | {months} | {years} | "calendar-year"',
});

const eligibleSchema = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        scale: nameSchema,
        levels: z.array(nameSchema),
        cite: nameSchema.optional(),
      }),
    )
    .optional(),
  where: conditionSchema.optional(),
});

const filterSchema = z.strictObject({
  kinds: z
    .array(z.enum([...VISIT_KINDS, 'for-cause']))
    .min(1)
    .optional(),
  causes: z
    .array(z.enum(['draw', 'floor', 'list', 'for-cause']))
    .min(1)
    .optional(),
  forms: names.optional(),
  methods: z.array(z.enum(METHODS)).min(1).optional(),
  authorities: ids.optional(),
  items: ids.optional(),
  outcomes: names.optional(),
});

const triggerSchema = z.union(
  [
    z.strictObject({ visits: filterSchema, by: z.literal('upper').optional() }),
    z.strictObject({ events: names }),
  ],
  { error: '{visits: {…}, by?} | {events: […]}' },
);

const unitSchema = z.union(
  [
    z.strictObject({ visits: count }),
    z.strictObject({ days: count }),
    z.strictObject({ gap: periodSchema }),
    z.strictObject({ exempt: length, after: triggerSchema }),
  ],
  { error: '{visits} | {days} | {gap} | {exempt, after}' },
);

const windowSchema = z.union(
  [
    z.literal('calendar-year'),
    z.strictObject({ rolling: periodSchema }),
    z.strictObject({ since: triggerSchema, for: length }),
  ],
  { error: '"calendar-year" | {rolling} | {since, for}' },
);

const limitSchema = z.strictObject({
  id: nameSchema,
  unit: unitSchema,
  window: windowSchema.optional(),
  per: z.array(z.enum(SCOPES)).min(1).optional(),
  counts: filterSchema,
  eligible: eligibleSchema.optional(),
  cite: nameSchema,
});

const alarmSchema = z.union(
  [
    z.strictObject({
      id: nameSchema,
      of: z.enum(['outside', 'all']),
      visits: count,
      window: z.union([z.literal('calendar-year'), z.strictObject({ rolling: periodSchema })]),
      per: z.literal('authority').optional(),
      cite: nameSchema,
    }),
    z.strictObject({ id: nameSchema, share: ratioSchema, least: count, cite: nameSchema }),
  ],
  { error: '{id, of, visits, window, per?, cite} | {id, share, least, cite}' },
);

/** The shape of a cap document. */
export const capSchema = z.strictObject({
  schema: z.literal('evenhand/cap/2'),
  kind: z.literal('cap'),
  ...documentFields,
  eligible: eligibleSchema,
  limits: z.array(limitSchema).min(1),
  lines: z
    .array(z.strictObject({ id: nameSchema, authorities: ids, cite: nameSchema.optional() }))
    .optional(),
  published: z
    .array(
      z.strictObject({
        authority: idSchema,
        items: z.array(idSchema),
        cite: nameSchema.optional(),
      }),
    )
    .optional(),
  exceptions: z.array(
    z.strictObject({
      cause: nameSchema,
      lifts: names.optional(),
      cite: nameSchema.optional(),
    }),
  ),
  alarms: z.array(alarmSchema).optional(),
  precedence: z.array(z.enum(CLAIMS)),
  sunset: daySchema.optional(),
  cite: nameSchema,
});
