import * as z from 'zod';
import {
  documentFields,
  localTextSchema,
  nameSchema,
  ratioSchema,
  scaleSchema,
} from '../document/documentSchema.js';
import { conditionSchema } from '../register/conditionSchema.js';
import { idSchema } from '../register/fieldSchemas.js';
import { METHODS } from '../register/nouns.js';

const cite = nameSchema;
const method = z.enum(METHODS);
const rank = z.enum(['general', 'key']);
const provision = z.strictObject({ law: nameSchema, article: nameSchema, cite });

/** The shape of a department's standard; `checkStandard` finds what a shape cannot. */
export const standardSchema = z.strictObject({
  schema: z.literal('evenhand/standard/1'),
  kind: z.literal('standard'),
  ...documentFields,
  authority: nameSchema,
  name: localTextSchema,
  obligations: z.array(
    z.strictObject({
      id: nameSchema,
      chapter: nameSchema,
      title: localTextSchema,
      text: localTextSchema,
      duties: z.array(provision).min(1),
    }),
  ),
  items: z.array(
    z.strictObject({
      id: nameSchema,
      question: localTextSchema,
      rank,
      methods: z.array(method).min(1),
      duties: z.array(provision).min(1),
      powers: z.array(provision).min(1).optional(),
      measure: localTextSchema.optional(),
    }),
  ),
});

const measures = z.strictObject({
  ratio: ratioSchema.optional(),
  visits: z.int().min(0).max(1000).optional(),
  methods: z.array(method).min(1).optional(),
  items: z.enum(['all', 'key']),
  note: localTextSchema.optional(),
  cite,
});

/** The shape of a scene; `checkScene` finds what a shape cannot. */
export const sceneSchema = z.strictObject({
  schema: z.literal('evenhand/scene/1'),
  kind: z.literal('scene'),
  ...documentFields,
  scope: conditionSchema,
  lead: nameSchema,
  partners: z.array(nameSchema),
  standards: z.array(nameSchema).min(1),
  chapters: z.array(z.strictObject({ id: nameSchema, title: localTextSchema })),
  checkedBy: z.array(z.strictObject({ law: nameSchema, authority: nameSchema, cite })).optional(),
  evaluation: z
    .strictObject({
      credit: scaleSchema,
      risk: scaleSchema,
      cells: z.record(z.string(), z.record(z.string(), measures)),
    })
    .optional(),
});

const rated = z.strictObject({
  scale: z.string().min(1),
  level: z.exactOptional(z.string().min(1)),
});

/** The shape of a firm with its levels, as an evaluation takes it. */
export const sceneFirmSchema = z.strictObject({ id: idSchema, credit: rated, risk: rated });

const reference = z.strictObject({
  id: nameSchema,
  version: nameSchema,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The shape of a joint checklist; `checkChecklist` finds what a shape cannot. */
export const checklistSchema = z.strictObject({
  schema: z.literal('evenhand/checklist/1'),
  kind: z.literal('checklist'),
  method: z.literal('joint-checklist/1'),
  ...documentFields,
  scene: reference,
  standards: z.array(reference).min(1),
  lead: nameSchema,
  partners: z.array(nameSchema),
  visit: idSchema.optional(),
  items: z.array(
    z.strictObject({
      id: idSchema,
      question: localTextSchema,
      rank,
      authorities: z.array(nameSchema).min(1),
      checkedBy: nameSchema,
      methods: z.array(method).min(1),
      duties: z.array(z.string().min(1)).min(1),
      sources: z
        .array(
          z.strictObject({
            authority: nameSchema,
            standard: z.string().min(1),
            item: nameSchema,
            question: localTextSchema,
            rank,
            methods: z.array(method).min(1),
            duties: z.array(provision).min(1),
            powers: z.array(provision),
            measure: localTextSchema.optional(),
          }),
        )
        .min(1),
    }),
  ),
});
