import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import type { ApprovalRules } from './approval/approvalRules.js';
import { approvalRulesSchema } from './approval/approvalRulesSchema.js';
import { checkApprovalRules } from './approval/checkApprovalRules.js';
import { checkKeyRules } from './key/checkKeyRules.js';
import type { KeyRules } from './key/keyRules.js';
import { keyRulesSchema } from './key/keyRulesSchema.js';
import { checkRegrading } from './regrade/checkRegrading.js';
import type { Regrading } from './regrade/regrading.js';
import { regradingSchema } from './regrade/regradingSchema.js';
import { checkWarningRules } from './warnings/checkWarningRules.js';
import type { WarningRules } from './warnings/warningRules.js';
import { warningRulesSchema } from './warnings/warningRulesSchema.js';

/**
 * A document on regrading out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkRegrading`
 */
export function parseRegrading(value: unknown): Regrading {
  return soundDocument(safeParseRegrading(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseRegrading(value: unknown): CheckedDocument<Regrading> {
  return checkedDocument(regradingSchema, checkRegrading, value);
}

/**
 * Rules of early warning out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkWarningRules`
 */
export function parseWarningRules(value: unknown): WarningRules {
  return soundDocument(safeParseWarningRules(value));
}

/** The same with what is wrong returned. */
export function safeParseWarningRules(value: unknown): CheckedDocument<WarningRules> {
  return checkedDocument(warningRulesSchema, checkWarningRules, value);
}

/**
 * Approval rules out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkApprovalRules`
 */
export function parseApprovalRules(value: unknown): ApprovalRules {
  return soundDocument(safeParseApprovalRules(value));
}

/** The same with what is wrong returned; good rules may still carry warnings. */
export function safeParseApprovalRules(value: unknown): CheckedDocument<ApprovalRules> {
  return checkedDocument(approvalRulesSchema, checkApprovalRules, value);
}

/**
 * A document on key supervision out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkKeyRules`
 */
export function parseKeyRules(value: unknown): KeyRules {
  return soundDocument(safeParseKeyRules(value));
}

/** The same with what is wrong returned. */
export function safeParseKeyRules(value: unknown): CheckedDocument<KeyRules> {
  return checkedDocument(keyRulesSchema, checkKeyRules, value);
}
