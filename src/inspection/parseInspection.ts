import type { Issue } from '../core/issue.js';
import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import { documentIssues } from '../document/citations.js';
import { checkResultList } from './checkResultList.js';
import type { InspectionRules } from './inspectionRules.js';
import { inspectionRulesSchema } from './inspectionRulesSchema.js';
import type { ResultList } from './resultList.js';
import { resultListSchema } from './resultListSchema.js';

/**
 * A result list out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkResultList`
 */
export function parseResultList(value: unknown): ResultList {
  return soundDocument(safeParseResultList(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseResultList(value: unknown): CheckedDocument<ResultList> {
  return checkedDocument(resultListSchema, checkResultList, value);
}

/**
 * Inspection rules out of plain data.
 *
 * @throws `bad-document` with every issue
 */
export function parseInspectionRules(value: unknown): InspectionRules {
  return soundDocument(safeParseInspectionRules(value));
}

/** The same with what is wrong returned. */
export function safeParseInspectionRules(value: unknown): CheckedDocument<InspectionRules> {
  return checkedDocument(
    inspectionRulesSchema,
    (rules: InspectionRules): Issue[] => documentIssues(rules),
    value,
  );
}
