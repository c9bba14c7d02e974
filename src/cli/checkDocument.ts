import { ownDigest } from '../core/digest.js';
import { errorAt, type Issue } from '../core/issue.js';
import { safeParsePublication } from '../credit/publication/parsePublication.js';
import { safeParseRecognition } from '../credit/recognition/checkRecognition.js';
import { safeParseRecord } from '../credit/record/parseRecord.js';
import { safeParseRecordRules } from '../credit/record/parseRecordRules.js';
import { safeParseRecordChain } from '../inspection/chain/parseChain.js';
import { safeParseSystemDuties } from '../inspection/chain/parseDuties.js';
import { verifyChain } from '../inspection/chain/verifyChain.js';
import { safeParseInspectionRules, safeParseResultList } from '../inspection/parseInspection.js';
import { safeParseDiscretionTable, safeParseLeniencyList } from '../inspection/parsePenalty.js';
import { safeParseListRules, safeParseMeasureList } from '../measures/parseMeasures.js';
import { safeParseAmendment } from '../notice/amend/parseAmendment.js';
import { checkDrawRegister } from '../notice/drawRegister/checkDrawRegister.js';
import type { DrawRegister } from '../notice/drawRegister/drawRegister.js';
import { safeParseNoticeA, safeParseNoticeB } from '../notice/parseNotice.js';
import { safeParseProof } from '../notice/proof/parseProof.js';
import { safeParseSealed } from '../notice/seal/parseSealed.js';
import { type AnalysisOptions, analyze } from '../programme/analysis/analyze.js';
import type { Parsed } from '../register/parsed.js';
import {
  safeParseApprovalRules,
  safeParseKeyRules,
  safeParseRegrading,
  safeParseWarningRules,
} from '../risk/parseRisk.js';
import { safeParseSandboxRules } from '../sandbox/parseSandbox.js';
import { safeParseChecklist, safeParseScene, safeParseStandard } from '../scenario/parseScene.js';
import { inFile, readDocument } from './readDocument.js';

/** What finds the faults of each thing that is no document of a programme, by its `schema`. */
const CHECKS: ReadonlyMap<unknown, (value: unknown) => readonly Issue[]> = new Map<
  string,
  (value: unknown) => readonly Issue[]
>([
  ['evenhand/notice-a/1', (value) => noticeIssues(safeParseNoticeA(value))],
  ['evenhand/notice-b/1', (value) => noticeIssues(safeParseNoticeB(value))],
  ['evenhand/amendment/1', (value) => issuesOf(safeParseAmendment(value))],
  ['evenhand/sealed-b/1', (value) => issuesOf(safeParseSealed(value))],
  ['evenhand/proof/1', (value) => issuesOf(safeParseProof(value))],
  ['evenhand/draw-register/1', (value) => checkDrawRegister(value as DrawRegister)],
  ['evenhand/publication/1', (value) => safeParsePublication(value).issues],
  ['evenhand/record-rules/1', (value) => safeParseRecordRules(value).issues],
  ['evenhand/recognition/1', (value) => safeParseRecognition(value).issues],
  ['evenhand/lists/1', (value) => safeParseListRules(value).issues],
  ['evenhand/measures/1', (value) => safeParseMeasureList(value).issues],
  ['evenhand/scene/1', (value) => safeParseScene(value).issues],
  ['evenhand/standard/1', (value) => safeParseStandard(value).issues],
  ['evenhand/checklist/1', (value) => safeParseChecklist(value).issues],
  ['evenhand/result-list/1', (value) => safeParseResultList(value).issues],
  ['evenhand/inspection-rules/1', (value) => safeParseInspectionRules(value).issues],
  ['evenhand/system-duties/1', (value) => safeParseSystemDuties(value).issues],
  ['evenhand/record-chain/1', chainIssues],
  ['evenhand/regrading/1', (value) => safeParseRegrading(value).issues],
  ['evenhand/warnings/1', (value) => safeParseWarningRules(value).issues],
  ['evenhand/approval/1', (value) => safeParseApprovalRules(value).issues],
  ['evenhand/key/1', (value) => safeParseKeyRules(value).issues],
  ['evenhand/sandbox/1', (value) => safeParseSandboxRules(value).issues],
  ['evenhand/leniency/1', (value) => safeParseLeniencyList(value).issues],
  ['evenhand/discretion/1', (value) => safeParseDiscretionTable(value).issues],
  ['evenhand/record/1', (value) => issuesOf(safeParseRecord(value))],
]);

/** The same of documents by their `kind`. */
const BY_KIND: Readonly<Record<string, string>> = {
  publication: 'evenhand/publication/1',
  record: 'evenhand/record-rules/1',
  recognition: 'evenhand/recognition/1',
  lists: 'evenhand/lists/1',
  measures: 'evenhand/measures/1',
  scene: 'evenhand/scene/1',
  standard: 'evenhand/standard/1',
  checklist: 'evenhand/checklist/1',
  'result-list': 'evenhand/result-list/1',
  'inspection-rules': 'evenhand/inspection-rules/1',
  'system-duties': 'evenhand/system-duties/1',
  regrading: 'evenhand/regrading/1',
  warnings: 'evenhand/warnings/1',
  approval: 'evenhand/approval/1',
  key: 'evenhand/key/1',
  sandbox: 'evenhand/sandbox/1',
  leniency: 'evenhand/leniency/1',
  discretion: 'evenhand/discretion/1',
};

/**
 * What is wrong with a programme, a document of any kind, or something published, told apart by its
 * `schema`, or by its `kind` where nothing can be told by that; and of a programme or a document
 * without errors what its author should know.
 */
export function documentIssues(value: unknown, options: AnalysisOptions = {}): readonly Issue[] {
  const { schema, kind } = (value ?? {}) as { readonly schema?: unknown; readonly kind?: unknown };
  const check = CHECKS.get(schema) ?? CHECKS.get(BY_KIND[String(kind)]);
  return check === undefined ? analyze(value, options) : check(value);
}

/** A notice whose own digest is not that of its content was changed by somebody careless. */
function noticeIssues(parsed: Parsed<{ readonly digest: string }>): readonly Issue[] {
  if (!parsed.ok) return parsed.issues;
  const expected = ownDigest({ ...parsed.value });
  const { digest: given } = parsed.value;
  return given === expected ? [] : [errorAt('pin-differs', ['digest'], { given, expected })];
}

/** A record is checked entry by entry; whether its end was cut off only a published head can tell. */
function chainIssues(value: unknown): readonly Issue[] {
  const parsed = safeParseRecordChain(value);
  return parsed.ok ? verifyChain(parsed.value).issues : parsed.issues;
}

const issuesOf = (parsed: Parsed<unknown>): readonly Issue[] => (parsed.ok ? [] : parsed.issues);

/** The same for a file, with its name. */
export async function checkDocument(
  path: string,
  options: AnalysisOptions = {},
): Promise<readonly Issue[]> {
  const { value, issues } = await readDocument(path);
  return value === undefined ? issues : inFile(path, documentIssues(value, options)).issues;
}
