import * as z from 'zod';
import { calendarSchema } from '../calendar/calendarSchema.js';
import { daySchema, periodSchema } from '../document/documentSchema.js';
import { CAPACITY_PERIODS } from '../draw/sampling.js';
import { MAX_WEIGHT } from '../draw/unit.js';
import { DOCUMENT_ROLES } from '../programme/programme.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { FOR_CAUSE, METHODS, VISIT_KINDS } from '../register/nouns.js';
import { cycleFields, plainQuotaSchemas, spreadSchema } from '../register/taskSchema.js';
import { entropySpecSchema } from '../ticket/entropy/entropySpecSchema.js';
import { PRECEDENCE } from '../visits/cap.js';
import { visitRulesSchema } from '../visits/visitRulesSchema.js';

const hex = z.string().regex(/^[0-9a-f]{64}$/, '[0-9a-f]{64}');
const salt = z.string().regex(/^[0-9a-f]{32}$/);
const id = z.string().min(1);
const count = z.number().int().min(0);
const range = z.strictObject({ from: daySchema, to: daySchema });
const reference = { id: z.string(), version: z.string(), digest: hex };
const mode = z.enum(['authoritative', 'simulation']);
const localText = z.strictObject({ zh: z.string(), en: z.string() });
const weight = z.int().min(1).max(MAX_WEIGHT);
/** The shape of somebody drawn. */
export const unitSchema = z.strictObject({ id, ticket: hex, weight: weight.optional() });
/** The shape of a key that units are ordered by before their tickets. */
export const rankKeySchema = z.union([count, z.string().min(1).max(32)]);
const root = z.strictObject({ root: hex, count });

const capNumbers = {
  visits: z.strictObject({ census: count, 'spot-check': count, total: count.optional() }),
  gaps: z.array(periodSchema).min(1).optional(),
};

const taskSchema = z.strictObject({
  id,
  name: z.string().optional(),
  lead: id,
  partners: z.array(id),
  items: z.array(id).min(1),
  kind: z.enum(VISIT_KINDS),
  targeted: z.boolean(),
  scope: conditionSchema,
  quota: z.union([...plainQuotaSchemas, z.strictObject({ ...cycleFields, drawn: root })]),
  window: range,
  group: id,
  teamSize: z.number().int().min(2),
  duty: z.boolean(),
  spread: spreadSchema.optional(),
  frame: root,
  certain: root,
  strata: z.array(
    z.strictObject({
      code: id,
      size: count,
      quota: count,
      part: z.boolean().optional(),
      weights: z.strictObject({ method: z.literal('pareto'), total: count }).optional(),
      method: z.enum(METHODS),
      items: z.array(id).min(1),
    }),
  ),
});

/** The shape of notice A. */
export const noticeASchema = z.strictObject({
  schema: z.literal('evenhand/notice-a/1'),
  scheme: z.literal('double-random/1'),
  mode,
  drawId: id,
  organ: z.string(),
  year: z.number().int(),
  asOf: daySchema,
  software: z.string(),
  method: z.string(),
  policy: z.strictObject(reference),
  documents: z.array(
    z.strictObject({
      role: z.enum(DOCUMENT_ROLES),
      ...reference,
    }),
  ),
  sources: z
    .array(
      z.strictObject({
        label: id,
        bits: z.number(),
        instructions: localText.optional(),
        available: daySchema.optional(),
        fallback: localText.optional(),
        spec: entropySpecSchema.optional(),
      }),
    )
    .min(1),
  recency: z.array(
    z.strictObject({ tier: id, after: periodSchema.optional(), multiplier: z.string() }),
  ),
  substitutes: count,
  weight: z
    .union([
      z.strictObject({ fact: id, missing: weight.optional() }),
      z.strictObject({ by: z.literal('risk-level') }),
    ])
    .optional(),
  offset: z.literal(0),
  cap: z.strictObject({
    ...reference,
    ...capNumbers,
    precedence: z.enum(PRECEDENCE),
    others: z.array(z.strictObject(capNumbers)).min(1).optional(),
  }),
  calendars: z.array(calendarSchema).min(1).optional(),
  visitRules: visitRulesSchema.optional(),
  items: z.array(
    z.strictObject({
      id,
      name: z.string().optional(),
      authority: id,
      rank: z.enum(['general', 'key']),
      methods: z.array(z.enum(METHODS)),
      basis: z.array(z.string()),
    }),
  ),
  tasks: z.array(taskSchema),
  staff: z.strictObject({ root: hex, count, recusals: z.array(hex) }),
  causes: root,
  booked: z.array(hex).optional(),
  register: z.strictObject({ commitment: hex, count }),
  ladder: z.array(z.string()),
  teams: z
    .strictObject({
      partners: z.number().int().min(1).optional(),
      covers: z.enum(['one-item', 'all-items']).optional(),
      capacityPer: z.enum(CAPACITY_PERIODS).optional(),
      carryLoads: z.boolean().optional(),
    })
    .optional(),
  earlier: hex.optional(),
  cells: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))).optional(),
  digest: hex,
});

/** The shape of a visit in notice B. */
export const visitSchema = z.strictObject({
  id,
  entity: id,
  site: z.string().optional(),
  district: z.string().optional(),
  kind: z.enum([...VISIT_KINDS, 'for-cause']),
  window: range,
  day: daySchema,
  lead: id,
  partners: z.array(id),
  demands: z.array(z.strictObject({ task: z.string().optional(), item: id })).min(1),
  teamSize: z.number().int().min(2),
  members: z.array(id).optional(),
  leader: z.string().optional(),
  counts: z.boolean(),
  evidence: z.strictObject({ cause: z.enum(FOR_CAUSE), reference: z.string().min(1) }).optional(),
});

/** The shape of a load, in a period where capacity counts by period. */
export const loadSchema = z.strictObject({
  inspector: id,
  load: count,
  low: count,
  high: count,
  period: z.string().optional(),
});

/** The shape of a witness that the staff does not suffice. */
export const witnessSchema = z.strictObject({
  inspectors: z.array(z.string()),
  needed: count,
  capacity: count,
  missing: count,
  period: z.string().optional(),
});

const levelTeam = { authority: id, district: z.string().optional() };
const levellingSchema = z.strictObject({
  loads: z.array(
    z.strictObject({ ...levelTeam, period: id, load: count, limit: count.optional() }),
  ),
  witnesses: z.array(
    z.strictObject({
      ...levelTeam,
      periods: z.array(id),
      visits: z.array(id),
      needed: count,
      capacity: count,
      missing: count,
    }),
  ),
});

/** The shape of opened visits of the ledger. */
export const bookedSchema = z.array(
  z.strictObject({
    entity: id,
    visits: z
      .array(
        z.strictObject({
          id,
          site: z.string().optional(),
          kind: z.enum([...VISIT_KINDS, 'for-cause']),
          day: daySchema,
          isOpen: z.boolean(),
        }),
      )
      .min(1),
    salt,
  }),
);

/** The shape of what is done on visits of the ledger. */
export const joinedSchema = z.array(
  z.strictObject({
    ...{ visit: id, entity: id },
    demands: z.array(z.strictObject({ task: id, item: id })).min(1),
  }),
);

/** The shape of notice B. */
export const noticeBSchema = z.strictObject({
  schema: z.literal('evenhand/notice-b/1'),
  scheme: z.literal('double-random/1'),
  mode,
  drawId: id,
  noticeA: hex,
  policy: z.strictObject(reference),
  entropy: z.array(z.strictObject({ label: id, value: id })).min(1),
  seed: hex,
  keys: z.record(z.string(), hex),
  samples: z.array(
    z.strictObject({
      task: id,
      strata: z.array(
        z.strictObject({
          code: id,
          size: count,
          quota: count,
          lastIn: hex.optional(),
          firstOut: hex.optional(),
          lastInKey: rankKeySchema.optional(),
          firstOutKey: rankKeySchema.optional(),
          weights: z.strictObject({ total: count, rest: count, quota: count }).optional(),
          takeAll: z.array(z.strictObject({ id, weight, reason: z.string().min(1) })).optional(),
          selected: z.array(unitSchema),
          substitutes: z.array(unitSchema),
        }),
      ),
      certain: z.array(
        z.strictObject({ id, reason: z.string().min(1), items: z.array(id).min(1) }),
      ),
    }),
  ),
  visits: z.array(visitSchema),
  desk: z.array(z.strictObject({ task: id, entity: id })),
  deferred: z.array(z.strictObject({ task: id, item: id, entity: id, reason: id })),
  booked: bookedSchema.optional(),
  joined: joinedSchema.optional(),
  levelling: levellingSchema.optional(),
  districts: z.record(z.string(), z.string()).optional(),
  staff: z.array(
    z.strictObject({
      id,
      authority: id,
      lead: z.boolean(),
      districts: z.array(z.string()),
      items: z.array(z.string()),
      certificates: z.array(z.strictObject({ id: z.string(), to: daySchema })),
      capacity: count,
      carried: count.optional(),
      absences: z.array(range),
    }),
  ),
  openings: z.array(
    z.strictObject({
      inspector: id,
      entity: id,
      rule: z.string().optional(),
      salt,
    }),
  ),
  loads: z.array(loadSchema),
  witness: witnessSchema.optional(),
  relaxations: z.array(
    z.strictObject({ rule: z.string(), visit: id, inspectors: z.array(id).min(1) }),
  ),
  result: hex,
  digest: hex,
});
