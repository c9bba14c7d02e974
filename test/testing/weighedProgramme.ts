import type { ProgrammeSource } from '../../src/programme/programme.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';

/** The example programme with a sampling document by which all tasks draw by weight, unless they say otherwise. */
export const weighedProgramme: ProgrammeSource = {
  ...exampleProgramme,
  documents: exampleProgramme.documents.map((one) =>
    one.kind === 'sampling'
      ? { ...one, method: 'pareto', weight: { fact: 'visitors', missing: 3, cite: 'example' } }
      : one,
  ),
};
