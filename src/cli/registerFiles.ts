import { basename } from 'node:path';
import type { Issue } from '../core/issue.js';
import type { FileKind } from '../register/columns.js';
import type { RawRow } from '../register/rawRow.js';
import { type ReadRowsOptions, type StreamedRows, streamRows } from './files/readRows.js';
import type { RowTaker } from './files/rows.js';
import { errorsOf, noRows, type RowCounts } from './findings.js';
import type { InputFiles } from './inputFiles.js';
import type { Desk } from './io.js';

/** Kinds whose rows are few; they are read before entities and events, of which no row is held. */
const FEW = ['inspectors', 'items', 'authorities'] as const satisfies readonly FileKind[];

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
  encoding: NonNullable<ReadRowsOptions['encoding']>,
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
    const badRows = new Set(errorsOf(found.issues).flatMap(({ row }) => row ?? []));
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

function progressOf(desk: Desk, path: string): (bytes: number, total: number) => void {
  const name = basename(path);
  let isBegun = false;
  return (bytes, total) => {
    if (!isBegun) desk.bar.stage({ zh: `读取 ${name}`, en: `reading ${name}` }, total);
    isBegun = true;
    desk.bar.reach(bytes);
  };
}
