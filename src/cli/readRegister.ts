import { basename } from 'node:path';
import type { Day } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { sortedMany } from '../core/sortedMany.js';
import type { Entity, Register } from '../register/nouns.js';
import type { RawRow } from '../register/rawRow.js';
import type { FactType } from '../register/readFact.js';
import { registerFromRows } from '../register/registerFromRows.js';
import { type RegisterIntake, registerIntake } from '../register/registerIntake.js';
import { absentColumns, absentFacts } from './absentFacts.js';
import type { DoubtfulCodes } from './doubtfulCodes.js';
import { type ReadRowsOptions, streamRows } from './files/readRows.js';
import type { RowTaker } from './files/rows.js';
import type { Findings } from './findings.js';
import type { InputFiles } from './inputFiles.js';
import type { Desk } from './io.js';
import { readingOf } from './registerFiles.js';
import { findingsOf } from './registerFindings.js';

/** A register whose entities come from their file when they are asked for. */
export interface StreamedRegister extends Omit<Register, 'entities'> {
  readonly entityCount: number;
  readonly eventCount: number;
  has(entity: string): boolean;
  /** Gives every entity with its events, in the order of its file. */
  each(take: (entity: Entity) => void): Promise<void>;
}

/** A register out of its files. */
export interface ReadRegister extends Omit<Findings, 'faulty'> {
  readonly register: StreamedRegister;
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

/** Where no list says which districts there are, those that somebody inspects. */
export function districtsOf(rows: readonly RawRow[] | undefined, asOf: Day): string[] | undefined {
  if (rows === undefined) return undefined;
  const { register } = registerFromRows({ entities: [], inspectors: rows }, { facts: {}, asOf });
  const districts = new Set(register.inspectors.flatMap((one) => one.districts));
  return districts.size === 0 ? undefined : [...districts];
}
