import type { Register } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';
import { registerSchema } from './registerSchema.js';

/**
 * A whole register out of plain data: shapes only; \`registerFromRows\` also checks what refers to what.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseRegister } from 'evenhand/register';
 *
 * parseRegister({ entities: [], inspectors: [], authorities: [], items: [] }).entities; // => []
 * ```
 */
export function parseRegister(value: unknown): Register {
  return orThrow('register', safeParseRegister(value));
}

/** As `parseRegister`, but what is wrong is returned. */
export function safeParseRegister(value: unknown): Parsed<Register> {
  return safeParsed<Register>(registerSchema, value);
}
