import { requireArgument } from '../../core/argument.js';
import { isDay } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import type { Cap } from '../cap.js';
import type { LedgerOptions } from './answered.js';

/**
 * What a call of the ledger is told beside the request, the caps as a list: a wrong document or option is the caller's
 * mistake, whoever asks.
 *
 * @param call - the function, as its caller wrote it
 * @throws `bad-argument`; `no-such-day` for a today that is none
 */
export function checkedCall(
  call: string,
  caps: Cap | readonly Cap[],
  options: LedgerOptions,
): readonly Cap[] {
  const all: readonly Cap[] = Array.isArray(caps) ? caps : [caps as Cap];
  for (const cap of all) if (!sound.has(cap)) checkCap(call, cap);
  requireArgument(call, 'options', options, 'object');
  const { asOf, register } = options;
  if (asOf !== undefined && !isDay(asOf)) {
    const given = String(asOf);
    const expected = 'YYYY-MM-DD';
    throw mistake(
      'no-such-day',
      `no such day: \`${given}\` in \`asOf\` (expected ${expected})`,
      { given, expected },
      ['asOf'],
    );
  }
  if (register !== undefined) checkRegister(call, register);
  return all;
}

/** Documents don't change: each is looked at once. */
const sound = new WeakSet<object>();

function checkCap(call: string, cap: Cap): void {
  requireArgument(call, 'caps', cap, {
    ...{ id: 'string', version: 'string', from: 'string' },
    ...{ limits: 'array', exceptions: 'array' },
  });
  for (const [i, limit] of cap.limits.entries()) {
    requireArgument(call, `caps.limits[${i}]`, limit, {
      ...{ id: 'string', unit: 'object', counts: 'object' },
    });
  }
  sound.add(cap);
}

function checkRegister(call: string, register: NonNullable<LedgerOptions['register']>): void {
  requireArgument(call, 'register', register, 'object');
  const { entities, authorities, items } = register;
  if (entities !== undefined) {
    requireArgument(call, 'register.entities', entities, { has: 'function' });
  }
  if (authorities !== undefined) {
    requireArgument(call, 'register.authorities', authorities, { has: 'function' });
  }
  if (items !== undefined) requireArgument(call, 'register.items', items, { get: 'function' });
}
