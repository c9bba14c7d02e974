import * as z from 'zod';
import { isDay } from '../core/day.js';
import { isDecimal } from '../core/decimal.js';
import { isRatio } from '../core/ratio.js';
import { CONFIDENCE, STATUSES } from './document.js';

/** A refinement whose failure becomes an issue with a code of this library. */
function text(code: string, test: (value: string) => boolean, expected: string) {
  return z.string().refine(test, { params: { code, expected } });
}

export const daySchema = text('no-such-day', isDay, 'YYYY-MM-DD');
export const ratioSchema = text('bad-ratio', isRatio, '3% | 2‰ | 0.03 | 1/3');
export const decimalSchema = z
  .union([z.string(), z.number()], { error: '-2.5' })
  .refine(isDecimal, { params: { code: 'not-a-decimal', expected: '-2.5' } });

/** Names in documents: lower-case words with hyphens, letters of other scripts allowed. */
export const nameSchema = text(
  'bad-name',
  (value) => /^[\p{L}\p{N}](?:[\p{L}\p{N}.:/+-]{0,62}[\p{L}\p{N}+-])?$/u.test(value),
  '[letters, digits, . : / + -]{1,64}',
);

const count = z.number().int().min(0).max(100_000);
export const periodSchema = z.union(
  [
    z.strictObject({ days: count }),
    z.strictObject({ months: count }),
    z.strictObject({ years: count }),
  ],
  { error: '{"days": 3} | {"months": 3} | {"years": 3}' },
);

export const localTextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const citationSchema = z.strictObject({
  id: nameSchema,
  title: z.string().min(1),
  issuer: z.string().optional(),
  article: z.string().optional(),
  published: daySchema.optional(),
  link: z.string().optional(),
  confidence: z.enum(CONFIDENCE),
  note: z.string().optional(),
});

export const scaleSchema = z.strictObject({
  id: nameSchema,
  levels: z.array(nameSchema).min(1),
  worse: z.enum(['first', 'last']),
});

/** The fields every document has; a kind spreads them into its own strict object. */
export const documentFields = {
  id: nameSchema,
  version: nameSchema,
  title: localTextSchema.optional(),
  from: daySchema,
  to: daySchema.optional(),
  status: z.enum(STATUSES),
  transition: z
    .discriminatedUnion('keep', [
      z.strictObject({
        replaces: z.string().min(1),
        keep: z.literal('old-level-until'),
        until: daySchema,
      }),
      z.strictObject({ replaces: z.string().min(1), keep: z.literal('reclassify') }),
    ])
    .optional(),
  citations: z.array(citationSchema).min(1),
  untranslated: z.array(z.string()),
};
