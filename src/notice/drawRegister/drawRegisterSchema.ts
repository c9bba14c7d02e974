import * as z from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
const text = z.string().min(1);

/** The shape of a register of draws. */
export const drawRegisterSchema = z.strictObject({
  schema: z.literal('evenhand/draw-register/1'),
  organ: text,
  entries: z.array(
    z.strictObject({
      drawId: z.string().regex(/^[A-Za-z0-9.:/+-]{1,64}$/),
      state: z.enum(['announced', 'drawn', 'topped-up', 'abandoned']),
      purpose: text,
      noticeA: hex.optional(),
      noticeB: hex.optional(),
      amendment: hex.optional(),
      explanation: z.string().optional(),
      number: z.int().min(1),
      previous: hex,
      digest: hex,
    }),
  ),
});
