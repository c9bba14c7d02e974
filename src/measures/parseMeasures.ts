import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import { checkListRules } from './checkListRules.js';
import { checkMeasureList } from './checkMeasureList.js';
import type { ListRules } from './listRules.js';
import { listRulesSchema } from './listRulesSchema.js';
import type { MeasureList } from './measureList.js';
import { measureListSchema } from './measureListSchema.js';

/**
 * A closed list of incentives and sanctions out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkMeasureList`
 */
export function parseMeasureList(value: unknown): MeasureList {
  return soundDocument(safeParseMeasureList(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseMeasureList(value: unknown): CheckedDocument<MeasureList> {
  return checkedDocument(measureListSchema, checkMeasureList, value);
}

/**
 * The rules of lists out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkListRules`
 */
export function parseListRules(value: unknown): ListRules {
  return soundDocument(safeParseListRules(value));
}

/** The same with what is wrong returned. */
export function safeParseListRules(value: unknown): CheckedDocument<ListRules> {
  return checkedDocument(listRulesSchema, checkListRules, value);
}
