import { DIALECTS } from '../sql/dialect.js';
import { STATEMENTS } from './commands/sql.js';
import type { HELP } from './help/help.js';
import {
  CITY_SIZE,
  choiceOption,
  countOption,
  dayOption,
  digestOption,
  entropyOption,
  standingOption,
  yearOption,
} from './options.js';
import { TABLE_FORMATS } from './planFiles.js';
import { sourceOption } from './sourceText.js';

/** How an option is written, and what its text is read as. */
export interface OptionForm {
  readonly flags: string;
  readonly reads?: (text: string, before: never) => unknown;
  /** What stands for its value where the flag stands alone. */
  readonly preset?: string;
}

/** The options by the names under which `--help` describes them; the parser’s own are no part of them. */
export type OptionName = Exclude<keyof typeof HELP.options, 'version' | 'help' | 'helpCommand'>;

/** Every option; the flags alone where its text is taken as it is. */
export const OPTION_FORMS: Readonly<Record<OptionName, string | OptionForm>> = {
  lang: choice('--lang <lang>', ['zh', 'en']),
  quiet: '--quiet',
  json: '--json',
  // The input, and what of it is read.
  in: '--in <dir>',
  entities: '--entities <file>',
  events: '--events <file>',
  inspectors: '--inspectors <file>',
  items: '--items <file>',
  authorities: '--authorities <file>',
  tasks: '--tasks <file>',
  programme: '--programme <file>',
  sources: '--sources <file>',
  causes: '--causes <file>',
  districts: '--districts <file>',
  encoding: choice('--encoding <name>', ['auto', 'utf-8', 'gb18030']),
  sampleCity: { ...count('--sample-city [n]'), preset: String(CITY_SIZE) },
  seed: '--seed <text>',
  cityEntities: count('--entities <n>'),
  cityRecords: '--records',
  setAside: '--set-aside',
  year: { flags: '--year <yyyy>', reads: yearOption },
  asOf: day('--as-of <day>'),
  recordDay: day('--as-of <day>'),
  known: day('--known <day>'),
  // What is written.
  out: '--out <dir>',
  proofFile: '--out <file>',
  force: '--force',
  bom: '--bom',
  format: choice('--format <name>', TABLE_FORMATS),
  noHtml: '--no-html',
  // The draw and its verification.
  drawId: '--draw-id <id>',
  source: { flags: '--source <source>', reads: repeated(sourceOption) },
  secretFile: '--secret-file <file>',
  earlier: '--earlier <file>',
  ledger: '--ledger <file>',
  prepared: '--prepared <dir>',
  entropy: { flags: '--entropy <label=value>', reads: repeated(entropyOption) },
  sealed: '--sealed',
  stages: '--stages <dir>',
  noticeA: '--notice-a <file>',
  noticeB: '--notice-b <file>',
  frame: '--frame <file>',
  digestOfA: digest('--digest-of-a <hex>'),
  sealedFile: '--sealed <file>',
  amendment: files('--amendment <file>'),
  proof: '--proof <file>',
  plan: '--plan <dir>',
  id: '--id <id>',
  task: '--task <id>',
  // Amendments and the register of draws.
  strike: '--strike <id>',
  reason: '--reason <text>',
  absent: '--absent <id>',
  topUp: '--top-up <task>',
  total: count('--total <n>'),
  from: day('--from <day>'),
  to: day('--to <day>'),
  announced: '--notice-a <file>',
  purpose: '--purpose <text>',
  drawn: '--notice-b <file>',
  toppedUp: '--topped-up <file>',
  abandon: '--abandon <id>',
  explanation: '--explanation <text>',
  lastKnown: digest('--last-known <hex>'),
  // The ledger.
  cap: files('--cap <file>'),
  requests: '--requests <file>',
  ledgerIn: '--in <dir>',
  ledgerPlan: '--plan <dir>',
  request: '--request <id>',
  lead: '--lead <id>',
  kind: '--kind <kind>',
  day: day('--day <day>'),
  until: day('--until <day>'),
  evidence: '--evidence <cause:reference>',
  visit: '--visit <id>',
  standing: { flags: '--standing <scale=level>', reads: repeated(standingOption) },
  outcome: '--outcome <code>',
  visitDays: count('--days <n>'),
  reference: '--reference <text>',
  cancelReason: '--reason <text>',
  demands: '--demands <file>',
  roles: '--roles',
  print: '--print',
  // Oversight and records.
  outcomes: '--outcomes <file>',
  decisions: '--decisions <file>',
  proposals: '--proposals <file>',
  ledgerFile: '--ledger <file>',
  within: count('--within <n>'),
  calendar: files('--calendar <file>'),
  written: day('--written <day>'),
  records: '--records <file>',
  rules: '--rules <file>',
  publication: files('--publication <file>'),
  reports: '--reports <file>',
  target: '--target <grade>',
  facts: '--facts <file>',
  // Scenes, visits, risk and penalties.
  standard: files('--standard <file>'),
  checklistVersion: '--checklist-version <name>',
  firms: '--firms <file>',
  opening: '--opening <file>',
  checklist: '--checklist <file>',
  results: '--results <file>',
  visitRules: '--visit-rules <file>',
  recordFile: '--record <file>',
  head: files('--head <file>'),
  duties: '--duties <file>',
  listSince: day('--since <day>'),
  ruleFile: '--rules <file>',
  leniency: '--leniency <file>',
  discretion: '--discretion <file>',
  propose: '--propose <penalty=amount>',
  // Assessment and SQL.
  key: digest('--key <hex>'),
  substitutes: count('--substitutes <n>'),
  authority: files('--authority <id>'),
  assessedTask: '--task <id>',
  dialect: choice('--dialect <name>', DIALECTS),
  tables: '--tables <file>',
  sizes: '--sizes <file>',
  statement: choice('--statement <name>', STATEMENTS),
};

/** The option itself, as faults name it. */
function nameIn(flags: string): string {
  return flags.replace(/ .*/, '');
}

function day(flags: string): OptionForm {
  return { flags, reads: dayOption(nameIn(flags)) };
}

function count(flags: string): OptionForm {
  return { flags, reads: countOption(nameIn(flags)) };
}

function digest(flags: string): OptionForm {
  return { flags, reads: digestOption(nameIn(flags)) };
}

function choice(flags: string, choices: readonly string[]): OptionForm {
  return { flags, reads: choiceOption(nameIn(flags), choices) };
}

/** A text, once more for each further one. */
function files(flags: string): OptionForm {
  return { flags, reads: repeated((text, before: readonly string[]) => [...before, text]) };
}

/** Collects the values of an option that may stand several times. */
function repeated<T>(parse: (text: string, before: readonly T[]) => T[]) {
  return (text: string, before: readonly T[] | undefined): T[] => parse(text, before ?? []);
}
