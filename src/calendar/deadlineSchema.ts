import * as z from 'zod';
import { periodSchema } from '../document/documentSchema.js';

/** The shape of a deadline. */
export const deadlineSchema = z.union(
  [z.strictObject({ workingDays: z.number().int().min(0).max(10_000) }), periodSchema],
  { error: '{"workingDays": 5} | {"days": 5} | {"months": 1} | {"years": 1}' },
);
