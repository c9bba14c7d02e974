import * as z from 'zod';
import { eventSchema } from '../../register/entitySchema.js';
import {
  countSchema,
  dayRangeSchema,
  daySchema,
  idSchema,
  textSchema,
} from '../../register/fieldSchemas.js';
import { METHODS, VISIT_KINDS } from '../../register/nouns.js';
import { VISIT_STATES } from './request.js';

const optional = z.exactOptional;
const ids = z.array(idSchema);
const texts = z.array(textSchema);
const kind = z.enum([...VISIT_KINDS, 'for-cause']);
const cause = z.enum(['draw', 'floor', 'list', 'for-cause']);
const evidence = z.strictObject({ cause: textSchema, reference: textSchema });
const override = z.strictObject({ actor: textSchema, reason: textSchema, on: daySchema });
const fact = z.union([z.string(), z.number(), z.boolean()]);
const use = z.strictObject({
  limit: textSchema,
  of: optional(textSchema),
  used: countSchema,
  most: countSchema,
});
const because = z.strictObject({
  code: textSchema,
  severity: z.literal('error'),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([fact, z.array(z.string())])),
  limit: optional(textSchema),
  visits: optional(ids),
  items: optional(ids),
  free: optional(daySchema),
});
const reference = z.strictObject({ id: textSchema, version: textSchema, digest: textSchema });

/** What a request or an act tells of the firm. */
const told = {
  standing: optional(z.array(z.strictObject({ scale: textSchema, level: textSchema }))),
  firm: optional(
    z.looseObject({
      facts: z.record(z.string(), fact),
      events: z.array(eventSchema),
      lists: texts,
    }),
  ),
};

/** The shape of what is asked of a ledger. */
export const visitRequestSchema = z.strictObject({
  id: idSchema,
  entity: idSchema,
  site: optional(idSchema),
  kind,
  day: optional(daySchema),
  window: optional(dayRangeSchema),
  lead: idSchema,
  partners: optional(ids),
  items: optional(ids),
  demands: optional(ids),
  method: optional(z.enum(METHODS)),
  cause: optional(cause),
  form: optional(textSchema),
  days: optional(countSchema),
  basis: optional(texts),
  evidence: optional(evidence),
  override: optional(override),
  until: optional(daySchema),
  plan: optional(textSchema),
  join: optional(z.union([idSchema, z.literal(false)])),
  ...told,
  at: optional(daySchema),
  // What a visit says besides, as joint visits plan it.
  beyondCap: optional(z.literal(true)),
  because: optional(texts),
  counts: optional(z.boolean()),
  reason: optional(textSchema),
});

const acts = {
  id: idSchema,
  entity: idSchema,
  visit: idSchema,
  by: idSchema,
  at: optional(daySchema),
};

/** The shape of what becomes of a booked visit, as it is entered. */
export const visitActSchema = z.discriminatedUnion('act', [
  z.strictObject({ ...acts, act: z.literal('confirm'), day: optional(daySchema), ...told }),
  z.strictObject({
    ...acts,
    act: z.literal('start'),
    day: optional(daySchema),
    reference: optional(textSchema),
    ...told,
  }),
  z.strictObject({
    ...acts,
    act: z.literal('finish'),
    outcome: textSchema,
    days: optional(z.int().min(1).max(366)),
    reference: optional(textSchema),
    ...told,
  }),
  z.strictObject({ ...acts, act: z.literal('cancel'), reason: textSchema }),
]);

const base = { entity: idSchema, seq: z.int().min(1), at: daySchema, visit: idSchema };
const answer = { ...base, request: idSchema, digest: textSchema, by: idSchema };
const beyond = optional(texts);
const caps = z.array(reference);
const booked = {
  ...answer,
  site: optional(idSchema),
  kind,
  method: z.enum(METHODS),
  day: daySchema,
  window: dayRangeSchema,
  days: z.int().min(1),
  lead: idSchema,
  partners: ids,
  items: ids,
  demands: ids,
  basis: texts,
  cause: optional(cause),
  form: optional(textSchema),
  counts: z.boolean(),
  evidence: optional(evidence),
  until: optional(daySchema),
  plan: optional(textSchema),
  uses: z.array(use),
  beyond,
  overridden: optional(texts),
  override: optional(override),
  caps,
};

/** The shape of an event of the ledger. */
export const ledgerEventSchema = z.union(
  [
    z.strictObject({
      ...booked,
      type: z.enum(['planned', 'reserved', 'admitted', 'overridden', 'joined']),
    }),
    z.strictObject({
      ...answer,
      type: z.literal('admitted'),
      confirms: z.literal(true),
      day: daySchema,
      uses: z.array(use),
      beyond,
      caps,
    }),
    z.strictObject({
      ...answer,
      type: z.literal('refused'),
      because: z.array(because).min(1),
      free: optional(daySchema),
      caps,
    }),
    z.strictObject({
      ...answer,
      type: z.literal('started'),
      day: daySchema,
      reference: optional(textSchema),
      beyond,
    }),
    z.strictObject({
      ...answer,
      type: z.literal('done'),
      outcome: textSchema,
      days: z.int().min(1),
      reference: optional(textSchema),
      beyond,
    }),
    z.strictObject({
      ...answer,
      type: z.literal('cancelled'),
      reason: textSchema,
      state: z.enum(VISIT_STATES),
    }),
    z.strictObject({ ...base, type: z.literal('expired') }),
  ],
  { error: '{type, …}' },
);
