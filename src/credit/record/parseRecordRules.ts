import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../../document/checkedDocument.js';
import { checkRecordRules } from './checkRecordRules.js';
import type { RecordRules } from './recordRules.js';
import { recordRulesSchema } from './recordRulesSchema.js';

/**
 * The rules of a record out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkRecordRules`
 */
export function parseRecordRules(value: unknown): RecordRules {
  return soundDocument(safeParseRecordRules(value));
}

/** The same with what is wrong returned. */
export function safeParseRecordRules(value: unknown): CheckedDocument<RecordRules> {
  return checkedDocument(recordRulesSchema, checkRecordRules, value);
}
