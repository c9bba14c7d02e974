import { authoritySchema } from './itemSchema.js';
import type { Authority } from './nouns.js';
import { orThrow, type Parsed, safeParsed } from './parsed.js';

/**
 * A body that inspects (监管部门) out of plain data.
 *
 * @throws `bad-noun`, whose issues say what is wrong and where
 * @example
 * ```ts
 * import { parseAuthority } from 'evenhand/register';
 *
 * parseAuthority({ id: 'fire', name: '消防救援' }).id; // => 'fire'
 * ```
 */
export function parseAuthority(value: unknown): Authority {
  return orThrow('authority', safeParseAuthority(value));
}

/** As `parseAuthority`, but what is wrong is returned. */
export function safeParseAuthority(value: unknown): Parsed<Authority> {
  return safeParsed<Authority>(authoritySchema, value);
}
