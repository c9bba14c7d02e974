import type { CommandName } from './help/help.js';
import { INPUT_KINDS } from './inputFiles.js';
import type { OptionName } from './optionForms.js';

/** What a command may be told: its arguments as they are shown, and its options in the order of its help. */
export interface CommandForm {
  readonly args?: string;
  readonly options: readonly OptionName[];
  /** Those of the options it can't do without. */
  readonly required?: readonly OptionName[];
  /** Those that go on to work under an older name, and are not shown. */
  readonly hidden?: readonly OptionName[];
}

const INPUT = ['in', ...INPUT_KINDS, 'encoding'] as const;
const CITY = ['sampleCity', 'seed'] as const;
const YEAR = ['year', 'asOf'] as const;
const OUTPUT = ['out', 'force', 'bom'] as const;
const PLAN = [
  ...[...INPUT, ...CITY, ...YEAR],
  ...(['drawId', 'source', 'secretFile', 'earlier', 'ledger', 'setAside'] as const),
  ...OUTPUT,
] as const;

/** The commands in the order in which help lists them. */
export const COMMAND_FORMS: Readonly<Record<CommandName, CommandForm>> = {
  prepare: { options: PLAN, required: ['out'] },
  draw: {
    options: ['prepared', 'entropy', 'sealed', 'format', ...OUTPUT],
    required: ['prepared', 'entropy', 'out'],
  },
  plan: { options: [...PLAN, 'entropy', 'stages', 'format'], required: ['out'] },
  verify: {
    args: '[dir]',
    options: [
      ...(['noticeA', 'noticeB', 'frame', 'digestOfA', 'programme', 'earlier'] as const),
      ...(['sealedFile', 'amendment', 'proof'] as const),
    ],
  },
  prove: { options: ['plan', 'id', 'task', 'proofFile'], required: ['plan', 'id'] },
  amend: {
    args: '<dir>',
    options: ['strike', 'task', 'reason', 'absent', 'topUp', 'total', 'from', 'to', ...OUTPUT],
    required: ['out'],
  },
  register: {
    args: '<action> <file>',
    options: ['announced', 'purpose', 'drawn', 'toppedUp', 'abandon', 'explanation', 'lastKnown'],
  },
  ledger: {
    args: '<action> <ledger>',
    options: [
      ...([...YEAR, 'cap', 'requests', 'ledgerIn', 'ledgerPlan', 'id', 'request'] as const),
      ...(['lead', 'kind', 'day', 'until', 'evidence', 'visit', 'standing', 'outcome'] as const),
      ...(['visitDays', 'reference', 'cancelReason', 'demands', 'out', 'noHtml', 'force'] as const),
      ...(['bom', 'roles', 'print'] as const),
    ],
  },
  oversight: {
    args: '<action>',
    options: [
      ...([...CITY, ...INPUT, 'asOf', 'ledgerPlan', 'noticeA', 'noticeB', 'outcomes'] as const),
      ...(['decisions', 'proposals', 'ledgerFile', 'within', 'calendar', 'id'] as const),
      ...(['written', 'records', 'rules', 'publication', ...OUTPUT] as const),
    ],
  },
  record: {
    args: '<action> <file>',
    options: [
      ...(['reports', 'encoding', 'id', 'recordDay', 'known', 'target', 'facts'] as const),
      ...(['rules', 'publication', 'programme'] as const),
    ],
  },
  scenario: {
    args: '<action> <file>',
    options: ['standard', 'recordDay', 'checklistVersion', 'firms', 'out', 'force'],
  },
  inspection: {
    args: '<action> <file>',
    options: [
      ...(['opening', 'checklist', 'results', 'visitRules', 'calendar', 'recordDay'] as const),
      ...(['recordFile', 'head', 'duties'] as const),
    ],
  },
  risk: {
    args: '<action> <file>',
    options: [...INPUT, ...CITY, ...YEAR, 'listSince', 'ruleFile'],
  },
  approve: { args: '<file>', options: [...INPUT, ...CITY, 'ruleFile'] },
  sandbox: { args: '<action> <file>', options: [...INPUT, ...CITY, 'asOf', 'id', 'ruleFile'] },
  penalty: { args: '<file>', options: ['recordDay', 'leniency', 'discretion', 'propose'] },
  explain: {
    options: ['id', ...INPUT, ...CITY, ...YEAR, 'plan', 'prepared'],
    required: ['id'],
    hidden: ['prepared'],
  },
  check: { args: '[file...]', options: [...INPUT, ...YEAR] },
  diff: { args: '[before] [after]', options: [] },
  schemes: { args: '[list|show] [name]', options: [] },
  assess: {
    options: [
      ...([...INPUT, 'asOf', 'key', 'substitutes', 'authority', 'assessedTask'] as const),
      ...(['setAside', 'format', ...OUTPUT] as const),
    ],
    required: ['out'],
  },
  sql: {
    args: '<programme>',
    options: [
      ...(['dialect', 'asOf', 'tables', 'key', 'substitutes', 'authority'] as const),
      ...(['sizes', 'statement'] as const),
    ],
    required: ['dialect'],
  },
  'sample-city': {
    options: ['cityEntities', 'seed', 'cityRecords', ...YEAR, ...OUTPUT],
    required: ['out'],
  },
};
