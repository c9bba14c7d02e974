import { basename } from 'node:path';
import { sampleCity } from '../city/sampleCity.js';
import type { Day } from '../core/day.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { EntropySource } from '../plan/planInput.js';
import { parseProgramme } from '../programme/parseProgramme.js';
import type { Programme } from '../programme/programme.js';
import type { Demand, Task } from '../register/nouns.js';
import { safeParseDemand } from '../register/parseDemand.js';
import { safeParsed } from '../register/parsed.js';
import { safeParseTask } from '../register/parseTask.js';
import { doubtfulCodes } from './doubtfulCodes.js';
import { factTypes } from './factTypes.js';
import { errorsOf, type Findings, NO_FINDINGS, noRows } from './findings.js';
import {
  type InputFileOptions,
  type InputFiles,
  type InputKind,
  inputFiles,
  needsEvents,
  requiredFile,
} from './inputFiles.js';
import { districtsSchema } from './inputSchemas.js';
import type { Desk } from './io.js';
import type { InputOptions } from './options.js';
import { type FromFile, inFile, readDocument, readList } from './readDocument.js';
import { type ReadProgramme, readProgramme } from './readProgramme.js';
import { type ReadRegister, readRegister, type StreamedRegister } from './readRegister.js';
import { readSource } from './readSource.js';

/** All that a plan is made of, as it was read; what is missing has its reason among the findings. */
export interface Input {
  readonly programme?: Programme;
  readonly register?: StreamedRegister;
  readonly tasks: readonly Task[];
  readonly causes: readonly Demand[];
  readonly sources: readonly EntropySource[];
  readonly findings: Findings;
  rowOf: ReadRegister['rowOf'];
}

/** Which parts of an input a command needs. */
export type Need = 'plan' | 'register';

/**
 * Reads an input: the sample city, or files. Everything is read and checked before anything is
 * refused, so that one run names every fault.
 *
 * @param need - `plan` for all of it, `register` for entities and programme alone
 * @throws `option-missing` | `input-file-missing` | `two-input-files` | `no-such-file` |
 * `is-a-folder` | `not-readable` | `wrong-encoding` of a JSON document
 */
export async function readInput(
  desk: Desk,
  options: InputOptions,
  asOf: Day,
  year: number,
  need: Need,
): Promise<Input> {
  if (options.sampleCity !== undefined) return cityInput(desk, options, asOf, year);
  const files = await inputFiles(desk, options);
  requireInput(files, options, need);
  return readFiles(desk, files, options, asOf);
}

/** The files that an input must have. @throws `input-file-missing` | `option-missing` */
export function requireInput(files: InputFiles, options: InputFileOptions, need: Need): void {
  for (const kind of neededFiles(files, need)) requiredFile(files, kind, options);
}

/** The kinds of files that an input must have. */
export const neededFiles = (files: InputFiles, need: Need): readonly InputKind[] => [
  ...NEEDS[need],
  ...(needsEvents(files) ? (['events'] as const) : []),
];

const NEEDS = {
  register: ['programme', 'entities'],
  plan: ['programme', 'entities', 'inspectors', 'items', 'tasks'],
} as const satisfies Record<Need, readonly (keyof InputFiles)[]>;

/**
 * Reads whatever files there are.
 *
 * @param isDated - whether `asOf` is a day somebody asked for, on which documents must be in force
 */
export async function readFiles(
  desk: Desk,
  files: InputFiles,
  options: Pick<InputOptions, 'encoding' | 'source'>,
  asOf: Day,
  isDated = true,
): Promise<Input> {
  const programme: ReadProgramme = files.programme
    ? await readProgramme(files.programme, isDated ? asOf : undefined)
    : NOTHING;
  const tasks = files.tasks ? await readList(files.tasks, safeParseTask) : NO_LIST;
  const causes = files.causes ? await readList(files.causes, safeParseDemand) : NO_LIST;
  const sources = files.sources ? await readList(files.sources, readSource) : NO_LIST;
  const districts: FromFile<readonly string[]> = files.districts
    ? await readDistricts(files.districts)
    : NOTHING;
  const documents = [programme, tasks, causes, sources, districts].flatMap(({ issues }) => issues);
  const faulty = new Set(errorsOf(documents).map(({ file }) => file ?? ''));
  // With a faulty programme nobody knows which columns are facts, so the tables are left unread.
  const { source } = programme;
  const isUnreadable = files.programme !== undefined && source === undefined;
  const read = isUnreadable
    ? undefined
    : await readRegister(desk, files, {
        encoding: options.encoding,
        facts: source === undefined ? {} : factTypes(source),
        ...(source === undefined ? {} : { codes: () => doubtfulCodes(source) }),
        asOf,
        ...(districts.value === undefined ? {} : { districts: districts.value }),
      });
  const strays = files.causes && read ? causeIssues(causes.value, read.register, files.causes) : [];
  if (strays.length > 0) faulty.add(basename(files.causes as string));
  return {
    ...(programme.value === undefined ? {} : { programme: programme.value }),
    ...(read === undefined ? {} : { register: read.register }),
    tasks: tasks.value,
    causes: causes.value,
    sources: options.source.length > 0 ? options.source : sources.value,
    findings: {
      read: read?.read ?? noRows(),
      setAside: read?.setAside ?? noRows(),
      issues: [...documents, ...(read?.issues ?? []), ...strays],
      notWhole: read?.notWhole ?? [],
      faulty: [...faulty].sort(),
    },
    rowOf: (entity) => read?.rowOf(entity) ?? {},
  };
}

const NOTHING: FromFile<never> = { issues: [] };
const NO_LIST = { value: [], issues: [] } as const;

function cityInput(desk: Desk, options: InputOptions, asOf: Day, year: number): Input {
  const { sampleCity: entities = 0, seed = 'evenhand' } = options;
  desk.bar.stage({ zh: '生成示例城市', en: 'making the sample city' }, 1);
  const city = sampleCity({ entities, seed, asOf, year });
  desk.bar.tick();
  const { register, tasks, programme } = city;
  const read = noRows();
  read.entities = register.entities.length;
  read.events = register.entities.reduce((sum, { events }) => sum + events.length, 0);
  read.inspectors = register.inspectors.length;
  read.items = register.items.length;
  read.authorities = register.authorities.length;
  const { entities: firms, ...around } = register;
  const ids = new Set(firms.map(({ id }) => id));
  return {
    programme: parseProgramme(programme),
    register: {
      ...around,
      entityCount: read.entities,
      eventCount: read.events,
      has: (id) => ids.has(id),
      async each(take) {
        for (const firm of firms) take(firm);
      },
    },
    tasks,
    causes: [],
    sources: options.source,
    findings: { ...NO_FINDINGS, read },
    rowOf: () => ({}),
  };
}

/** The districts there are, out of their file. */
export async function readDistricts(path: string): Promise<FromFile<readonly string[]>> {
  const read = await readDocument(path);
  if (read.value === undefined) return { issues: read.issues };
  const parsed = safeParsed(districtsSchema, read.value);
  if (parsed.ok) return { value: parsed.value, issues: [] };
  return inFile(path, parsed.issues);
}

/** A cause must be of an entity and an item that there are. */
function causeIssues(causes: readonly Demand[], register: StreamedRegister, path: string): Issue[] {
  const items = new Set(register.items.map(({ id }) => id));
  return causes
    .flatMap(({ id, entity, item, cause }) => [
      ...(register.has(entity)
        ? []
        : [errorAt('unknown-entity', [id, 'entity'], { given: entity })]),
      ...(items.has(item) ? [] : [errorAt('unknown-item', [id, 'item'], { given: item })]),
      ...(cause === 'for-cause'
        ? []
        : [errorAt('not-one-of', [id, 'cause'], { given: cause, expected: ['for-cause'] })]),
    ])
    .map((issue) => ({ ...issue, file: basename(path) }));
}
