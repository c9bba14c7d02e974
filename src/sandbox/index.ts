export { type Admission, type AdmissionAnswer, admit } from './admit.js';
export { checkSandboxRules } from './checkSandboxRules.js';
export { SANDBOX_CODES, type SandboxCode } from './codes.js';
export type { LimitReading } from './limitReadings.js';
export { parseSandboxRules, safeParseSandboxRules } from './parseSandbox.js';
export { sandboxJsonSchemas } from './sandboxJsonSchemas.js';
export type {
  SandboxLimit,
  SandboxRules,
  SandboxStage,
  SandboxTrigger,
} from './sandboxRules.js';
export { sandboxRulesSchema } from './sandboxRulesSchema.js';
export {
  planEffects,
  SANDBOX_STATES,
  type SandboxRecord,
  type SandboxState,
  type SandboxStatus,
  sandboxStatus,
} from './sandboxStatus.js';
export { stagesOf } from './stages.js';
export type { TriggerNote } from './triggered.js';
