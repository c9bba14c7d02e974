import * as z from 'zod';
import { checkedName } from '../core/identifier.js';
import { conditionSchema } from './conditionSchema.js';
import { countSchema, dayRangeSchema, idSchema, ratioSchema, textSchema } from './fieldSchemas.js';
import { VISIT_KINDS } from './nouns.js';

const quotaSchema = z.union(
  [
    z.strictObject({ by: z.literal('matrix') }),
    z.strictObject({ ratio: ratioSchema, rule: z.enum(['at-least', 'at-most', 'half-up']) }),
    z.strictObject({ total: countSchema }),
    z.strictObject({ all: textSchema }),
  ],
  { error: '{by: "matrix"} | {ratio, rule} | {total} | {all: reason}' },
);

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
});

function isName(text: string): boolean {
  try {
    return checkedName(text, 'group') === text;
  } catch {
    return false;
  }
}
