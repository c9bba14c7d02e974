import { requireArgument } from '../core/argument.js';

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
