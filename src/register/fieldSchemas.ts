import * as z from 'zod';
import { isDay } from '../core/day.js';
import { isDecimal } from '../core/decimal.js';
import { identifierFault } from '../core/identifier.js';
import { isRatio } from '../core/ratio.js';

export const daySchema = z
  .string()
  .refine(isDay, { params: { code: 'no-such-day', expected: 'YYYY-MM-DD' } });

export const idSchema = z.string().refine((id) => identifierFault(id) === undefined, {
  params: { code: 'bad-id', fault: identifierFault, expected: '1 to 256 bytes of UTF-8 in NFC' },
});

/** Text that says something and survives UTF-8. */
export const textSchema = z.string().refine((text) => text !== '' && text.isWellFormed(), {
  params: { code: 'bad-value', expected: 'length >= 1' },
});

export const ratioSchema = z
  .string()
  .refine(isRatio, { params: { code: 'bad-ratio', expected: '3% | 2‰ | 0.03 | 1/3' } });

export const countSchema = z.int().min(0);

/** A safe integer; `isDecimal` also keeps -0 out, which canonical JSON refuses. */
const integerSchema = z
  .int()
  .refine(isDecimal, { params: { code: 'not-a-decimal', expected: '12' } });

export const factSchema = z.union([textSchema, integerSchema, z.boolean()], {
  error: '"text" | 12 | "0.5" | true | false',
});

const BOUND = '12 | "0.5" | YYYY-MM-DD';

/** A bound of a comparison: an integer, a day, or a decimal as text. */
export const boundSchema = z.union(
  [
    integerSchema,
    z.string().refine((text) => isDay(text) || isDecimal(text), {
      params: { code: 'bad-value', expected: BOUND },
    }),
  ],
  { error: BOUND },
);

export const dayRangeSchema = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, {
    params: { code: 'range-inverted', expected: 'from ≤ to' },
  });
