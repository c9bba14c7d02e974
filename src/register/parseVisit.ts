import type { Visit } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';
import { visitSchema } from './visitSchema.js';

/**
 * A visit (入企检查) out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseVisit } from 'evenhand/register';
 *
 * const visit = parseVisit({
 *   id: 'A/spot-check',
 *   entity: 'A',
 *   kind: 'spot-check',
 *   day: '2026-06-01',
 *   lead: 'fire',
 *   partners: ['food'],
 *   demands: ['d1', 'd2'],
 * });
 * visit.partners; // => ['food']
 * ```
 */
export function parseVisit(value: unknown): Visit {
  return orThrow('visit', safeParseVisit(value));
}

/** As `parseVisit`, but what is wrong is returned. */
export function safeParseVisit(value: unknown): Parsed<Visit> {
  return safeParsed<Visit>(visitSchema, value);
}
