import { type Command, CommanderError } from 'commander';
import { EvenhandError, isEvenhandError, mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { ENGINE } from '../core/version.js';
import type { Lang } from '../texts/describe.js';
import { EXIT, exitOf } from './exit.js';
import type { CommandName } from './help/help.js';
import { type CommonOptions, type Desk, type Io, openDesk } from './io.js';
import { withoutPasswords } from './ledger/ledgerAddress.js';
import { printIssues } from './printIssues.js';
import { commandLine } from './program.js';
import { runCommand } from './runCommand.js';

/**
 * The command line `evenhand`, as a function.
 *
 * @param argv - the arguments after the program's name
 * @returns the exit code, one of `EXIT`; nothing is thrown
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const lang = langOf(argv);
  let common: CommonOptions = {
    lang,
    quiet: argv.includes('--quiet'),
    json: argv.includes('--json'),
  };
  let code: number = EXIT.done;
  const program = commandLine(
    lang,
    { out: (text) => io.stdout.write(text), err: (text) => io.stderr.write(text) },
    async (name, args, options) => {
      common = commonOf(options, lang);
      const desk = openDesk(io, common);
      try {
        code = await runCommand(desk, name, args, options);
      } finally {
        desk.bar.stop();
      }
    },
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const desk = openDesk(io, common);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      // No command at all: its help went to standard error.
      if (error.code === 'commander.help') return EXIT.usage;
      const command = commandOf(argv);
      return fail(desk, mistyped(program, command, argv) ?? usageError(error, command));
    }
    return isEvenhandError(error)
      ? fail(desk, withCommand(error, commandOf(argv)))
      : failUnexpectedly(desk, error);
  }
}

/** The language asked for, before anything else is read: help and errors need it. */
function langOf(argv: readonly string[]): Lang {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const told = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return told === 'zh' ? 'zh' : 'en';
}

function commonOf(options: object, lang: Lang): CommonOptions {
  const { quiet = false, json = false } = options as Partial<CommonOptions>;
  return { lang, quiet, json };
}

const commandOf = (argv: readonly string[]): string =>
  argv.find((word) => !word.startsWith('-') && word !== 'zh' && word !== 'en') ?? '';

/** An option is often missed by what doesn't know which command reads it. */
function withCommand({ code, message, issues }: EvenhandError, command: string): EvenhandError {
  const named = issues.map((issue) =>
    issue.code === 'option-missing' ? { ...issue, params: { command, ...issue.params } } : issue,
  );
  return new EvenhandError(code, message, named);
}

/** Tells every single thing that was wrong, the error's own first, but no password of an address. */
function fail(desk: Desk, error: EvenhandError): number {
  const issues = error.issues.map(withoutSecrets);
  if (desk.json) desk.print(JSON.stringify({ error: error.code, issues }, null, 2));
  else printIssues(desk, issues, 50);
  return exitOf(error.code);
}

function withoutSecrets(issue: Issue): Issue {
  const params = Object.entries(issue.params).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutPasswords(value) : value,
  ]);
  return { ...issue, params: Object.fromEntries(params) };
}

function failUnexpectedly(desk: Desk, error: unknown): number {
  const given = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  fail(
    desk,
    mistake('unexpected', given, { given: `${given} (${ENGINE}, node ${process.version})` }),
  );
  return EXIT.unexpected;
}

/** An option that is not there, which a missing one may have been meant by: the parser looks for that first. */
function mistyped(
  program: Command,
  command: string,
  argv: readonly string[],
): EvenhandError | undefined {
  const own = program.commands.find((one) => one.name() === command);
  if (own === undefined) return undefined;
  const known = new Set([...own.options, ...program.options].map(({ long }) => long));
  const given = argv
    .map((word) => word.split('=')[0] as string)
    .find(
      (word) => word.startsWith('--') && word !== '--' && word !== '--help' && !known.has(word),
    );
  if (given === undefined) return undefined;
  return mistake('unknown-option', `unknown option ${given}`, { given, command });
}

/** The parser's finding as one of ours, in both languages. */
function usageError({ code, message }: CommanderError, command: CommandName | string) {
  const given = /'([^']*)'/.exec(message)?.[1] ?? '';
  const about = (ours: string, params: Record<string, string>) => mistake(ours, message, params);
  switch (code) {
    case 'commander.unknownCommand':
      return about('unknown-command', { given });
    case 'commander.unknownOption':
      return about('unknown-option', { given, command });
    case 'commander.optionMissingArgument':
      return about('option-without-value', { given });
    case 'commander.missingMandatoryOptionValue':
      return about('option-missing', { expected: given, command });
    case 'commander.missingArgument':
      return about('option-missing', { expected: `<${given}>`, command });
    default:
      return about('too-many-arguments', { command });
  }
}
