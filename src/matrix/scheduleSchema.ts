import * as z from 'zod';
import {
  daySchema,
  decimalSchema,
  documentFields,
  nameSchema,
  periodSchema,
  ratioSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';

const visits = z.number().int().min(0).max(10_000);
const per = z.union([periodSchema, z.literal('calendar-year')]);

const tempoFields = {
  floor: periodSchema.optional(),
  cap: z
    .union(
      [
        z.strictObject({ visits, per }),
        z.strictObject({ gap: periodSchema }),
        z.strictObject({ days: visits, per }),
      ],
      { error: 'expected a cap: visits or days per period, or a gap' },
    )
    .optional(),
  window: z.strictObject({ opens: periodSchema, closes: periodSchema }).optional(),
  ratio: z.union([ratioSchema, z.strictObject({ from: ratioSchema, to: ratioSchema })]).optional(),
  methods: z.array(nameSchema).min(1).optional(),
  content: nameSchema.optional(),
  firstWithin: periodSchema.optional(),
  effects: z.record(z.string(), z.string().min(1)).optional(),
};

const ruleFields = { id: nameSchema, cite: nameSchema };
const populationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    ...ruleFields,
    levels: z.array(nameSchema).min(1),
    atLeast: ratioSchema.optional(),
    atMost: ratioSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('rate'),
    ...ruleFields,
    upper: nameSchema,
    lower: nameSchema,
    times: decimalSchema.optional(),
    atLeast: decimalSchema.optional(),
    atMost: decimalSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('capacity'), ...ruleFields, visitsAYear: nameSchema }),
]);

/** The shape of a schedule; `checkSchedule` finds what a shape cannot. */
export const scheduleSchema = z.strictObject({
  schema: z.literal('evenhand/schedule/1'),
  kind: z.literal('schedule'),
  ...documentFields,
  scale: scaleSchema,
  levels: z.record(z.string(), z.strictObject({ ...tempoFields, cite: nameSchema })),
  population: z.array(populationSchema).optional(),
  reliance: z
    .array(
      z.strictObject({
        id: nameSchema,
        when: conditionSchema,
        effect: z.union([
          z.literal('replaces-visit'),
          z.strictObject({ tempo: z.strictObject(tempoFields) }),
        ]),
        cite: nameSchema,
        sunset: daySchema.optional(),
      }),
    )
    .optional(),
  precedence: z
    .array(z.enum(['floor', 'cap']))
    .length(2)
    .optional(),
});
