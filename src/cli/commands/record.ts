import type { Day } from '../../core/day.js';
import { mistake } from '../../core/error.js';
import { sortedBy } from '../../core/order.js';
import { ownView } from '../../credit/ownView.js';
import { publishedOn } from '../../credit/publication/publishedOn.js';
import type { CreditRecord } from '../../credit/record/creditRecord.js';
import { recordAsOf } from '../../credit/record/recordAsOf.js';
import { repairPath } from '../../programme/repairPath.js';
import type { Fact } from '../../register/nouns.js';
import { safeParseEntity } from '../../register/parseEntity.js';
import { publicityText, recordText, repairPathText } from '../../texts/recordText.js';
import { EXIT } from '../exit.js';
import { writeFileWhole } from '../files/writeFileWhole.js';
import { errorsOf } from '../findings.js';
import type { Desk } from '../io.js';
import { badOption, type InputOptions } from '../options.js';
import { printIssues } from '../printIssues.js';
import { readPlain } from '../readPlain.js';
import { readRecords, readRecordsIfThere, recordLines } from '../readRecords.js';
import {
  type RecordDocumentOptions,
  recordDocuments,
  recordProgramme,
} from '../recordDocuments.js';

/** What `record` is told. */
export interface RecordOptions extends RecordDocumentOptions {
  readonly encoding: InputOptions['encoding'];
  readonly reports?: string;
  readonly id?: string;
  readonly asOf?: Day;
  readonly known?: Day;
  readonly target?: string;
  readonly facts?: string;
}

/** Takes reports into records, shows one, tells the way to a grade, or what is published on a day. */
export async function recordCommand(
  desk: Desk,
  action: string,
  file: string,
  options: RecordOptions,
): Promise<number> {
  switch (action) {
    case 'import':
      return importReports(desk, file, options);
    case 'show':
      return show(desk, file, options);
    case 'repair':
      return repair(desk, file, options);
    case 'publish':
      return publish(desk, file, options);
    default:
      throw badOption('<action>', action, 'import | show | repair | publish');
  }
}

/** Bad rows are set aside in a file beside the records, and the others go on. */
async function importReports(desk: Desk, file: string, options: RecordOptions): Promise<number> {
  const reports = told(options.reports, '--reports FILE');
  const path = desk.path(file);
  const before = await readRecordsIfThere(path, 'utf-8');
  const broken = errorsOf(before?.issues ?? []);
  if (broken.length > 0) {
    printIssues(desk, broken);
    throw mistake('faulty-document', `\`${file}\` is no file of records`, { given: file });
  }
  const found = await readRecords(desk.path(reports), options.encoding, before?.records);
  const refused = repairsRefused(found.records, before?.records ?? new Map(), options, desk);
  const issues = [...found.issues, ...(await refused)];
  // Where nothing could be taken in there is no file of records: an empty one could not be read.
  if (found.records.size > 0) await writeFileWhole(path, recordLines(found.records));
  const asideFile = `${file}.refused.ndjson`;
  if (found.aside.length > 0) {
    const lines = found.aside.map(({ row, issues: why }) =>
      JSON.stringify({ file: row.file, row: row.row, values: row.values, issues: why }),
    );
    await writeFileWhole(desk.path(asideFile), lines.map((line) => `${line}\n`).join(''));
  }
  const { added, repeated, aside } = found;
  const errors = errorsOf(issues).length;
  desk.bar.stop();
  if (desk.json) {
    desk.print(JSON.stringify({ added, repeated, aside: aside.length, errors, issues }, null, 2));
  } else {
    printIssues(desk, issues);
    desk.print(
      [
        desk.say(
          `新增 ${added} 条，重复 ${repeated} 条，搁置 ${aside.length} 条`,
          `${added} entries added, ${repeated} repeated, ${aside.length} set aside`,
        ),
        ...(aside.length === 0
          ? []
          : [
              desk.say(
                `搁置的条目保存在 ${asideFile}`,
                `what was set aside is kept in ${asideFile}`,
              ),
            ]),
      ].join('\n'),
    );
  }
  return errors > 0 ? EXIT.findings : EXIT.done;
}

/** Steps about nothing, and repairs no rule allows, among the records that changed. */
async function repairsRefused(
  records: ReadonlyMap<string, CreditRecord>,
  before: ReadonlyMap<string, CreditRecord>,
  options: RecordOptions,
  desk: Desk,
) {
  const documents = await recordDocuments(desk, options);
  const changed = [...records.values()].filter((record) => before.get(record.entity) !== record);
  return changed.flatMap((record) =>
    recordAsOf(record, { ...documents, on: '9999-12-31', known: '9999-12-31' }).issues.map(
      (issue) => ({ ...issue, path: [record.entity, ...issue.path] }),
    ),
  );
}

async function show(desk: Desk, file: string, options: RecordOptions): Promise<number> {
  const day = told(options.asOf, '--as-of DAY');
  const documents = await recordDocuments(desk, options);
  const record = await recordOf(desk, file, options);
  const view = ownView(record, day, { ...documents, ...knownOf(options) });
  desk.bar.stop();
  desk.print(desk.json ? JSON.stringify(view, null, 2) : recordText(view, desk.lang));
  return EXIT.done;
}

async function repair(desk: Desk, file: string, options: RecordOptions): Promise<number> {
  const asOf = told(options.asOf, '--as-of DAY');
  const target = told(options.target, '--target GRADE');
  const documents = await recordDocuments(desk, options);
  const programme = await recordProgramme(desk, options);
  const record = await recordOf(desk, file, options);
  const { events: _, lists: __, ...entity } = await entityOf(desk, record.entity, options);
  const path = repairPath(
    programme,
    { entity, record, ...documents },
    { asOf, target, ...knownOf(options) },
  );
  desk.bar.stop();
  desk.print(desk.json ? JSON.stringify(path, null, 2) : repairPathText(path, desk.lang));
  return EXIT.done;
}

async function publish(desk: Desk, file: string, options: RecordOptions): Promise<number> {
  const day = told(options.asOf, '--as-of DAY');
  const { publication, rules } = await recordDocuments(desk, options);
  const { records, issues } = await readRecords(desk.path(file), 'utf-8');
  const found = sortedBy(records.values(), ({ entity }) => entity).flatMap((record) =>
    publishedOn(record, day, { publication, rules, ...knownOf(options) })
      .filter(({ isPublished }) => isPublished)
      .map((one) => ({ entity: record.entity, ...one })),
  );
  desk.bar.stop();
  printIssues(desk, issues);
  if (desk.json) desk.print(JSON.stringify({ day, published: found }, null, 2));
  else {
    desk.print(
      [
        desk.say(`${day} 公示 ${found.length} 条`, `${found.length} published on ${day}`),
        ...found.map((one) => `${one.entity}  ${one.matter}  ${publicityText(one, desk.lang)}`),
      ].join('\n'),
    );
  }
  return errorsOf(issues).length > 0 ? EXIT.findings : EXIT.done;
}

async function recordOf(desk: Desk, file: string, options: RecordOptions): Promise<CreditRecord> {
  const id = told(options.id, '--id ID');
  const { records, issues } = await readRecords(desk.path(file), 'utf-8');
  printIssues(desk, issues);
  const record = records.get(id);
  if (record === undefined) {
    throw mistake('entity-not-found', `there is no entity \`${id}\``, { given: id });
  }
  return record;
}

/** What else is known of the entity: an entity in a file, or its facts alone. */
async function entityOf(desk: Desk, id: string, { facts }: RecordOptions) {
  const value = facts === undefined ? {} : await readPlain(desk.path(facts));
  const isEntity = typeof (value as { facts?: unknown } | null)?.facts === 'object';
  const whole = isEntity
    ? { events: [], lists: [], ...(value as object), id }
    : { id, facts: value as Record<string, Fact>, events: [], lists: [] };
  const parsed = safeParseEntity(whole);
  if (parsed.ok) return parsed.value;
  printIssues(desk, parsed.issues);
  throw mistake('faulty-document', 'the facts are faulty', { given: facts ?? '' });
}

const knownOf = ({ known }: RecordOptions) => (known === undefined ? {} : { known });

function told(value: string | undefined, expected: string): string {
  if (value !== undefined) return value;
  throw mistake('option-missing', `${expected} is missing`, { expected, command: 'record' });
}
