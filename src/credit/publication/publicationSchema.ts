import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  periodSchema,
} from '../../document/documentSchema.js';
import { DEEDS, FACT_KINDS } from '../record/entry.js';

const names = z.array(z.string().min(1)).min(1);
const kinds = z.array(z.enum(FACT_KINDS)).min(1);
const cite = nameSchema;
const months = z.int().min(1).max(1200);

const needSchema = z.union(
  [
    z.strictObject({ need: z.enum(DEEDS), cite }),
    z.strictObject({ need: z.literal('no-same-offence'), cite }),
    z.strictObject({ need: z.literal('on-no-list'), lists: names, cite }),
  ],
  { error: '{need, cite} | {need: "on-no-list", lists, cite}' },
);

/** The shape of a document on publication and repair; `checkPublication` finds what a shape cannot. */
export const publicationSchema = z.strictObject({
  schema: z.literal('evenhand/publication/1'),
  kind: z.literal('publication'),
  ...documentFields,
  scope: z
    .strictObject({ jurisdictions: names.optional(), departments: names.optional() })
    .optional(),
  counts: z.strictObject({ from: z.enum(['decided', 'published']), cite }),
  repairFrom: z.strictObject({ day: z.enum(['last-day', 'day-after']), cite }),
  unperformed: z.strictObject({
    atEnd: z.enum(['stays', 'stops']),
    kinds: z.array(z.enum(FACT_KINDS)),
    cite,
  }),
  rules: z
    .array(
      z.strictObject({
        id: nameSchema,
        title: localTextSchema,
        when: z.strictObject({
          kinds,
          severities: names.optional(),
          fields: names.optional(),
          lists: names.optional(),
          sanctions: z
            .union([z.strictObject({ only: names }), z.strictObject({ any: names })])
            .optional(),
        }),
        publish: z.union(
          [
            z.literal('never'),
            z.strictObject({
              min: periodSchema.optional(),
              max: periodSchema.optional(),
              ifPublished: z.literal(true).optional(),
              orRestriction: z.literal(true).optional(),
            }),
          ],
          { error: '"never" | {min?, max?}' },
        ),
        repair: z.union(
          [
            z.literal('never'),
            z.strictObject({
              needs: z.array(needSchema),
              shortening: z.strictObject({ min: months, max: months }).optional(),
            }),
          ],
          { error: '"never" | {needs, shortening?}' },
        ),
        cite,
      }),
    )
    .min(1),
  repairEnds: z.strictObject({ also: z.array(z.enum(['sharing', 'sanctions', 'list'])), cite }),
  objection: z.strictObject({
    suspends: z.enum(['nothing', 'publication', 'publication-and-score']),
    cite,
  }),
  outsiders: z.strictObject({ points: z.enum(['shown', 'withheld']), cite }),
});
