import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { PlanAmendment } from './amendment.js';
import { amendmentSchema } from './amendmentSchema.js';

/** Reads an amendment from plain data; what is wrong with its shape is returned. */
export function safeParseAmendment(value: unknown): Parsed<PlanAmendment> {
  return safeParsed(amendmentSchema, value) as Parsed<PlanAmendment>;
}

/**
 * Reads an amendment from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseAmendment(value: unknown): PlanAmendment {
  return orThrow('amendment', safeParseAmendment(value));
}
