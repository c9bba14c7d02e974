import { basename } from 'node:path';
import type { Day } from '../core/day.js';
import type { Issue } from '../core/issue.js';
import type { FileKind } from '../register/columns.js';
import { COLUMNS, FILE_KINDS } from '../register/columns.js';
import type { Register } from '../register/nouns.js';
import type { RawRow } from '../register/rawRow.js';
import type { FactType } from '../register/readFact.js';
import { registerFromRows } from '../register/registerFromRows.js';
import { type ReadRowsOptions, readRows } from './files/readRows.js';
import { noRows, type RowCounts } from './findings.js';
import type { InputFiles } from './inputFiles.js';
import type { Desk } from './io.js';

/** A register out of its files. */
export interface ReadRegister {
  readonly register: Register;
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

/** Reads a register's files, each row by itself. */
export async function readRegister(
  desk: Desk,
  files: InputFiles,
  { encoding, facts, asOf, districts }: ReadRegisterOptions,
): Promise<ReadRegister> {
  const rows: Partial<Record<FileKind, readonly RawRow[]>> = {};
  const issues: Issue[] = [];
  const read = noRows();
  const setAside = noRows();
  const notWhole = new Set<string>();
  for (const kind of FILE_KINDS) {
    const path = files[kind];
    // Events of no entities would each be an event of an unknown one.
    if (path === undefined || (kind === 'events' && files.entities === undefined)) continue;
    const name = basename(path);
    let isBegun = false;
    const found = await readRows(path, {
      encoding,
      onProgress(bytes, total) {
        if (!isBegun) desk.bar.stage({ zh: `读取 ${name}`, en: `reading ${name}` }, total);
        isBegun = true;
        desk.bar.reach(bytes);
      },
    });
    const badRows = new Set(found.issues.filter(isError).flatMap(({ row }) => row ?? []));
    rows[kind] = found.rows;
    read[kind] = found.rows.length + badRows.size;
    setAside[kind] = badRows.size;
    issues.push(...found.issues);
    if (found.rows.length === 0 && found.issues.some(isError)) notWhole.add(name);
  }
  desk.bar.stage({ zh: '核对名录库', en: 'checking the register' }, 1);
  const { entities = [], inspectors } = rows;
  const reading = registerFromRows(
    { ...rows, entities },
    { facts, asOf, districts: districts ?? districtsOf(inspectors, asOf) },
  );
  desk.bar.tick();
  for (const kind of FILE_KINDS) setAside[kind] += reading.setAside[kind];
  issues.push(...reading.issues.filter(({ code }) => rows.entities || code !== 'unknown-recusal'));
  for (const issue of issues) {
    if (isError(issue) && NOT_WHOLE.has(issue.code)) notWhole.add(issue.file ?? '');
  }
  return {
    register: reading.register,
    issues,
    read,
    setAside,
    notWhole: [...notWhole].sort(),
    rowOf: rowFinder(entities),
  };
}

/** Finds the row of an entity; the rows' cells are not kept for it. */
function rowFinder(entities: readonly RawRow[]): ReadRegister['rowOf'] {
  const file = entities[0]?.file ?? '';
  const ids = entities.map(idOf);
  const rows = Uint32Array.from(entities, ({ row }) => row);
  const places = new Map<string, number>();
  return (entity) => {
    if (places.size === 0) for (const [i, id] of ids.entries()) places.set(id, i);
    const row = rows[places.get(entity) ?? -1];
    return row === undefined ? {} : { file, row };
  };
}

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** Where no list says which districts there are, those that somebody inspects. */
function districtsOf(rows: readonly RawRow[] | undefined, asOf: Day): string[] | undefined {
  if (rows === undefined) return undefined;
  const { register } = registerFromRows({ entities: [], inspectors: rows }, { facts: {}, asOf });
  const districts = new Set(register.inspectors.flatMap((one) => one.districts));
  return districts.size === 0 ? undefined : [...districts];
}

const ID_HEADERS = COLUMNS.entities
  .filter(({ field }) => field === 'id')
  .flatMap(({ field, headers }) => [field, ...headers]);

function idOf({ values }: RawRow): string {
  const header = ID_HEADERS.find((name) => values[name] !== undefined);
  return header === undefined ? '' : String(values[header]);
}
