export { CREDIT_CODES, type CreditCode } from './codes.js';
export { type OwnMatter, type OwnView, ownView } from './ownView.js';
export { checkPublication } from './publication/checkPublication.js';
export { type RepairStanding, repairStanding } from './publication/judgeRepair.js';
export { parsePublication, safeParsePublication } from './publication/parsePublication.js';
export type {
  Publication,
  PublicationCase,
  PublicationRule,
  RepairNeed,
} from './publication/publication.js';
export { publicationSchema } from './publication/publicationSchema.js';
export {
  PUBLICITY_REASONS,
  type PublicationQuestion,
  type Publicity,
  type PublicityReason,
  publicityOf,
  publishedOn,
} from './publication/publishedOn.js';
export {
  checkRecognition,
  parseRecognition,
  safeParseRecognition,
} from './recognition/checkRecognition.js';
export {
  type ForeignGrade,
  type Recognised,
  recognise,
  safeRecognise,
} from './recognition/recognise.js';
export type { Recognition, ScaleOf } from './recognition/recognition.js';
export { recognitionSchema } from './recognition/recognitionSchema.js';
export { checkRecordRules } from './record/checkRecordRules.js';
export {
  type CreditRecord,
  emptyRecord,
  type Joined,
  joinEntries,
  joinRecords,
  recordDigest,
  type SetAside,
} from './record/creditRecord.js';
export {
  DEEDS,
  type Deed,
  type EntrySource,
  FACT_FIELDS,
  FACT_KINDS,
  type FactEntry,
  type FactField,
  type FactFields,
  type FactKind,
  isStep,
  type RecordEntry,
  STEP_KINDS,
  type StepEntry,
  type StepKind,
} from './record/entry.js';
export { type ListMembership, listsOf } from './record/listsOf.js';
export type { Conflict, Matter, RecordView, Taken } from './record/matter.js';
export { parseEntry, safeParseEntry } from './record/parseEntry.js';
export { parseRecord, safeParseRecord } from './record/parseRecord.js';
export { parseRecordRules, safeParseRecordRules } from './record/parseRecordRules.js';
export {
  type Projected,
  type ProjectQuestion,
  projectEvents,
  projectRecord,
} from './record/projectEvents.js';
export { type RecordQuestion, recordAsOf } from './record/recordAsOf.js';
export type { EventName, RecordRules } from './record/recordRules.js';
export { recordRulesSchema } from './record/recordRulesSchema.js';
export { recordJsonSchemas } from './recordJsonSchemas.js';
export { type CreditRating, scoreCredit } from './scoreCredit.js';
