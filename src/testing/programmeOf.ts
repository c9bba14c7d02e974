import { parseProgramme } from '../programme/parseProgramme.js';
import type { Programme, ProgrammeSource } from '../programme/programme.js';

/** A programme as a test has it at hand: parsed already, or as plain data. */
export type AnyProgramme = Programme | ProgrammeSource;

/** The parsed programme; plain data is parsed, and refused where it is wrong. */
export function programmeOf(programme: AnyProgramme): Programme {
  return 'at' in programme ? programme : parseProgramme(programme);
}
