import * as z from 'zod';
import { documentFields, nameSchema } from '../document/documentSchema.js';
import { OUTCOMES } from './inspectionRules.js';

const cite = nameSchema;

/** The shape of inspection rules; `checkInspectionRules` finds what a shape cannot. */
export const inspectionRulesSchema = z.strictObject({
  schema: z.literal('evenhand/inspection-rules/1'),
  kind: z.literal('inspection-rules'),
  ...documentFields,
  scanIn: z.strictObject({ cite }).optional(),
  officers: z.strictObject({ least: z.int().min(1).max(100), cite }).optional(),
  evidence: z.strictObject({ outcomes: z.array(z.enum(OUTCOMES)).min(1), cite }).optional(),
  review: z
    .strictObject({ results: z.array(nameSchema), followUps: z.array(nameSchema), cite })
    .optional(),
  publication: z.strictObject({ workingDays: z.int().min(1).max(1000), cite }).optional(),
});
