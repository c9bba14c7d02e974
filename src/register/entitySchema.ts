import * as z from 'zod';
import { eventDayFaults } from './eventDays.js';
import { daySchema, factSchema, idSchema, textSchema } from './fieldSchemas.js';
import { ENTITY_STATES } from './nouns.js';

export const siteSchema = z.strictObject({ id: idSchema, district: z.exactOptional(textSchema) });

export const eventSchema = z
  .strictObject({
    id: idSchema,
    kind: textSchema,
    on: daySchema,
    knownOn: z.exactOptional(daySchema),
    until: z.exactOptional(daySchema),
    repairedOn: z.exactOptional(daySchema),
    values: z.exactOptional(z.record(z.string(), factSchema)),
    source: textSchema,
  })
  .check(({ value, issues }) => {
    for (const { code, path, params } of eventDayFaults(value)) {
      issues.push({ code: 'custom', input: value, path: [...path], params: { code, ...params } });
    }
  });

export const entitySchema = z.strictObject({
  id: idSchema,
  name: z.exactOptional(textSchema),
  since: z.exactOptional(daySchema),
  district: z.exactOptional(textSchema),
  sites: z.exactOptional(z.array(siteSchema)),
  state: z.exactOptional(z.enum(ENTITY_STATES)),
  facts: z.record(z.string(), factSchema),
  events: z.array(eventSchema),
  lists: z.array(textSchema),
  lastVisits: z.exactOptional(z.record(z.string(), daySchema)),
});
