import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { ENGINE } from '../../core/version.js';
import { type DueDiligenceInput, dueDiligence } from '../../oversight/dueDiligence.js';
import { oversightReport } from '../../oversight/oversightReport.js';
import { dueDiligenceText } from '../../texts/dueDiligenceText.js';
import { oversightText } from '../../texts/oversightText.js';
import { EXIT } from '../exit.js';
import { writeFolderWhole } from '../files/writeFolderWhole.js';
import { errorsOf, requireClean } from '../findings.js';
import type { Desk } from '../io.js';
import { badOption, type InputOptions } from '../options.js';
import { oversightFiles } from '../oversight/oversightFiles.js';
import { type OversightFiles, readOversight } from '../oversight/readOversight.js';
import { checkOrigin } from '../planTask.js';
import { printIssues } from '../printIssues.js';
import { readInput } from '../readInput.js';
import { readRecords } from '../readRecords.js';
import { entityIn } from '../readRegister.js';
import { type RecordDocumentOptions, recordDocuments } from '../recordDocuments.js';

/** What `oversight` is told. */
export interface OversightOptions extends InputOptions, OversightFiles, RecordDocumentOptions {
  readonly asOf?: Day;
  readonly written?: Day;
  readonly id?: string;
  readonly records?: string;
  readonly out?: string;
  readonly force: boolean;
  readonly bom: boolean;
}

/** Reports on a year of supervision, or writes the due-diligence file of one entity and one day. */
export async function oversightCommand(
  desk: Desk,
  action: string,
  options: OversightOptions,
): Promise<number> {
  if (action === 'report') return report(desk, options);
  if (action === 'file') return file(desk, options);
  throw badOption('<action>', action, 'report | file');
}

async function report(desk: Desk, options: OversightOptions): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY');
  told(options.outcomes, '--outcomes FILE');
  const { promised, outcomes = [], ...rest } = await readOversight(desk, options);
  if (promised === undefined) throw missing('--plan DIR | --notice-a FILE --notice-b FILE');
  const found = oversightReport({ ...rest, promised, outcomes, asOf });
  if (options.out !== undefined) {
    await writeFolderWhole(desk.path(options.out), oversightFiles(found, options.bom), {
      force: options.force,
      about: { engine: ENGINE, command: 'oversight report', year: found.year },
    });
    desk.note(desk.say(`已写入 ${options.out}`, `written to ${options.out}`));
  }
  desk.bar.stop();
  if (desk.json) desk.print(JSON.stringify(found, null, 2));
  else {
    printIssues(desk, found.issues, 20);
    desk.print(oversightText(found, desk.lang));
  }
  return errorsOf(found.issues).length > 0 ? EXIT.findings : EXIT.done;
}

async function file(desk: Desk, options: OversightOptions): Promise<number> {
  const id = told(options.id, '--id ID');
  const day = told(options.asOf, '--as-of DAY');
  const rows = await readOversight(desk, options, id);
  const firm = await firmOf(desk, options, id, day);
  const found = dueDiligence({
    ...{ ...firm, ...rows, day },
    ...(options.written === undefined ? {} : { writtenOn: options.written }),
  });
  desk.bar.stop();
  desk.print(desk.json ? JSON.stringify(found, null, 2) : dueDiligenceText(found, desk.lang));
  return EXIT.done;
}

/** The entity as the register has it; by its record where a file of records is told. */
async function firmOf(
  desk: Desk,
  options: OversightOptions,
  id: string,
  day: Day,
): Promise<Pick<DueDiligenceInput, 'firm' | 'programme'>> {
  checkOrigin(options);
  const year = Number(day.slice(0, 4));
  const asOf = options.written ?? day;
  const input = await readInput(desk, options, asOf, year, 'register');
  requireClean(input.findings, true);
  const { programme, register } = input;
  const found = await entityIn(register, id);
  if (programme === undefined || found === undefined) throw notFound(id);
  if (options.records === undefined) return { programme, firm: found };
  const documents = await recordDocuments(desk, options);
  const { records, issues } = await readRecords(desk.path(options.records), 'utf-8');
  printIssues(desk, issues);
  const record = records.get(id);
  if (record === undefined) throw notFound(id);
  const { events: _, lists: __, ...entity } = found;
  return { programme, firm: { entity, record, ...documents } };
}

function told(value: string | undefined, expected: string): string {
  if (value !== undefined) return value;
  throw missing(expected);
}

const missing = (expected: string) =>
  mistake('option-missing', `${expected} is missing`, { expected, command: 'oversight' });

const notFound = (id: string) =>
  mistake('entity-not-found', `there is no entity \`${id}\``, { given: id });
