export { type Act, applyActs } from './acts.js';
export { type Assessable, type Assessment, assess, assessAt, safeAssess } from './assess.js';
export { type Classified, classify } from './classify.js';
export { PROGRAMME_CODES, type ProgrammeCode } from './codes.js';
export { documentJsonSchemas } from './jsonSchemas.js';
export { type NextGrade, nextGrade } from './nextGrade.js';
export { parseProgramme, programmeIssues, safeParseProgramme } from './parseProgramme.js';
export type {
  Programme,
  ProgrammeAt,
  ProgrammeDocument,
  ProgrammeSource,
  RoleReference,
  Roles,
} from './programme.js';
export { type Verified, verifyAssessment } from './verifyAssessment.js';
