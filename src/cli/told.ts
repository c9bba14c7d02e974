import { mistake } from '../core/error.js';

/**
 * The value of an option that an action needs.
 *
 * @throws `option-missing`
 */
export function told<T>(value: T | undefined, expected: string, command: string): T {
  if (value !== undefined) return value;
  throw mistake('option-missing', `${expected} is missing`, { expected, command });
}
