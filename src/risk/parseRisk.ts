import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
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
