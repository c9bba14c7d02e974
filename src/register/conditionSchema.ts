import * as z from 'zod';
import type { Condition, EventAggregate, FieldCondition } from './condition.js';
import { boundSchema, countSchema, daySchema, factSchema, textSchema } from './fieldSchemas.js';

const field = textSchema;
const integer = z.int();

const fieldConditionSchema: z.ZodType<FieldCondition> = z.union([
  z.strictObject({ field, eq: factSchema }),
  z.strictObject({ field, in: z.array(factSchema) }),
  z.strictObject({ field, under: z.array(textSchema) }),
  z.strictObject({ field, gt: boundSchema }),
  z.strictObject({ field, gte: boundSchema }),
  z.strictObject({ field, lt: boundSchema }),
  z.strictObject({ field, lte: boundSchema }),
  z.strictObject({
    field,
    between: z.union([z.tuple([integer, integer]), z.tuple([daySchema, daySchema])]),
  }),
  z.strictObject({ field, exists: z.boolean() }),
]);

const periodSchema = z.union([
  z.strictObject({ days: countSchema }),
  z.strictObject({ months: countSchema }),
  z.strictObject({ years: countSchema }),
]);

const eventAggregateSchema: z.ZodType<EventAggregate> = z.strictObject({
  kinds: z.array(textSchema).min(1),
  within: z.exactOptional(periodSchema),
  unrepaired: z.exactOptional(z.boolean()),
  atLeast: z.exactOptional(countSchema),
  atMost: z.exactOptional(countSchema),
});

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema) }),
      z.strictObject({ any: z.array(conditionSchema) }),
      z.strictObject({ not: conditionSchema }),
      fieldConditionSchema,
      z.strictObject({ events: eventAggregateSchema }),
    ],
    {
      error:
        '{all} | {any} | {not} | {events} | {field, eq | in | under | gt | gte | lt | lte | between | exists}',
    },
  ),
);
