import * as z from 'zod';
import { isDay } from '../../core/day.js';

const label = z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/, '[A-Za-z0-9._:-]{1,80}');
const on = z.string().refine(isDay, { params: { code: 'no-such-day', expected: 'YYYY-MM-DD' } });
const text = z.string().min(1);
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const few = z.int().min(1).max(1000);

/** The shape of an entropy source as data. */
export const entropySpecSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dice'),
    label,
    on,
    sides: few.min(2),
    count: few,
  }),
  z.strictObject({
    kind: z.literal('lottery'),
    label,
    on,
    name: z.strictObject({ zh: text, en: text }),
    sets: z
      .array(
        z
          .strictObject({ count: few, from: few })
          .refine(({ count, from }) => count <= from, 'count <= from'),
      )
      .min(1)
      .max(10),
  }),
  z.strictObject({
    kind: z.literal('drand'),
    label,
    chain: z.strictObject({
      name: text,
      hash: hexOf(32),
      scheme: z.literal('bls-unchained-g1-rfc9380'),
      genesis: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
      period: few,
      publicKey: hexOf(96),
      groupHash: hexOf(32),
    }),
    round: z
      .int()
      .min(1)
      .max(2 ** 37),
  }),
]);
