import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import { errorsOf, requireClean } from './findings.js';
import type { Desk } from './io.js';
import type { InputOptions } from './options.js';
import { readInput } from './readInput.js';
import { heldRegister } from './readRegister.js';

/**
 * A register and its programme with no bad row, and the warnings about them.
 *
 * @throws what `readInput` and `requireClean` throw
 */
export async function wholeRegister(desk: Desk, options: InputOptions, asOf: Day) {
  const year = Number(asOf.slice(0, 4));
  const { programme, register, findings } = await readInput(desk, options, asOf, year, 'register');
  requireClean(findings, false);
  if (programme === undefined || register === undefined) {
    throw mistake('unclean-input', 'the input cannot be used', { given: 0 });
  }
  const errors = new Set(errorsOf(findings.issues));
  return {
    programme,
    register: await heldRegister(register),
    issues: findings.issues.filter((one) => !errors.has(one)),
  };
}
