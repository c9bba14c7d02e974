import * as z from 'zod';
import { deadlineSchema } from '../../calendar/deadlineSchema.js';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  scaleSchema,
} from '../../document/documentSchema.js';
import { conditionSchema } from '../../register/conditionSchema.js';
import { APPROVAL_TIERS } from './approvalRules.js';

const cite = nameSchema;
const rule = z.strictObject({ when: conditionSchema, text: localTextSchema, cite });
const followUp = z.strictObject({ item: z.string().min(1), within: deadlineSchema, cite });

/** The shape of approval rules; `checkApprovalRules` finds what a shape cannot. */
export const approvalRulesSchema = z.strictObject({
  schema: z.literal('evenhand/approval/1'),
  kind: z.literal('approval'),
  ...documentFields,
  scale: scaleSchema,
  standard: z.strictObject({
    id: nameSchema,
    version: nameSchema,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  permits: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        authority: z.string().min(1),
        tiers: z.record(z.string(), z.enum(APPROVAL_TIERS)),
        forbidden: rule.optional(),
        materials: z
          .array(z.strictObject({ id: nameSchema, title: localTextSchema, cite }))
          .min(1)
          .optional(),
        commitments: z
          .array(
            z.strictObject({
              id: nameSchema,
              title: localTextSchema,
              checkWithin: deadlineSchema,
              correctWithin: deadlineSchema,
              events: z.strictObject({ kept: nameSchema, broken: nameSchema, false: nameSchema }),
              cite,
            }),
          )
          .min(1)
          .optional(),
        barred: rule.optional(),
        decideWithin: deadlineSchema.optional(),
        followUp: z
          .strictObject({
            'exempt-unless-forbidden': followUp.optional(),
            filing: followUp.optional(),
            commitment: followUp.optional(),
            strict: followUp.optional(),
          })
          .optional(),
        cite,
      }),
    )
    .min(1),
});
