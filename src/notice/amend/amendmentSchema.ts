import * as z from 'zod';
import { daySchema } from '../../document/documentSchema.js';
import { noticeBSchema, rankKeySchema, unitSchema, visitSchema } from '../noticeSchemas.js';

const hex = z.string().regex(/^[0-9a-f]{64}$/, '[0-9a-f]{64}');
const id = z.string().min(1);
const { scheme, mode, desk, deferred, openings, booked, joined, loads, witness, relaxations } =
  noticeBSchema.shape;

/** The shape of an amendment. */
export const amendmentSchema = z.strictObject({
  schema: z.literal('evenhand/amendment/1'),
  scheme,
  mode,
  drawId: id,
  noticeB: hex,
  number: z.int().min(1),
  previous: hex,
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('strike'), task: id, entity: id, reason: id }),
    z.strictObject({ kind: z.literal('absence'), inspector: id, from: daySchema, to: daySchema }),
    z.strictObject({ kind: z.literal('top-up'), task: id, total: z.int().min(1), reason: id }),
  ]),
  substitution: z
    .strictObject({ stratum: id, id: id.optional(), ticket: hex.optional() })
    .optional(),
  additions: z
    .array(
      z.strictObject({
        stratum: id,
        quota: z.int().min(1),
        added: z.array(unitSchema).min(1),
        substitutes: z.array(unitSchema),
        lastIn: hex.optional(),
        firstOut: hex.optional(),
        lastInKey: rankKeySchema.optional(),
        firstOutKey: rankKeySchema.optional(),
      }),
    )
    .min(1)
    .optional(),
  districts: z.record(z.string(), z.string()).optional(),
  visits: z.array(visitSchema.omit({ members: true, leader: true })),
  desk,
  deferred,
  openings,
  booked,
  joined,
  purpose: id.optional(),
  key: hex.optional(),
  relaxations: relaxations.optional(),
  teams: z.array(z.strictObject({ visit: id, members: z.array(id), leader: id })),
  loads,
  witness,
  unstaffed: z.array(id),
  digest: hex,
});
