import { isDay } from '../../core/day.js';
import { type EvenhandError, mistake } from '../../core/error.js';
import type { Cap } from '../cap.js';
import type { LedgerOptions } from './answered.js';
import { isObject, shown } from './shape.js';

/**
 * What a call of the ledger is told beside the request, the caps as a list: a wrong document or option is the caller's
 * mistake, whoever asks.
 *
 * @throws `wrong-type` with the argument; `no-such-day` for a today that is none
 */
export function checkedCall(caps: Cap | readonly Cap[], options: LedgerOptions): readonly Cap[] {
  const all: readonly Cap[] = Array.isArray(caps) ? caps : [caps as Cap];
  for (let i = 0; i < all.length; i++) {
    const cap = all[i] as Cap;
    if (sound.has(cap)) continue;
    if (!isCap(cap))
      throw wrongType(cap, '{ id, version, from, limits, exceptions, … }', 'caps', i);
    sound.add(cap);
  }
  if (!isObject(options)) throw wrongType(options, '{ asOf, register }', 'options');
  const { asOf, register } = options;
  if (asOf !== undefined && !isDay(asOf)) {
    const given = shown(asOf);
    throw mistake(
      'no-such-day',
      `no such day: \`${given}\` in \`asOf\` (expected YYYY-MM-DD)`,
      {
        ...{ given, expected: 'YYYY-MM-DD' },
      },
      ['asOf'],
    );
  }
  if (register !== undefined) checkRegister(register);
  return all;
}

/** Documents don't change: each is looked at once. */
const sound = new WeakSet<object>();

function isCap(cap: unknown): cap is Cap {
  if (!isObject(cap)) return false;
  const { id, version, from, limits, exceptions } = cap;
  const areTexts = [id, version, from].every((one) => typeof one === 'string');
  const isLimit = (one: unknown): boolean =>
    isObject(one) &&
    typeof one['id'] === 'string' &&
    isObject(one['unit']) &&
    isObject(one['counts']);
  return (
    areTexts &&
    Array.isArray(limits) &&
    limits.every(isLimit) &&
    Array.isArray(exceptions) &&
    exceptions.every(isObject)
  );
}

function checkRegister(register: unknown): void {
  if (!isObject(register))
    throw wrongType(register, '{ entities, authorities, items }', 'register');
  for (const [part, method] of PARTS) {
    const given = register[part];
    if (given === undefined) continue;
    if (typeof (given as Readonly<Record<string, unknown>> | null)?.[method] === 'function')
      continue;
    throw wrongType(given, `{ ${method}(id) }`, 'register', part);
  }
}

const PARTS = [
  ['entities', 'has'],
  ['authorities', 'has'],
  ['items', 'get'],
] as const;

/** The error for an argument of another type. */
export function wrongType(
  value: unknown,
  expected: string,
  ...path: readonly (string | number)[]
): EvenhandError {
  const given = shown(value);
  return mistake(
    'wrong-type',
    `wrong type: \`${path.join('.')}\` is \`${given}\` (expected ${expected})`,
    { given, expected },
    path,
  );
}
