import { requireArgument } from '../core/argument.js';
import type { SchemeAt } from './compile.js';

/**
 * Refuses what is no compiled scheme, most often its document.
 *
 * @param call - the function, as its caller wrote it
 * @param argument - the argument's name there
 * @throws `bad-argument`
 */
export function requireCompiled(call: string, argument: string, given: unknown): void {
  requireArgument(call, argument, given, { scheme: 'object', terms: 'array' }, 'compileScheme(…)');
}

/**
 * Refuses what is no compiled scheme at a day. Asked for each row of a register, so the full question is put
 * only where the short one fails.
 *
 * @throws `bad-argument`
 */
export function requireSchemeAt(call: string, given: SchemeAt): void {
  if (given?.compiled?.terms !== undefined) return;
  requireArgument(call, 'at', given, { compiled: { terms: 'array' } }, 'schemeAt(…)');
}
