import * as z from 'zod';
import {
  decimalSchema,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { OPERATIONS } from './constructs/combine.js';
import type { Cells } from './constructs/table.js';
import { eventPointFields, eventRuleFields, eventWindowSchema } from './eventSchemas.js';
import { ROUNDINGS } from './rounding.js';

const places = z.number().int().min(0).max(9);
const rounding = z.enum(ROUNDINGS);

const valueFields = { id: nameSchema, title: localTextSchema.optional(), cite: nameSchema };

const memberSchema = z.union(
  [
    z.strictObject({ value: z.string(), weight: decimalSchema.optional() }),
    z.strictObject({ constant: decimalSchema }),
  ],
  { error: '{value, weight?} | {constant}' },
);

const combineSchema = z.strictObject({
  kind: z.literal('combine'),
  ...valueFields,
  op: z.enum(OPERATIONS),
  of: z.array(memberSchema).min(1),
  that: z
    .union(
      [
        z.strictObject({ eq: decimalSchema }),
        z.strictObject({ gt: decimalSchema }),
        z.strictObject({ gte: decimalSchema }),
        z.strictObject({ lt: decimalSchema }),
        z.strictObject({ lte: decimalSchema }),
      ],
      { error: '{eq} | {gt} | {gte} | {lt} | {lte}' },
    )
    .optional(),
  places: places.optional(),
  rounding: rounding.optional(),
  missing: z.union([z.enum(['refuse', 'skip', 'unknown']), z.strictObject({ is: decimalSchema })]),
});

const ratioValueSchema = z.strictObject({
  kind: z.literal('ratio'),
  ...valueFields,
  of: z.array(z.strictObject({ upper: memberSchema, lower: memberSchema })).min(1),
  times: decimalSchema.optional(),
  places,
  rounding,
  missing: z.enum(['refuse', 'skip', 'unknown']),
});

const eventCountSchema = z.strictObject({
  kind: z.literal('count-events'),
  ...valueFields,
  events: z.array(nameSchema).min(1),
  window: eventWindowSchema,
  unrepaired: z.literal(true).optional(),
  ...eventRuleFields,
});

const eventSumSchema = z.strictObject({
  kind: z.literal('sum-events'),
  ...valueFields,
  places: places.optional(),
  ...eventPointFields,
});

const cellsSchema: z.ZodType<Cells> = z.lazy(() =>
  z.union([z.string().min(1), z.number().int(), z.record(z.string(), cellsSchema)], {
    error: '"text" | 12 | {…}',
  }),
);

const tableSchema = z.strictObject({
  kind: z.literal('table'),
  ...valueFields,
  axes: z
    .array(
      z.strictObject({
        input: z.string(),
        bins: z
          .array(
            z.strictObject({
              from: decimalSchema.optional(),
              above: decimalSchema.optional(),
              key: z.string().min(1),
            }),
          )
          .min(1)
          .optional(),
      }),
    )
    .min(1),
  gives: z.enum(['number', 'text']),
  places: places.optional(),
  table: cellsSchema,
  missing: z.union([
    z.enum(['refuse', 'unknown']),
    z.strictObject({ is: z.union([z.string().min(1), z.number().int()]) }),
  ]),
});

const names = z.array(z.string().min(1)).min(1);
const many = z.number().int().min(1).max(100_000);
const counts = z.number().int().min(-1_000_000).max(1_000_000);

const triggerSchema = z.union(
  [
    z.strictObject({ run: z.strictObject({ of: names, count: many }) }),
    z.strictObject({ last: names }),
    z.strictObject({ countLast: z.strictObject({ of: names, window: many, atLeast: many }) }),
    z.strictObject({ inState: z.strictObject({ of: names, count: many }) }),
    z.strictObject({ counter: nameSchema, atLeast: counts }),
    z.strictObject({ quiet: periodSchema }),
    z.strictObject({ after: periodSchema }),
  ],
  { error: '{run} | {last} | {countLast} | {inState} | {counter, atLeast} | {quiet} | {after}' },
);

const ladderSchema = z.strictObject({
  kind: z.literal('ladder'),
  ...valueFields,
  outcomes: z
    .array(
      z.strictObject({
        event: nameSchema,
        where: conditionSchema.optional(),
        as: nameSchema.optional(),
      }),
    )
    .min(1),
  states: z.array(z.strictObject({ id: nameSchema, final: z.literal(true).optional() })).min(1),
  start: z.string(),
  transitions: z.array(
    z.strictObject({
      from: z.string(),
      when: triggerSchema,
      to: z.string(),
      requires: conditionSchema.optional(),
      missing: z.enum(['skip', 'refuse']).optional(),
    }),
  ),
  counters: z
    .array(
      z.strictObject({
        id: nameSchema,
        add: z.record(z.string(), counts),
        resetOn: names.optional(),
        resetIn: names.optional(),
        within: periodSchema.optional(),
        repeat: z
          .strictObject({
            same: z.string().optional(),
            within: periodSchema,
            by: z.array(z.number().int().min(0).max(1000)).min(1),
          })
          .optional(),
      }),
    )
    .optional(),
});

/** The shape of what a scheme works out before its terms. */
export const valueSchema = z.discriminatedUnion('kind', [
  combineSchema,
  ratioValueSchema,
  eventCountSchema,
  eventSumSchema,
  tableSchema,
  ladderSchema,
]);
