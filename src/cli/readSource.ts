import type { EntropySource } from '../plan/planInput.js';
import { type Parsed, safeParsed } from '../register/parsed.js';
import { entropySource } from '../ticket/entropy/entropySource.js';
import type { EntropySpec } from '../ticket/entropy/entropySpec.js';
import { entropySpecSchema } from '../ticket/entropy/entropySpecSchema.js';
import { sourceSchema } from './inputSchemas.js';

/** A source as `sources.json` lists it: in words, or with a `kind` as data its value is checked by. */
export function readSource(value: unknown): Parsed<EntropySource> {
  const isSpec = typeof value === 'object' && value !== null && 'kind' in value;
  if (!isSpec) return safeParsed(sourceSchema, value);
  const parsed = safeParsed(entropySpecSchema, value);
  return parsed.ok ? { ok: true, value: entropySource(parsed.value as EntropySpec) } : parsed;
}
