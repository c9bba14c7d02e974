import { orThrow, type Parsed, safeParsed } from '../../register/parsed.js';
import type { DrawRegister } from './drawRegister.js';
import { drawRegisterSchema } from './drawRegisterSchema.js';

/** Reads a register of draws from plain data; what is wrong with its shape is returned. */
export function safeParseDrawRegister(value: unknown): Parsed<DrawRegister> {
  return safeParsed(drawRegisterSchema, value) as Parsed<DrawRegister>;
}

/**
 * Reads a register of draws from plain data.
 *
 * @throws `bad-noun` with every issue
 */
export function parseDrawRegister(value: unknown): DrawRegister {
  return orThrow('register of draws', safeParseDrawRegister(value));
}
