export { REGISTER_CODES, type RegisterCode, USCC_FAULTS, type UsccFault } from './codes.js';
export { COLUMNS, type Column, FILE_KINDS, type FileKind } from './columns.js';
export {
  type Answer,
  type Condition,
  type EventAggregate,
  eventKindsOf,
  type FieldCondition,
  fieldOf,
  fieldsOf,
  holds,
  isEffective,
  type Subject,
  windowStart,
} from './condition.js';
export { BEIJING_DISTRICTS, type Division, isBeijingDistrict } from './division.js';
export { entityDigest } from './entityDigest.js';
export { INDUSTRY_SECTIONS, type IndustrySection, sectionOf } from './industry.js';
export {
  type Authority,
  type Certificate,
  CHANCES,
  type Chances,
  type Demand,
  ENTITY_STATES,
  type Entity,
  type EntityState,
  type Event,
  type Evidence,
  type Fact,
  FOR_CAUSE,
  type ForCause,
  type Inspector,
  type Item,
  METHODS,
  type Method,
  type Recusal,
  type Register,
  type Site,
  type Task,
  type TaskQuota,
  type TaskShare,
  type TaskSpread,
  VISIT_KINDS,
  type Visit,
  type VisitKind,
} from './nouns.js';
export { parseAuthority, safeParseAuthority } from './parseAuthority.js';
export { parseCondition, safeParseCondition } from './parseCondition.js';
export { parseDemand, safeParseDemand } from './parseDemand.js';
export type { Parsed } from './parsed.js';
export { parseEntity, safeParseEntity } from './parseEntity.js';
export { parseEvent, safeParseEvent } from './parseEvent.js';
export { parseInspector, safeParseInspector } from './parseInspector.js';
export { parseItem, safeParseItem } from './parseItem.js';
export { parseRegister, safeParseRegister } from './parseRegister.js';
export { parseTask, safeParseTask } from './parseTask.js';
export { parseVisit, safeParseVisit } from './parseVisit.js';
export type { RawRow } from './rawRow.js';
export type { AroundRows } from './readAround.js';
export { FACT_TYPES, type FactType } from './readFact.js';
export { registerFromRows } from './registerFromRows.js';
export { type IntakeReading, type RegisterIntake, registerIntake } from './registerIntake.js';
export {
  type JsonSchema,
  type RegisterSchemaName,
  registerJsonSchemas,
} from './registerJsonSchemas.js';
export type { RegisterOptions, RegisterReading, RegisterRows } from './registerReading.js';
export { isUscc, type UsccBase, usccFault, usccOf } from './uscc.js';
