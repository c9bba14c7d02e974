import * as z from 'zod';
import { checkedName } from '../core/identifier.js';
import { conditionSchema } from './conditionSchema.js';
import { countSchema, dayRangeSchema, idSchema, ratioSchema, textSchema } from './fieldSchemas.js';
import { CHANCES, VISIT_KINDS } from './nouns.js';

const ruleSchema = z.enum(['at-least', 'at-most', 'half-up']);

export const shareSchema = z.strictObject({
  where: conditionSchema,
  ratio: ratioSchema,
  of: z.enum(['drawn', 'part', 'frame']),
});
const least = z.exactOptional(shareSchema);

/** The quotas of a task that a notice tells as they stand. */
export const plainQuotaSchemas = [
  z.strictObject({ by: z.literal('matrix') }),
  z.strictObject({ ratio: ratioSchema, rule: ruleSchema, least }),
  z.strictObject({
    range: z.strictObject({ from: ratioSchema, to: ratioSchema }),
    chosen: z.exactOptional(z.strictObject({ ratio: ratioSchema, by: textSchema })),
    rule: ruleSchema,
    least,
  }),
  z.strictObject({ total: countSchema, least }),
  z.strictObject({ staff: z.string().regex(/^[1-9][0-9]*:[1-9][0-9]*$/, '1:5'), least }),
  z.strictObject({ all: textSchema }),
] as const;

/** A part of a cycle. */
export const cycleFields = {
  ratio: ratioSchema,
  parts: z.int().min(1).max(1000),
  part: z.int().min(1).max(1000),
};

const quotaSchema = z.union(
  [...plainQuotaSchemas, z.strictObject({ ...cycleFields, drawn: z.array(idSchema) })],
  {
    error:
      '{by: "matrix"} | {ratio, rule} | {range, chosen, rule} | {total} | {staff} | {ratio, parts, part, drawn} | {all: reason}',
  },
);

/** A place among those that draw apart. */
export const spreadSchema = z
  .strictObject({
    place: z.int().min(1).max(1000),
    of: z.int().min(1).max(1000),
  })
  .refine(({ place, of }) => place <= of, {
    params: { code: 'bad-value', expected: 'place <= of' },
  });

export const taskSchema = z.strictObject({
  id: idSchema,
  name: z.exactOptional(textSchema),
  lead: idSchema,
  partners: z.array(idSchema),
  items: z.array(idSchema),
  scope: conditionSchema,
  kind: z.enum(VISIT_KINDS),
  quota: quotaSchema,
  window: dayRangeSchema,
  // The group goes into the draw's key, so it keeps the rule of names there.
  group: z.string().refine(isName, {
    params: { code: 'bad-name', expected: '[A-Za-z0-9.:/+-]{1,64}' },
  }),
  teamSize: z.int().min(1),
  duty: z.exactOptional(z.boolean()),
  spread: z.exactOptional(spreadSchema),
  chances: z.exactOptional(z.enum(CHANCES)),
});

function isName(text: string): boolean {
  try {
    return checkedName(text, 'group') === text;
  } catch {
    return false;
  }
}
