import { basename } from 'node:path';
import type { ColumnsPlan } from '../columns/columnsDraw.js';
import { type CompiledColumns, compileColumns } from '../columns/compileColumns.js';
import type { Day } from '../core/day.js';
import { isEvenhandError, mistake } from '../core/error.js';
import type { ProgrammeAt } from '../programme/programme.js';
import type { Condition } from '../register/condition.js';
import { readAround } from '../register/readAround.js';
import { byColumn } from './absentFacts.js';
import { assessedTask } from './assessedTask.js';
import { type AssessedRegister, assessing } from './columns/assessing.js';
import { readByColumns } from './columns/parquetRegister.js';
import type { PartFindings } from './columns/registerPart.js';
import { readByRows } from './columns/rowParts.js';
import { doubtfulCodes } from './doubtfulCodes.js';
import { factTypes } from './factTypes.js';
import type { Scratch } from './files/scratch.js';
import { errorsOf, type Findings, noRows, requireClean } from './findings.js';
import { type InputFiles, inputFiles, requiredFile, requireEvents } from './inputFiles.js';
import type { Desk } from './io.js';
import type { InputOptions } from './options.js';
import { readDistricts } from './readInput.js';
import { readProgramme } from './readProgramme.js';
import { readingOf } from './registerFiles.js';

/** A register's assessment with all that was found on the way. */
export interface AssessedInput {
  readonly at: ProgrammeAt;
  readonly assessed: AssessedRegister;
  /** Whose last visits told the tiers of recency. */
  readonly authorities: readonly string[];
  readonly findings: Findings;
}

/**
 * Assesses the register of an input, and draws from it where there is a plan: Parquet by columns, other
 * formats row by row, with the same answers.
 *
 * @param told.authorities - whose last visits tell the tiers of recency
 * @param told.task - the task to draw for: its scope, and its authorities instead of those
 * @param aside - where the answers lie until it is closed
 * @throws what `readInput` throws, and `requireClean` for faulty documents and files that are not whole
 */
export async function assessRegister(
  desk: Desk,
  options: InputOptions,
  asOf: Day,
  told: {
    readonly plan?: ColumnsPlan | undefined;
    readonly authorities: readonly string[];
    readonly task?: string | undefined;
  },
  aside: Scratch,
): Promise<AssessedInput> {
  const files = await inputFiles(desk, options);
  const task = told.task === undefined ? undefined : await assessedTask(files, options, told.task);
  const { authorities } = task ?? told;
  const plan = told.plan && { ...told.plan, ...(task && { scope: task.scope }) };
  const {
    value: programme,
    source,
    issues,
  } = await readProgramme(requiredFile(files, 'programme', options), asOf);
  requiredFile(files, 'entities', options);
  requireEvents(files, options);
  const districts = files.districts ? await readDistricts(files.districts) : { issues: [] };
  const documents = [...issues, ...districts.issues];
  const faulty = [...new Set(errorsOf(documents).map(({ file }) => file ?? ''))].sort();
  const empty = { read: noRows(), setAside: noRows(), notWhole: [] };
  requireClean({ ...empty, issues: documents, faulty }, true);
  if (programme === undefined || source === undefined) throw new Error('no programme');
  const at = programme.at(asOf);
  await requireAuthorities(desk, files, { encoding: options.encoding, asOf }, authorities);
  const { compiled, isByColumns } = compiledFor(desk, at, plan);
  const sink = assessing(compiled, isByColumns, plan, aside);
  const by = { compiled, isByColumns, authorities };
  const reading = {
    ...{ encoding: options.encoding, facts: factTypes(source), asOf },
    codes: () => doubtfulCodes(source),
    ...('value' in districts && districts.value !== undefined
      ? { districts: districts.value }
      : {}),
  };
  const byColumns = isByColumns
    ? await readByColumns(desk, files, reading, by, sink.take)
    : undefined;
  const found: PartFindings = byColumns ?? (await readByRows(desk, files, reading, by, sink.take));
  desk.bar.stage({ zh: '抽签', en: 'drawing' }, 1);
  const assessed = sink.done();
  desk.bar.tick();
  const { read, setAside, notWhole } = found;
  return {
    at,
    assessed,
    authorities,
    findings: {
      ...{ read, setAside, notWhole, faulty },
      issues: [...documents, ...byColumn([...found.issues, ...assessed.issues], source)],
    },
  };
}

/** Authorities that the input's own list does not name are most likely mistyped. */
async function requireAuthorities(
  desk: Desk,
  { authorities: path }: InputFiles,
  { encoding, asOf }: Pick<InputOptions, 'encoding'> & { readonly asOf: Day },
  asked: readonly string[],
): Promise<void> {
  if (path === undefined || asked.length === 0) return;
  const { rows } = await readingOf(desk, { authorities: path }, encoding);
  const around = readAround(rows, { facts: {}, asOf }).inspectors(() => true);
  const known = around.register.authorities.map(({ id }) => id);
  const given = asked.find((id) => !known.includes(id));
  if (given === undefined || known.length === 0) return;
  const expected = known.toSorted().join(', ');
  throw mistake(
    'bad-option',
    `option --authority is \`${given}\`, which \`${basename(path)}\` does not have; expected one of ${expected}`,
    { option: '--authority', given, expected },
  );
}

const EVERYBODY: Condition = { all: [] };

/** The programme for columns, or, where they refuse it, for the row evaluator alone. */
function compiledFor(
  desk: Desk,
  at: ProgrammeAt,
  plan: ColumnsPlan | undefined,
): { readonly compiled: CompiledColumns; readonly isByColumns: boolean } {
  try {
    const scope = plan === undefined ? {} : { scope: plan.scope ?? EVERYBODY };
    return { compiled: compileColumns(at, scope), isByColumns: true };
  } catch (error) {
    if (!isEvenhandError(error) || error.code !== 'columns-unsupported') throw error;
    const named = error.issues.map(({ params }) => `\`${params['construct']}\``);
    desk.note(
      desk.say(
        `列式计算不支持 ${named.join('、')}，改为逐户评定`,
        `columns do not answer ${named.join(', ')}, so each entity is assessed by itself`,
      ),
    );
    return { compiled: { at, fields: new Map() }, isByColumns: false };
  }
}
