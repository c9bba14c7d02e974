import { checkCalendar } from '../calendar/checkCalendar.js';
import type { Issue } from '../core/issue.js';
import { checkSampling } from '../draw/checkSampling.js';
import { checkMatrix } from '../matrix/checkMatrix.js';
import { checkSchedule } from '../matrix/checkSchedule.js';
import { checkScheme } from '../scoring/check.js';
import { checkCap } from '../visits/checkCap.js';
import { checkVisitRules } from '../visits/checkVisitRules.js';
import type { ProgrammeDocument } from './programme.js';

const checkers = {
  scheme: checkScheme,
  matrix: checkMatrix,
  schedule: checkSchedule,
  cap: checkCap,
  sampling: checkSampling,
  calendar: checkCalendar,
  'visit-rules': checkVisitRules,
} satisfies {
  [K in ProgrammeDocument['kind']]: (
    document: Extract<ProgrammeDocument, { kind: K }>,
  ) => readonly Issue[];
};

/** What is wrong with a document whose shape is right, whatever its kind. */
export function documentCheck(document: ProgrammeDocument): readonly Issue[] {
  const check = checkers[document.kind] as (one: ProgrammeDocument) => readonly Issue[];
  return check(document);
}
