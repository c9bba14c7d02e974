import * as z from 'zod';
import { daySchema, idSchema, textSchema } from '../../register/fieldSchemas.js';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The shape of an entry of a record. */
export const chainEntrySchema = z.strictObject({
  seq: z.int().min(1),
  at: daySchema,
  kind: textSchema,
  matter: idSchema,
  body: z.json(),
  previous: digestSchema,
  digest: digestSchema,
});

/** The shape of a record that is only added to. */
export const recordChainSchema = z.strictObject({
  schema: z.literal('evenhand/record-chain/1'),
  id: idSchema,
  entries: z.array(chainEntrySchema),
});

/** The shape of a published head. */
export const chainHeadSchema = z.strictObject({
  chain: idSchema,
  count: z.int().min(0),
  head: digestSchema,
});
