import { inspectorSchema } from './inspectorSchema.js';
import type { Inspector } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * An inspector (执法检查人员) out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseInspector } from 'evenhand/register';
 *
 * const officer = parseInspector({
 *   id: 'P-1',
 *   authority: 'fire',
 *   lead: true,
 *   districts: ['110105'],
 *   items: ['fire-exits'],
 *   certificates: [{ id: 'C-1', to: '2027-12-31' }],
 *   capacity: 40,
 *   absences: [],
 *   recusals: [],
 * });
 * officer.capacity; // => 40
 * ```
 */
export function parseInspector(value: unknown): Inspector {
  return orThrow('inspector', safeParseInspector(value));
}

/** As `parseInspector`, but what is wrong is returned. */
export function safeParseInspector(value: unknown): Parsed<Inspector> {
  return safeParsed<Inspector>(inspectorSchema, value);
}
