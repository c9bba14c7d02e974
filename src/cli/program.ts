import { Command, Help, Option } from 'commander';
import { ENGINE } from '../core/version.js';
import type { Lang } from '../texts/describe.js';
import { COMMAND_FORMS } from './commandForms.js';
import { displayWidth } from './displayWidth.js';
import { type CommandName, HELP } from './help/help.js';
import { OPTION_FORMS, type OptionForm, type OptionName } from './optionForms.js';

/** Runs a command with what it was told. */
export type Run = (name: CommandName, args: readonly unknown[], options: object) => Promise<void>;

/** Where help is written. */
export interface HelpOutput {
  out(text: string): void;
  err(text: string): void;
}

/** The command line: what can be asked, in the reader's language. What is wrong is thrown. */
export function commandLine(lang: Lang, output: HelpOutput, run: Run): Command {
  const program = settled(new Command('evenhand'), lang, output)
    .description(HELP.about[lang])
    .version(ENGINE, '-V, --version', HELP.options.version[lang])
    .helpCommand('help [command]', HELP.options.helpCommand[lang])
    .addHelpText('after', HELP.exits[lang]);
  for (const name of EVERYWHERE) program.addOption(optionOf(name, lang));
  for (const name of Object.keys(COMMAND_FORMS) as CommandName[]) {
    const { args, options, required = [], hidden = [] } = COMMAND_FORMS[name];
    const { about, details } = HELP.commands[name];
    const command = settled(program.command(args ? `${name} ${args}` : name), lang, output)
      .description(about[lang])
      .addHelpText('after', details[lang]);
    for (const one of options) {
      const option = optionOf(one, lang);
      if (required.includes(one)) option.makeOptionMandatory();
      if (hidden.includes(one)) option.hideHelp();
      command.addOption(option);
    }
    command.action(async (...given: unknown[]) => {
      await run(name, given.slice(0, -2), command.optsWithGlobals());
    });
  }
  return program;
}

/** The options of every command. */
const EVERYWHERE = ['lang', 'quiet', 'json'] as const;

function optionOf(name: OptionName, lang: Lang): Option {
  const form = OPTION_FORMS[name];
  const { flags, reads, preset }: OptionForm = typeof form === 'string' ? { flags: form } : form;
  const option = new Option(flags, HELP.options[name][lang]);
  if (reads !== undefined) option.argParser(reads as (text: string, before: unknown) => unknown);
  return preset === undefined ? option : option.preset(preset);
}

/** Help of one width in the reader's language, and errors that are thrown. */
function settled(command: Command, lang: Lang, { out, err }: HelpOutput): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', HELP.options.help[lang])
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: () => undefined,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      // After a full-width colon stands no blank.
      formatHelp: (command, help) =>
        Help.prototype.formatHelp.call(help, command, help).replace(/^([^\n]*：) /, '$1'),
      showGlobalOptions: true,
      displayWidth,
      optionDescription: ({ description }) => description,
      styleTitle: (title) =>
        (HELP.titles as Readonly<Record<string, Record<Lang, string>>>)[title]?.[lang] ?? title,
    });
}
