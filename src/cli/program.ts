import { Command, Help, Option } from 'commander';
import { ENGINE } from '../core/version.js';
import { DIALECTS } from '../sql/dialect.js';
import type { Lang } from '../texts/describe.js';
import { STATEMENTS } from './commands/sql.js';
import { displayWidth } from './displayWidth.js';
import { type CommandName, HELP } from './help/help.js';
import { INPUT_KINDS } from './inputFiles.js';
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

/** Runs a command with what it was told. */
export type Run = (name: CommandName, args: readonly unknown[], options: object) => Promise<void>;

/** Where help is written. */
export interface HelpOutput {
  out(text: string): void;
  err(text: string): void;
}

/** The command line: what can be asked, in the reader's language. What is wrong is thrown. */
export function commandLine(lang: Lang, output: HelpOutput, run: Run): Command {
  const text = (entry: { readonly zh: string; readonly en: string }): string => entry[lang];
  const { options, commands } = HELP;
  const program = settled(new Command('evenhand'), lang, output)
    .description(text(HELP.about))
    .version(ENGINE, '-V, --version', text(options.version))
    .helpCommand('help [command]', text(options.helpCommand))
    .addOption(
      option('--lang <lang>', text(options.lang)).argParser(
        choiceOption('--lang', ['zh', 'en'] as const),
      ),
    )
    .option('--quiet', text(options.quiet))
    .option('--json', text(options.json))
    .addHelpText('after', text(HELP.exits));

  const command = (name: CommandName, args = ''): Command => {
    const one = settled(program.command(args === '' ? name : `${name} ${args}`), lang, output);
    return one
      .description(text(commands[name].about))
      .addHelpText('after', text(commands[name].details))
      .action(async (...given: unknown[]) => {
        await run(name, given.slice(0, -2), one.optsWithGlobals());
      });
  };

  const inputOptions = (one: Command): Command => {
    one.option('--in <dir>', text(options.in));
    for (const kind of INPUT_KINDS) one.option(`--${kind} <file>`, text(options[kind]));
    return one.addOption(
      option('--encoding <name>', text(options.encoding)).argParser(
        choiceOption('--encoding', ['auto', 'utf-8', 'gb18030'] as const),
      ),
    );
  };
  const cityOptions = (one: Command): Command =>
    one
      .addOption(
        option('--sample-city [n]', text(options.sampleCity))
          .argParser(countOption('--sample-city'))
          .preset(String(CITY_SIZE)),
      )
      .option('--seed <text>', text(options.seed));
  const dayOptions = (one: Command): Command =>
    one
      .option('--year <yyyy>', text(options.year), yearOption)
      .option('--as-of <day>', text(options.asOf), dayOption('--as-of'));
  const outputOptions = (one: Command): Command =>
    one
      .requiredOption('--out <dir>', text(options.out))
      .option('--force', text(options.force))
      .option('--bom', text(options.bom));
  const planOptions = (one: Command): Command =>
    outputOptions(
      dayOptions(cityOptions(inputOptions(one)))
        .option('--draw-id <id>', text(options.drawId))
        .addOption(
          option('--source <source>', text(options.source)).argParser(repeated(sourceOption)),
        )
        .option('--secret-file <file>', text(options.secretFile))
        .option('--earlier <file>', text(options.earlier))
        .option('--ledger <file>', text(options.ledger))
        .option('--set-aside', text(options.setAside)),
    );
  const entropy = (): Option =>
    option('--entropy <label=value>', text(options.entropy)).argParser(repeated(entropyOption));

  const format = (): Option =>
    option('--format <name>', text(options.format)).argParser(
      choiceOption('--format', TABLE_FORMATS),
    );

  planOptions(command('prepare'));
  outputOptions(
    command('draw')
      .requiredOption('--prepared <dir>', text(options.prepared))
      .addOption(entropy().makeOptionMandatory())
      .option('--sealed', text(options.sealed))
      .addOption(format()),
  );
  planOptions(command('plan'))
    .addOption(entropy())
    .option('--stages <dir>', text(options.stages))
    .addOption(format());
  command('verify', '[dir]')
    .option('--notice-a <file>', text(options.noticeA))
    .option('--notice-b <file>', text(options.noticeB))
    .option('--frame <file>', text(options.frame))
    .option('--digest-of-a <hex>', text(options.digestOfA), digestOption('--digest-of-a'))
    .option('--programme <file>', text(options.programme))
    .option('--earlier <file>', text(options.earlier))
    .option('--sealed <file>', text(options.sealedFile))
    .addOption(
      option('--amendment <file>', text(options.amendment)).argParser(repeated(fileOption)),
    )
    .option('--proof <file>', text(options.proof));
  command('prove')
    .requiredOption('--plan <dir>', text(options.plan))
    .requiredOption('--id <id>', text(options.id))
    .option('--task <id>', text(options.task))
    .option('--out <file>', text(options.proofFile));
  outputOptions(
    command('amend', '<dir>')
      .option('--strike <id>', text(options.strike))
      .option('--task <id>', text(options.task))
      .option('--reason <text>', text(options.reason))
      .option('--absent <id>', text(options.absent))
      .option('--top-up <task>', text(options.topUp))
      .option('--total <n>', text(options.total), countOption('--total'))
      .option('--from <day>', text(options.from), dayOption('--from'))
      .option('--to <day>', text(options.to), dayOption('--to')),
  );
  command('register', '<action> <file>')
    .option('--notice-a <file>', text(options.announced))
    .option('--purpose <text>', text(options.purpose))
    .option('--notice-b <file>', text(options.drawn))
    .option('--topped-up <file>', text(options.toppedUp))
    .option('--abandon <id>', text(options.abandon))
    .option('--explanation <text>', text(options.explanation))
    .option('--last-known <hex>', text(options.lastKnown), digestOption('--last-known'));
  dayOptions(command('ledger', '<action> <ledger>'))
    .addOption(option('--cap <file>', text(options.cap)).argParser(repeated(fileOption)))
    .option('--requests <file>', text(options.requests))
    .option('--in <dir>', text(options.ledgerIn))
    .option('--plan <dir>', text(options.ledgerPlan))
    .option('--id <id>', text(options.id))
    .option('--request <id>', text(options.request))
    .option('--lead <id>', text(options.lead))
    .option('--kind <kind>', text(options.kind))
    .option('--day <day>', text(options.day), dayOption('--day'))
    .option('--until <day>', text(options.until), dayOption('--until'))
    .option('--evidence <cause:reference>', text(options.evidence))
    .option('--visit <id>', text(options.visit))
    .addOption(
      option('--standing <scale=level>', text(options.standing)).argParser(
        repeated(standingOption),
      ),
    )
    .option('--outcome <code>', text(options.outcome))
    .option('--days <n>', text(options.visitDays), countOption('--days'))
    .option('--reference <text>', text(options.reference))
    .option('--reason <text>', text(options.cancelReason))
    .option('--demands <file>', text(options.demands))
    .option('--out <dir>', text(options.out))
    .option('--no-html', text(options.noHtml))
    .option('--force', text(options.force))
    .option('--bom', text(options.bom))
    .option('--roles', text(options.roles))
    .option('--print', text(options.print));
  inputOptions(cityOptions(command('oversight', '<action>')))
    .option('--as-of <day>', text(options.asOf), dayOption('--as-of'))
    .option('--plan <dir>', text(options.ledgerPlan))
    .option('--notice-a <file>', text(options.noticeA))
    .option('--notice-b <file>', text(options.noticeB))
    .option('--outcomes <file>', text(options.outcomes))
    .option('--decisions <file>', text(options.decisions))
    .option('--proposals <file>', text(options.proposals))
    .option('--ledger <file>', text(options.ledgerFile))
    .option('--within <n>', text(options.within), countOption('--within'))
    .addOption(option('--calendar <file>', text(options.calendar)).argParser(repeated(fileOption)))
    .option('--id <id>', text(options.id))
    .option('--written <day>', text(options.written), dayOption('--written'))
    .option('--records <file>', text(options.records))
    .option('--rules <file>', text(options.rules))
    .addOption(
      option('--publication <file>', text(options.publication)).argParser(repeated(fileOption)),
    )
    .option('--out <dir>', text(options.out))
    .option('--force', text(options.force))
    .option('--bom', text(options.bom));
  command('record', '<action> <file>')
    .option('--reports <file>', text(options.reports))
    .addOption(
      option('--encoding <name>', text(options.encoding)).argParser(
        choiceOption('--encoding', ['auto', 'utf-8', 'gb18030'] as const),
      ),
    )
    .option('--id <id>', text(options.id))
    .option('--as-of <day>', text(options.recordDay), dayOption('--as-of'))
    .option('--known <day>', text(options.known), dayOption('--known'))
    .option('--target <grade>', text(options.target))
    .option('--facts <file>', text(options.facts))
    .option('--rules <file>', text(options.rules))
    .addOption(
      option('--publication <file>', text(options.publication)).argParser(repeated(fileOption)),
    )
    .option('--programme <file>', text(options.programme));
  command('scenario', '<action> <file>')
    .addOption(option('--standard <file>', text(options.standard)).argParser(repeated(fileOption)))
    .option('--as-of <day>', text(options.recordDay), dayOption('--as-of'))
    .option('--checklist-version <name>', text(options.checklistVersion))
    .option('--firms <file>', text(options.firms))
    .option('--out <dir>', text(options.out))
    .option('--force', text(options.force));
  command('inspection', '<action> <file>')
    .option('--opening <file>', text(options.opening))
    .option('--checklist <file>', text(options.checklist))
    .option('--results <file>', text(options.results))
    .option('--visit-rules <file>', text(options.visitRules))
    .addOption(option('--calendar <file>', text(options.calendar)).argParser(repeated(fileOption)))
    .option('--as-of <day>', text(options.recordDay), dayOption('--as-of'))
    .option('--record <file>', text(options.recordFile))
    .addOption(option('--head <file>', text(options.head)).argParser(repeated(fileOption)))
    .option('--duties <file>', text(options.duties));
  dayOptions(cityOptions(inputOptions(command('risk', '<action> <file>'))))
    .option('--since <day>', text(options.listSince), dayOption('--since'))
    .option('--rules <file>', text(options.ruleFile));
  cityOptions(inputOptions(command('approve', '<file>'))).option(
    '--rules <file>',
    text(options.ruleFile),
  );
  cityOptions(inputOptions(command('sandbox', '<action> <file>')))
    .option('--as-of <day>', text(options.asOf), dayOption('--as-of'))
    .option('--id <id>', text(options.id))
    .option('--rules <file>', text(options.ruleFile));
  command('penalty', '<file>')
    .option('--as-of <day>', text(options.recordDay), dayOption('--as-of'))
    .option('--leniency <file>', text(options.leniency))
    .option('--discretion <file>', text(options.discretion))
    .option('--propose <penalty=amount>', text(options.propose));
  dayOptions(
    cityOptions(inputOptions(command('explain').requiredOption('--id <id>', text(options.id)))),
  )
    .option('--plan <dir>', text(options.plan))
    .addOption(option('--prepared <dir>', text(options.plan)).hideHelp());
  dayOptions(inputOptions(command('check', '[file...]')));
  command('diff', '[before] [after]');
  command('schemes', '[list|show] [name]');
  outputOptions(
    inputOptions(command('assess'))
      .option('--as-of <day>', text(options.asOf), dayOption('--as-of'))
      .option('--key <hex>', text(options.key), digestOption('--key'))
      .option('--substitutes <n>', text(options.substitutes), countOption('--substitutes'))
      .addOption(
        option('--authority <id>', text(options.authority)).argParser(repeated(fileOption)),
      )
      .option('--task <id>', text(options.assessedTask))
      .option('--set-aside', text(options.setAside))
      .addOption(format()),
  );
  command('sql', '<programme>')
    .addOption(
      option('--dialect <name>', text(options.dialect))
        .argParser(choiceOption('--dialect', DIALECTS))
        .makeOptionMandatory(),
    )
    .option('--as-of <day>', text(options.asOf), dayOption('--as-of'))
    .option('--tables <file>', text(options.tables))
    .option('--key <hex>', text(options.key), digestOption('--key'))
    .option('--substitutes <n>', text(options.substitutes), countOption('--substitutes'))
    .addOption(option('--authority <id>', text(options.authority)).argParser(repeated(fileOption)))
    .option('--sizes <file>', text(options.sizes))
    .addOption(
      option('--statement <name>', text(options.statement)).argParser(
        choiceOption('--statement', STATEMENTS),
      ),
    );
  outputOptions(
    dayOptions(
      command('sample-city')
        .option('--entities <n>', text(options.cityEntities), countOption('--entities'))
        .option('--seed <text>', text(options.seed))
        .option('--records', text(options.cityRecords)),
    ),
  );
  return program;
}

const option = (flags: string, description: string): Option => new Option(flags, description);

/** A file, once more for each further one. */
const fileOption = (file: string, before: readonly string[]): string[] => [...before, file];

/** Collects the values of an option that may stand several times. */
function repeated<T>(parse: (text: string, before: readonly T[]) => T[]) {
  return (text: string, before: readonly T[] | undefined): T[] => parse(text, before ?? []);
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
