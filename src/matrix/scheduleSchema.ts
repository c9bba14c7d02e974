import * as z from 'zod';
import {
  daySchema,
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  ratioSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { DROPPABLE } from './schedule.js';

const visits = z.number().int().min(0).max(10_000);
const per = z.union([periodSchema, z.literal('calendar-year')]);

const tempoFields = {
  floor: periodSchema.optional(),
  least: z.strictObject({ visits: visits.min(1), per }).optional(),
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
  ratioPer: periodSchema.optional(),
  parts: z.number().int().min(1).max(10_000).optional(),
  staffRatio: z
    .string()
    .regex(/^[1-9][0-9]{0,5}:[1-9][0-9]{0,5}$/, 'expected officers to entities, like `1:5`')
    .optional(),
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
  z.strictObject({
    kind: z.literal('count'),
    ...ruleFields,
    of: nameSchema,
    atLeast: z.number().int().min(0).optional(),
    atMost: z.number().int().min(0).optional(),
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
        levels: z.array(nameSchema).min(1).optional(),
        when: conditionSchema,
        effect: z.union([
          z.literal('replaces-visit'),
          z.strictObject({ countsAsVisit: z.array(nameSchema).min(1) }),
          z.strictObject({
            tempo: z.strictObject(tempoFields),
            without: z.array(z.enum(DROPPABLE)).optional(),
          }),
        ]),
        cite: nameSchema,
        sunset: daySchema.optional(),
      }),
    )
    .optional(),
  strata: z
    .array(
      z.strictObject({
        ...ruleFields,
        title: localTextSchema.optional(),
        levels: z.array(nameSchema).min(1).optional(),
        statuses: z.array(nameSchema).min(1).optional(),
        when: conditionSchema.optional(),
        ratio: ratioSchema,
        rule: z.enum(['at-least', 'at-most', 'half-up']),
        ratioPer: periodSchema.optional(),
        sunset: daySchema.optional(),
      }),
    )
    .optional(),
  visits: z
    .strictObject({ events: z.array(nameSchema).min(1), method: nameSchema.optional() })
    .optional(),
  precedence: z
    .array(z.enum(['floor', 'cap']))
    .length(2)
    .optional(),
});
