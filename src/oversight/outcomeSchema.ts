import * as z from 'zod';
import { daySchema, idSchema, textSchema } from '../register/fieldSchemas.js';
import { PROPOSAL_SUBJECTS, REVIEW_OUTCOMES } from './outcome.js';

/** The shape of what came of a visit. */
export const outcomeSchema = z.strictObject({
  visit: idSchema,
  entity: idSchema,
  day: daySchema,
  lead: idSchema,
  partners: z.array(idSchema),
  officers: z.array(idSchema),
  demands: z.array(idSchema),
  answered: z.array(idSchema),
  faults: z.array(idSchema),
  concludedOn: z.exactOptional(daySchema),
  publishBy: z.exactOptional(daySchema),
  publishedOn: z.exactOptional(daySchema),
  cause: z.exactOptional(textSchema),
  reference: z.exactOptional(textSchema),
});

/** The shape of an official decision with its review. */
export const decisionSchema = z.strictObject({
  id: idSchema,
  entity: idSchema,
  authority: idSchema,
  visit: z.exactOptional(idSchema),
  on: daySchema,
  kind: textSchema,
  review: z.exactOptional(
    z.strictObject({
      asked: daySchema,
      on: z.exactOptional(daySchema),
      outcome: z.exactOptional(z.enum(REVIEW_OUTCOMES)),
    }),
  ),
});

/** The shape of an answer an officer was given. */
export const proposalSchema = z.strictObject({
  id: idSchema,
  officer: idSchema,
  authority: idSchema,
  entity: idSchema,
  on: daySchema,
  about: z.enum(PROPOSAL_SUBJECTS),
  proposed: textSchema,
  done: textSchema,
  reason: z.exactOptional(textSchema),
});
