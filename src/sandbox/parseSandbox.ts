import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import { checkSandboxRules } from './checkSandboxRules.js';
import type { SandboxRules } from './sandboxRules.js';
import { sandboxRulesSchema } from './sandboxRulesSchema.js';

/**
 * A sandbox out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkSandboxRules`
 */
export function parseSandboxRules(value: unknown): SandboxRules {
  return soundDocument(safeParseSandboxRules(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseSandboxRules(value: unknown): CheckedDocument<SandboxRules> {
  return checkedDocument(sandboxRulesSchema, checkSandboxRules, value);
}
