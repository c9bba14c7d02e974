import { STORES_CODES } from '../stores/codes.js';
import { USAGE_CODES } from './codes.js';
import { FILE_CODES } from './files/codes.js';

/** What the command's exit code means. */
export const EXIT = {
  done: 0,
  /** `check` found errors, or `verify` a check that does not hold. */
  findings: 1,
  usage: 2,
  /** The input has faults, so nothing was made of it. */
  unclean: 3,
  /** The plan is made, but there are not enough inspectors for it. */
  understaffed: 4,
  files: 5,
  unexpected: 70,
} as const;

const FILE_TROUBLE: ReadonlySet<string> = new Set<string>([
  ...FILE_CODES,
  'input-file-missing',
  'two-input-files',
  'not-our-output',
  'nothing-drawn',
  'not-a-ledger',
  'database-unreachable',
  'database-refused',
  'ledger-in-part',
  ...STORES_CODES.filter((code) => code !== 'bad-append' && code !== 'request-elsewhere'),
]);

/** The exit code for an error of this code. */
export function exitOf(code: string): number {
  if (USAGE_CODES.includes(code)) return EXIT.usage;
  return FILE_TROUBLE.has(code) ? EXIT.files : EXIT.unclean;
}
