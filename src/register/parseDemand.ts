import type { Demand } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';
import { demandSchema } from './visitSchema.js';

/**
 * A demand (检查需求) out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseDemand } from 'evenhand/register';
 *
 * const demand = parseDemand({
 *   id: 'd1',
 *   entity: 'A',
 *   authority: 'fire',
 *   item: 'fire-exits',
 *   kind: 'spot-check',
 *   cause: 'draw',
 *   window: { from: '2026-03-01', to: '2026-06-30' },
 *   weight: 1,
 *   duty: false,
 * });
 * demand.cause; // => 'draw'
 * ```
 */
export function parseDemand(value: unknown): Demand {
  return orThrow('demand', safeParseDemand(value));
}

/** As `parseDemand`, but what is wrong is returned. */
export function safeParseDemand(value: unknown): Parsed<Demand> {
  return safeParsed<Demand>(demandSchema, value);
}
