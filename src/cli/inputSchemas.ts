import * as z from 'zod';
import { localTextSchema } from '../document/documentSchema.js';
import { daySchema } from '../register/fieldSchemas.js';

/** A source of entropy as `sources.json` lists it. */
export const sourceSchema = z.strictObject({
  label: z.string().min(1),
  bits: z.int().min(1),
  instructions: z.exactOptional(localTextSchema),
  available: z.exactOptional(daySchema),
  fallback: z.exactOptional(localTextSchema),
});

/** The districts there are, as `districts.json` lists them. */
export const districtsSchema = z.array(z.string().min(1)).min(1);
