import * as z from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');

/** The shape of a sealed notice B. */
export const sealedSchema = z.strictObject({
  schema: z.literal('evenhand/sealed-b/1'),
  scheme: z.literal('double-random/1'),
  mode: z.enum(['authoritative', 'simulation']),
  drawId: z.string().min(1),
  noticeA: hex,
  noticeB: hex,
  result: hex,
  digest: hex,
});
