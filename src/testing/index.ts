export { arbitraryCalendar } from './arbitraries/calendar.js';
export { arbitraryCap } from './arbitraries/cap.js';
export { arbitraryChain, arbitraryTampering, type Tampered } from './arbitraries/chain.js';
export { arbitraryEvents, arbitraryFacts } from './arbitraries/conditionFacts.js';
export { arbitraryAsOf, arbitraryDay, daysInForce } from './arbitraries/day.js';
export { arbitraryDecimal } from './arbitraries/decimal.js';
export { arbitraryDemands, type DemandsOptions } from './arbitraries/demands.js';
export {
  arbitraryEntity,
  arbitraryEntityOnDay,
  type EntityOnDay,
  type EntityOptions,
} from './arbitraries/entity.js';
export { arbitraryFrame, type FrameToDraw } from './arbitraries/frame.js';
export { arbitraryInspectionActs, type InspectionCase } from './arbitraries/inspection.js';
export { arbitraryKey, arbitraryOrder } from './arbitraries/key.js';
export { arbitraryLimits, arbitrarySteps, type LedgerStep } from './arbitraries/ledger.js';
export { arbitraryMatrix, type MatrixOptions } from './arbitraries/matrix.js';
export { arbitraryYearDone, type YearDone } from './arbitraries/oversight.js';
export {
  arbitraryPlanInput,
  arbitraryYear,
  type YearOptions,
  type YearToPlan,
} from './arbitraries/planInput.js';
export { arbitraryProgramme } from './arbitraries/programme.js';
export { arbitraryRatio } from './arbitraries/ratio.js';
export { arbitraryReports, type RecordOptions } from './arbitraries/record.js';
export { arbitraryRegister, type RegisterOptions } from './arbitraries/register.js';
export { arbitrarySampling } from './arbitraries/sampling.js';
export { arbitraryScale } from './arbitraries/scale.js';
export { arbitraryScheme, type SchemeOptions } from './arbitraries/scheme.js';
export {
  arbitraryInspectors,
  arbitraryStaffing,
  type InspectorsOptions,
  type Lottery,
} from './arbitraries/staffing.js';
export { arbitraryScene, type SceneToMerge } from './arbitraries/standards.js';
export { arbitraryQuota, arbitraryTasks, type TasksOptions } from './arbitraries/tasks.js';
export { arbitraryVisitRequests, type VisitRequestsOptions } from './arbitraries/visitRequests.js';
export { type ApprovalPlatform, approvalLaws } from './laws/approvalLaws.js';
export { type CalendarPlatform, calendarLaws } from './laws/calendarLaws.js';
export { type ChainPlatform, chainLaws } from './laws/chainLaws.js';
export { type ColumnPlatform, columnLaws } from './laws/columnLaws.js';
export { crossedLimits } from './laws/crossedLimits.js';
export { type DrawPlatform, drawLaws } from './laws/drawLaws.js';
export { type DueDiligencePlatform, dueDiligenceLaws } from './laws/dueDiligenceLaws.js';
export { type InspectionPlatform, inspectionLaws } from './laws/inspectionLaws.js';
export { type Finding, type Law, law } from './laws/law.js';
export { type LedgerPlatform, ledgerLaws } from './laws/ledgerLaws.js';
export { type MatrixLawOptions, type MeasuresFor, matrixLaws } from './laws/matrixLaws.js';
export { arbitraryGrounds, type MeasurePlatform, measureLaws } from './laws/measureLaws.js';
export { type NoticePlatform, noticeLaws } from './laws/noticeLaws.js';
export { type OversightPlatform, oversightLaws } from './laws/oversightLaws.js';
export {
  type DiscretionPlatform,
  discretionLaws,
  type LeniencyPlatform,
  leniencyLaws,
} from './laws/penaltyLaws.js';
export { type PlanPlatform, planLaws } from './laws/planLaws.js';
export {
  type AssessmentPlatform,
  type ProgrammeLawOptions,
  programmeLaws,
} from './laws/programmeLaws.js';
export { type ProtocolPlatform, protocolLaws } from './laws/protocolLaws.js';
export { type PublicationPlatform, publicationLaws } from './laws/publicationLaws.js';
export { type RecordPlatform, recordLaws } from './laws/recordLaws.js';
export { type RegradePlatform, regradeLaws } from './laws/regradeLaws.js';
export { type SandboxPlatform, sandboxLaws } from './laws/sandboxLaws.js';
export { type ScenarioPlatform, scenarioLaws } from './laws/scenarioLaws.js';
export { badKinds, type Rate, schemeLaws } from './laws/schemeLaws.js';
export { type SqlLaw, type SqlPlatform, sqlLaws } from './laws/sqlLaws.js';
export type { StoreLaw, StorePlatform } from './laws/storeLaw.js';
export { storeLaws } from './laws/storeLaws.js';
export { type VisitPlatform, visitLaws } from './laws/visitLaws.js';
export { arbitraryWatched, type WarningPlatform, warningLaws } from './laws/warningLaws.js';
export type { AnyProgramme } from './programmeOf.js';
export type { WarehouseTable } from './warehouse/registerTables.js';
