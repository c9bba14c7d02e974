import { basename } from 'node:path';
import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { sortedMany } from '../core/sortedMany.js';
import { FILE_KINDS, type FileKind } from '../register/columns.js';
import type { Entity, Register } from '../register/nouns.js';
import type { RawRow } from '../register/rawRow.js';
import type { FactType } from '../register/readFact.js';
import { registerFromRows } from '../register/registerFromRows.js';
import {
  type IntakeReading,
  type RegisterIntake,
  registerIntake,
} from '../register/registerIntake.js';
import { absentColumns, absentFacts } from './absentFacts.js';
import type { DoubtfulCodes } from './doubtfulCodes.js';
import { type ReadRowsOptions, type StreamedRows, streamRows } from './files/readRows.js';
import type { RowTaker } from './files/rows.js';
import { noRows, type RowCounts } from './findings.js';
import type { InputFiles } from './inputFiles.js';
import type { Desk } from './io.js';

/** A register whose entities come from their file when they are asked for. */
export interface StreamedRegister extends Omit<Register, 'entities'> {
  readonly entityCount: number;
  readonly eventCount: number;
  has(entity: string): boolean;
  /** Gives every entity with its events, in the order of its file. */
  each(take: (entity: Entity) => void): Promise<void>;
}

/** A register out of its files. */
export interface ReadRegister {
  readonly register: StreamedRegister;
  readonly issues: readonly Issue[];
  readonly read: RowCounts;
  readonly setAside: RowCounts;
  readonly notWhole: readonly string[];
  /** The row an entity stands in, for what is found out about it later. */
  rowOf(entity: string): Pick<Issue, 'file' | 'row'>;
}

/** How the files of a register are read. */
export interface ReadRegisterOptions {
  readonly encoding: NonNullable<ReadRowsOptions['encoding']>;
  readonly facts: Readonly<Record<string, FactType>>;
  readonly asOf: Day;
  /** Looks through the codes of the rows, anew for each encoding that is tried. */
  readonly codes?: () => DoubtfulCodes;
  /** The districts there are; left out, those that some inspector works in. */
  readonly districts?: readonly string[];
}

/** What leaves nobody knowing how many rows a file should have had. */
const NOT_WHOLE: ReadonlySet<string> = new Set([
  'wrong-encoding',
  'damaged-text',
  'damaged-gzip',
  'truncated-file',
  'empty-file',
  'wrong-separator',
  'empty-header',
  'repeated-header',
  'nul-byte',
  'not-a-list',
  'damaged-parquet',
  'float-column',
  'number-id',
  'nested-column',
  'missing-column',
]);

/** What says that a row is not there; of a file that was not read whole it says nothing. */
const REFERENCES = [
  ['entities', 'unknown-entity'],
  ['entities', 'unknown-recusal'],
  ['items', 'unknown-item'],
  ['authorities', 'unknown-authority'],
] as const satisfies readonly (readonly [FileKind, string])[];

/** Kinds whose rows are few; they are read before entities and events, of which no row is held. */
const FEW = ['inspectors', 'items', 'authorities'] as const satisfies readonly FileKind[];

/** Reads a register's files, each row by itself. */
export async function readRegister(
  desk: Desk,
  files: InputFiles,
  { encoding, facts, asOf, codes: newCodes, districts }: ReadRegisterOptions,
): Promise<ReadRegister> {
  const { read, faults, rows, take } = await readingOf(desk, files, encoding);
  const newIntake = (): RegisterIntake =>
    registerIntake(rows, {
      ...{ facts, asOf },
      districts: districts ?? districtsOf(rows.inspectors, asOf),
    });
  let intake = newIntake();
  let absent = absentFacts(facts);
  let codes = newCodes?.();
  const entityFile = await take('entities', () => {
    intake = newIntake();
    absent = absentFacts(facts);
    codes = newCodes?.();
    return taking((row) => {
      absent.see(row);
      codes?.see(row);
      intake.takeEntity(row);
    });
  });
  // Events of no entities would each be an event of an unknown one.
  if (entityFile !== undefined) await take('events', () => taking((row) => intake.takeEvent(row)));
  desk.bar.stage({ zh: '核对名录库', en: 'checking the register' }, 1);
  const reading = intake.done();
  desk.bar.tick();
  return {
    register: {
      ...reading.register,
      entityCount: reading.count.entities,
      eventCount: reading.count.events,
      has: reading.has,
      async each(give) {
        const path = files.entities;
        if (path === undefined || entityFile === undefined) return;
        const again = reading.again();
        const { encoding: known, format } = entityFile;
        let given = 0;
        let rows: RowTaker | undefined;
        await streamRows(path, { encoding: known, format }, () => {
          rows = taking((row) => {
            const entity = again(row);
            if (entity === undefined) return;
            given++;
            give(entity);
          });
          return rows;
        });
        if (given !== reading.count.entities) throw changedSince(path, (rows?.length ?? 0) + 1);
      },
    },
    ...findingsOf(
      {
        ...reading,
        issues: [
          ...absentColumns(absent.names, files.entities ?? ''),
          ...(codes?.issues(files.entities ?? '') ?? []),
          ...reading.issues,
        ],
      },
      ...([faults, read, entityFile !== undefined] as const),
    ),
    rowOf: (entity) => reading.rowOf(entity) ?? {},
  };
}

/** The files of a register while they are read, once those with few rows are. */
export interface RegisterFiles {
  readonly read: RowCounts;
  readonly faults: Map<FileKind, readonly Issue[]>;
  /** The rows of inspectors, items and authorities. */
  readonly rows: Partial<Record<(typeof FEW)[number], readonly RawRow[]>>;
  /** Reads a file; what it holds goes to a taker for each encoding that is tried. */
  take(kind: FileKind, begin: () => RowTaker): Promise<StreamedRows | undefined>;
}

/** Reads the files with few rows. */
export async function readingOf(
  desk: Desk,
  files: InputFiles,
  encoding: ReadRegisterOptions['encoding'],
): Promise<RegisterFiles> {
  const read = noRows();
  const faults = new Map<FileKind, readonly Issue[]>();
  const rows: Partial<Record<(typeof FEW)[number], readonly RawRow[]>> = {};
  const take = async (kind: FileKind, begin: () => RowTaker): Promise<StreamedRows | undefined> => {
    const path = files[kind];
    if (path === undefined) return undefined;
    let taker: RowTaker | undefined;
    const options = { encoding, onProgress: progressOf(desk, path) };
    const found = await streamRows(path, options, () => {
      taker = begin();
      return taker;
    });
    const badRows = new Set(found.issues.filter(isError).flatMap(({ row }) => row ?? []));
    read[kind] = (taker?.length ?? 0) + badRows.size;
    faults.set(kind, found.issues);
    return found;
  };
  for (const kind of FEW) {
    await take(kind, () => {
      const list: RawRow[] = [];
      rows[kind] = list;
      return list;
    });
  }
  return { read, faults, rows, take };
}

/** What was found in files and rows, file by file, then what their rows mean. */
export function findingsOf(
  reading: Pick<IntakeReading, 'issues' | 'setAside'>,
  faults: ReadonlyMap<FileKind, readonly Issue[]>,
  read: RowCounts,
  hasEntities: boolean,
): Pick<ReadRegister, 'issues' | 'read' | 'setAside' | 'notWhole'> {
  const setAside = noRows();
  const notWhole = new Set<string>();
  const issues: Issue[] = [];
  for (const kind of FILE_KINDS) {
    const own = faults.get(kind) ?? [];
    const badRows = new Set(own.filter(isError).flatMap(({ row }) => row ?? []));
    setAside[kind] = badRows.size + reading.setAside[kind];
    for (const issue of own) issues.push(issue);
    const isEmpty = read[kind] === badRows.size;
    if (isEmpty) for (const issue of own) if (isError(issue)) notWhole.add(issue.file ?? '');
  }
  const moot = new Set<string>(hasEntities ? [] : ['unknown-recusal']);
  for (const [kind, code] of REFERENCES) {
    const isCut = faults.get(kind)?.some((issue) => isError(issue) && NOT_WHOLE.has(issue.code));
    const isNone = read[kind] > 0 && read[kind] === setAside[kind];
    if (isCut || isNone) moot.add(code);
  }
  for (const issue of reading.issues) if (!moot.has(issue.code)) issues.push(issue);
  for (const issue of issues) {
    if (isError(issue) && NOT_WHOLE.has(issue.code)) notWhole.add(issue.file ?? '');
  }
  return { issues, read, setAside, notWhole: [...notWhole].sort() };
}

/** Rows that were there when the file was first read are there no more. */
export function changedSince(path: string, row: number) {
  const file = basename(path);
  return mistake('rows-changed', `\`${file}\` is not what it was when it was first read`, {
    ...{ file, row },
  });
}

/** Takes rows and counts them. */
function taking(take: (row: RawRow) => void): RowTaker {
  const taker = {
    length: 0,
    push(row: RawRow) {
      taker.length++;
      take(row);
    },
  };
  return taker;
}

/** A register with its entities in memory, by id. */
export async function heldRegister(register: StreamedRegister): Promise<Register> {
  const entities: Entity[] = [];
  await register.each((entity) => entities.push(entity));
  const { inspectors, items, authorities } = register;
  return { entities: sortedMany(entities, ({ id }) => id), inspectors, items, authorities };
}

/** An entity with its events, if it goes on. */
export async function entityIn(
  register: StreamedRegister | undefined,
  id: string,
): Promise<Entity | undefined> {
  if (register === undefined || !register.has(id)) return undefined;
  let found: Entity | undefined;
  await register.each((entity) => {
    if (entity.id === id) found = entity;
  });
  return found;
}

function progressOf(desk: Desk, path: string): (bytes: number, total: number) => void {
  const name = basename(path);
  let isBegun = false;
  return (bytes, total) => {
    if (!isBegun) desk.bar.stage({ zh: `读取 ${name}`, en: `reading ${name}` }, total);
    isBegun = true;
    desk.bar.reach(bytes);
  };
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** Where no list says which districts there are, those that somebody inspects. */
export function districtsOf(rows: readonly RawRow[] | undefined, asOf: Day): string[] | undefined {
  if (rows === undefined) return undefined;
  const { register } = registerFromRows({ entities: [], inspectors: rows }, { facts: {}, asOf });
  const districts = new Set(register.inspectors.flatMap((one) => one.districts));
  return districts.size === 0 ? undefined : [...districts];
}
