import * as z from 'zod';
import { deadlineSchema } from '../../calendar/deadlineSchema.js';
import {
  decimalSchema,
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
  scaleSchema,
} from '../../document/documentSchema.js';
import { conditionSchema } from '../../register/conditionSchema.js';
import { FOR_CAUSE, METHODS } from '../../register/nouns.js';
import { eventRuleFields, eventWindowSchema } from '../../scoring/eventSchemas.js';
import type { WarningTest } from './warningRules.js';

const cite = nameSchema;
const { where, consolidate, suspend } = eventRuleFields;
const counting = {
  kinds: z.array(nameSchema).min(1),
  window: eventWindowSchema,
  unrepaired: z.literal(true).optional(),
  where,
  consolidate,
  suspend,
  atLeast: z.number().int().min(1).max(1_000_000),
};

const testSchema: z.ZodType<WarningTest> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(testSchema).min(1) }),
      z.strictObject({ any: z.array(testSchema).min(1) }),
      z.strictObject({ count: z.strictObject(counting) }),
      z.strictObject({
        peers: z.strictObject({
          ...counting,
          times: decimalSchema,
          by: z
            .array(
              z.strictObject({
                field: z.string().min(1),
                digits: z.number().int().min(1).max(32).optional(),
              }),
            )
            .min(1),
          leastPeers: z.number().int().min(1).max(1_000_000),
        }),
      }),
      z.strictObject({ when: conditionSchema }),
    ],
    { error: '{all} | {any} | {count} | {peers} | {when}' },
  ),
) as z.ZodType<WarningTest>;

/** The shape of rules of early warning; `checkWarningRules` finds what a shape cannot. */
export const warningRulesSchema = z.strictObject({
  schema: z.literal('evenhand/warnings/1'),
  kind: z.literal('warnings'),
  ...documentFields,
  scale: scaleSchema,
  steps: z.enum(['largest', 'sum']),
  events: z.array(nameSchema).min(1),
  rules: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        scope: conditionSchema.optional(),
        when: testSchema,
        asks: z
          .array(
            z.discriminatedUnion('do', [
              z.strictObject({ do: z.literal('alert'), to: z.array(z.string().min(1)).min(1) }),
              z.strictObject({
                do: z.literal('step'),
                by: z.number().int().min(1).max(100),
                lasts: periodSchema,
              }),
              z.strictObject({
                do: z.literal('check'),
                authority: z.string().min(1),
                item: z.string().min(1),
                methods: z.array(z.enum(METHODS)).min(1),
              }),
            ]),
          )
          .min(1),
        again: periodSchema,
        cite,
      }),
    )
    .min(1),
  handling: z.strictObject({
    begin: deadlineSchema,
    check: deadlineSchema,
    dispose: deadlineSchema,
    cause: z.enum(FOR_CAUSE),
    findings: z.array(z.strictObject({ id: nameSchema, title: localTextSchema })).min(1),
    disposals: z
      .array(
        z.strictObject({
          id: nameSchema,
          title: localTextSchema,
          findings: z.array(nameSchema).min(1),
          event: nameSchema.optional(),
          cite,
        }),
      )
      .min(1),
    cite,
  }),
});
