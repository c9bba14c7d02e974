import * as z from 'zod';
import { daySchema, idSchema, textSchema } from '../register/fieldSchemas.js';
import { EVIDENCE_KINDS, OUTCOMES } from './inspectionRules.js';

const optional = z.exactOptional;
const ids = z.array(idSchema);

/** The shape of a reference to evidence. */
export const evidenceReferenceSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(EVIDENCE_KINDS),
  takenOn: daySchema,
});

/** The shape of a member of a visit's team. */
export const teamMemberSchema = z.strictObject({
  officer: idSchema,
  authority: idSchema,
  certifiedUntil: optional(daySchema),
});

const evidence = z.array(evidenceReferenceSchema);
const base = { id: idSchema, visit: idSchema, at: daySchema, by: idSchema };
const act = <N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.strictObject({ ...base, act: z.literal(name), ...shape });

/** The shape of an act of a visit. */
export const inspectionActSchema = z.discriminatedUnion('act', [
  act('restaff', { team: z.array(teamMemberSchema), reason: textSchema }),
  act('start', { officers: ids, scan: optional(textSchema) }),
  act('turn-away', { reason: textSchema }),
  act('call-off', { reason: textSchema }),
  act('answer', {
    item: idSchema,
    outcome: z.enum(OUTCOMES),
    evidence,
    duties: optional(z.array(textSchema)),
    corrected: optional(z.literal(true)),
    note: optional(textSchema),
    replaces: optional(idSchema),
  }),
  act('conclude', {
    list: textSchema,
    results: z.array(z.strictObject({ code: textSchema, items: optional(ids) })),
  }),
  act('order', {
    measure: textSchema,
    items: ids,
    due: optional(daySchema),
    follows: optional(idSchema),
  }),
  act('review', {
    of: optional(idSchema),
    outcome: z.enum(['agreed', 'returned']),
    opinion: textSchema,
  }),
  act('report-done', { followUp: idSchema, evidence }),
  act('recheck', {
    followUp: idSchema,
    outcome: z.enum(['corrected', 'not-corrected']),
    evidence,
  }),
  act('publish', { reference: textSchema }),
  act('close', {}),
]);

const checkedItemSchema = z.looseObject({
  id: idSchema,
  rank: z.enum(['general', 'key']),
  authorities: z.array(idSchema).min(1),
  duties: optional(z.array(textSchema)),
});

/** What of a checklist the visit reads. */
export const visitChecklistSchema = z.looseObject({
  id: textSchema,
  version: textSchema,
  from: daySchema,
  to: optional(daySchema),
  items: z.array(checkedItemSchema),
});

/** The shape of what a visit begins with. */
export const inspectionOpeningSchema = z.strictObject({
  visit: idSchema,
  entity: idSchema,
  site: optional(idSchema),
  on: daySchema,
  method: z.enum(['on-site', 'written', 'off-site', 'network']),
  lead: idSchema,
  partners: ids,
  team: z.array(teamMemberSchema),
  reviewers: optional(ids),
  checklistDigest: optional(z.string().regex(/^[0-9a-f]{64}$/)),
});
