import * as z from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/, '[0-9a-f]{64}');

/** The shape of a proof. */
export const proofSchema = z.strictObject({
  schema: z.literal('evenhand/proof/1'),
  drawId: z.string().min(1),
  task: z.string().min(1),
  id: z.string().min(1),
  stratum: z.string().min(1),
  weight: z.int().min(1).optional(),
  index: z.int().min(0),
  count: z.int().min(1),
  path: z.array(hex).max(64),
  root: hex,
});
