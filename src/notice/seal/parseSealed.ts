import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { SealedB } from './sealed.js';
import { sealedSchema } from './sealedSchema.js';

/** Reads a sealed notice B from plain data; what is wrong with its shape is returned. */
export function safeParseSealed(value: unknown): Parsed<SealedB> {
  return safeParsed(sealedSchema, value) as Parsed<SealedB>;
}

/**
 * Reads a sealed notice B from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseSealed(value: unknown): SealedB {
  return orThrow('sealed notice B', safeParseSealed(value));
}
