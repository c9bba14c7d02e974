import { mistake } from '../core/error.js';
import { shownValue } from '../core/shownValue.js';
import type { DrawCode } from './codes.js';

/** Whether a value counts things: a safe integer of at least 0, and not -0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

/** The count itself; `field` says where it stood. @throws the given code where it is none */
export function checkedCount(value: number, code: DrawCode, field: string): number {
  if (isCount(value)) return value;
  const given = Object.is(value, -0) ? '-0' : shownValue(value);
  throw mistake(code, `bad \`${field}\`: \`${given}\` (expected an integer of at least 0)`, {
    given,
    field,
  });
}
