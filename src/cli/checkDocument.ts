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
import { safeParseListRules, safeParseMeasureList } from '../measures/parseMeasures.js';
import { safeParseAmendment } from '../notice/amend/parseAmendment.js';
import { checkDrawRegister } from '../notice/drawRegister/checkDrawRegister.js';
import type { DrawRegister } from '../notice/drawRegister/drawRegister.js';
import { safeParseNoticeA, safeParseNoticeB } from '../notice/parseNotice.js';
import { safeParseProof } from '../notice/proof/parseProof.js';
import { safeParseSealed } from '../notice/seal/parseSealed.js';
import { analyze } from '../programme/analysis/analyze.js';
import type { Parsed } from '../register/parsed.js';
import { safeParseRegrading, safeParseWarningRules } from '../risk/parseRisk.js';
import { safeParseChecklist, safeParseScene, safeParseStandard } from '../scenario/parseScene.js';
import { inFile, readDocument } from './readDocument.js';

/**
 * What is wrong with a programme, a document of any kind, or something published, told apart by its
 * `schema`; and of a programme or a document without errors what its author should know.
 */
export function documentIssues(value: unknown): readonly Issue[] {
  switch ((value as { schema?: unknown } | null)?.schema) {
    case 'evenhand/notice-a/1':
      return noticeIssues(safeParseNoticeA(value));
    case 'evenhand/notice-b/1':
      return noticeIssues(safeParseNoticeB(value));
    case 'evenhand/amendment/1':
      return issuesOf(safeParseAmendment(value));
    case 'evenhand/sealed-b/1':
      return issuesOf(safeParseSealed(value));
    case 'evenhand/proof/1':
      return issuesOf(safeParseProof(value));
    case 'evenhand/draw-register/1':
      return checkDrawRegister(value as DrawRegister);
    case 'evenhand/publication/1':
      return safeParsePublication(value).issues;
    case 'evenhand/record-rules/1':
      return safeParseRecordRules(value).issues;
    case 'evenhand/recognition/1':
      return safeParseRecognition(value).issues;
    case 'evenhand/lists/1':
      return safeParseListRules(value).issues;
    case 'evenhand/measures/1':
      return safeParseMeasureList(value).issues;
    case 'evenhand/scene/1':
      return safeParseScene(value).issues;
    case 'evenhand/standard/1':
      return safeParseStandard(value).issues;
    case 'evenhand/checklist/1':
      return safeParseChecklist(value).issues;
    case 'evenhand/result-list/1':
      return safeParseResultList(value).issues;
    case 'evenhand/inspection-rules/1':
      return safeParseInspectionRules(value).issues;
    case 'evenhand/system-duties/1':
      return safeParseSystemDuties(value).issues;
    case 'evenhand/record-chain/1':
      return chainIssues(value);
    case 'evenhand/regrading/1':
      return safeParseRegrading(value).issues;
    case 'evenhand/warnings/1':
      return safeParseWarningRules(value).issues;
    case 'evenhand/record/1':
      return issuesOf(safeParseRecord(value));
    default:
      return analyze(value);
  }
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
export async function checkDocument(path: string): Promise<readonly Issue[]> {
  const { value, issues } = await readDocument(path);
  return value === undefined ? issues : inFile(path, documentIssues(value)).issues;
}
