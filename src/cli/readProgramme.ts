import type { Day } from '../core/day.js';
import { isEvenhandError } from '../core/error.js';
import { safeParseProgramme } from '../programme/parseProgramme.js';
import type { Programme, ProgrammeSource } from '../programme/programme.js';
import { programmeSchema } from '../programme/programmeSchema.js';
import { errorsOf } from './findings.js';
import { type FromFile, inFile, readDocument } from './readDocument.js';

/** A programme out of its file, and its source even where its rules are faulty. */
export interface ReadProgramme extends FromFile<Programme> {
  readonly source?: ProgrammeSource;
}

/**
 * A programme with everything that is wrong with it, warnings included; with `asOf` also whether each
 * of its documents is in force on that day.
 */
export async function readProgramme(path: string, asOf?: Day): Promise<ReadProgramme> {
  const read = await readDocument(path);
  if (read.value === undefined) return { issues: read.issues };
  const shape = programmeSchema.safeParse(read.value);
  const source = shape.success ? { source: shape.data as ProgrammeSource } : {};
  const parsed = safeParseProgramme(read.value);
  const { issues } = inFile(path, parsed.issues);
  if (!parsed.ok) return { ...source, issues };
  const later = asOf === undefined ? [] : inFile(path, openingIssues(parsed.value, asOf)).issues;
  if (errorsOf(later).length > 0) return { ...source, issues: [...issues, ...later] };
  return { ...source, value: parsed.value, issues };
}

function openingIssues(programme: Programme, asOf: Day) {
  try {
    programme.at(asOf);
    return [];
  } catch (error) {
    if (isEvenhandError(error)) return error.issues;
    throw error;
  }
}
