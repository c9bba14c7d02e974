import { mistake } from '../core/error.js';

/**
 * Refuses what is no parsed programme, most often its plain data.
 *
 * @throws `bad-programme`
 */
export function requireProgramme(programme: unknown): void {
  const { at, source } = (programme ?? {}) as { readonly at?: unknown; readonly source?: unknown };
  if (typeof at === 'function' && source !== undefined) return;
  throw mistake('bad-programme', 'no parsed programme was given; parse it with `parseProgramme`');
}
