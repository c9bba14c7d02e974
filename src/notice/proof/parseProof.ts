import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { Proof } from './proof.js';
import { proofSchema } from './proofSchema.js';

/** Reads a proof from plain data; what is wrong with its shape is returned. */
export function safeParseProof(value: unknown): Parsed<Proof> {
  return safeParsed(proofSchema, value) as Parsed<Proof>;
}

/**
 * Reads a proof from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseProof(value: unknown): Proof {
  return orThrow('proof', safeParseProof(value));
}
