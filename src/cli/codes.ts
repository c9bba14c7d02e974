import type { cliTexts } from '../texts/cli.js';

/** The codes of the command line. A code without its texts in `texts/cli.ts` does not compile. */
export const CLI_CODES = [
  'unknown-command',
  'unknown-option',
  'too-many-arguments',
  'option-without-value',
  'option-missing',
  'options-conflict',
  'bad-option',
  'input-file-missing',
  'tasks-not-checked',
  'two-input-files',
  'unclean-input',
  'unclean-rows',
  'file-not-whole',
  'faulty-document',
  'not-our-output',
  'nothing-drawn',
  'not-a-ledger',
  'database-unreachable',
  'database-refused',
  'ledger-in-part',
  'output-changed',
  'notice-a-differs',
  'prepared-differs',
  'entity-not-found',
  'doubtful-code',
  'list-unread',
  'fact-column-missing',
  'fact-column-needed',
  'unknown-scheme',
  'package-missing',
  'unexpected',
] as const satisfies readonly (keyof typeof cliTexts)[];

/** A code of the command line. */
export type CliCode = (typeof CLI_CODES)[number];

/** Codes that say the command was written wrongly. */
export const USAGE_CODES: readonly string[] = [
  'unknown-command',
  'unknown-option',
  'too-many-arguments',
  'option-without-value',
  'option-missing',
  'options-conflict',
  'bad-option',
  'unknown-scheme',
] satisfies CliCode[];
