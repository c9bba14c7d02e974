import { calendarSchema } from '../calendar/calendarSchema.js';
import { samplingSchema } from '../draw/samplingSchema.js';
import { matrixSchema } from '../matrix/matrixSchema.js';
import { scheduleSchema } from '../matrix/scheduleSchema.js';
import { jsonSchemaOf } from '../register/jsonSchemaOf.js';
import type { JsonSchema } from '../register/registerJsonSchemas.js';
import { schemeSchema } from '../scoring/schemeSchema.js';
import { capSchema } from '../visits/capSchema.js';
import { visitRulesSchema } from '../visits/visitRulesSchema.js';
import { programmeSchema } from './programmeSchema.js';

/**
 * The JSON Schemas of a programme and of each kind of document, for editors and other languages.
 * They hold the shape; `safeParseProgramme` also finds what a shape cannot say.
 *
 * @example
 * ```ts
 * import { documentJsonSchemas } from 'evenhand/programme';
 *
 * Object.keys(documentJsonSchemas()); // => ['programme', 'scheme', 'matrix', 'schedule', 'cap', 'sampling', 'calendar', 'visit-rules']
 * ```
 */
export function documentJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    programme: jsonSchemaOf(programmeSchema),
    scheme: jsonSchemaOf(schemeSchema),
    matrix: jsonSchemaOf(matrixSchema),
    schedule: jsonSchemaOf(scheduleSchema),
    cap: jsonSchemaOf(capSchema),
    sampling: jsonSchemaOf(samplingSchema),
    calendar: jsonSchemaOf(calendarSchema),
    'visit-rules': jsonSchemaOf(visitRulesSchema),
  };
}
