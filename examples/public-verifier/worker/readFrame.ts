import type { FrameRow } from 'evenhand/notice';
import { FileFault } from './fileFault.js';

/** A cell that a spreadsheet would run was written with an apostrophe before it. */
const GUARDED = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/**
 * The rows of a frame's CSV file (RFC 4180, a header with `task`, `id`, `stratum` and perhaps
 * `weight`), read as a stream: of the file only the rows stay in memory.
 *
 * @throws FileFault where the file is not UTF-8, no frame, or a row is not whole
 */
export async function readFrame(
  file: File,
  onProgress: (share: number) => void,
): Promise<FrameRow[]> {
  const rows: FrameRow[] = [];
  const take = rowTaker(file.name, rows);
  let isEmpty = true;
  for await (const record of records(file, onProgress)) {
    isEmpty &&= record === '';
    take(record);
  }
  if (isEmpty) throw new FileFault(file.name, 'no-frame', '');
  return rows;
}

/** Takes the header, then each record as a row. Names that repeat are kept once. */
function rowTaker(name: string, rows: FrameRow[]): (record: string) => void {
  const names = new Map<string, string>();
  const once = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    names.set(text, text);
    return text;
  };
  let header: readonly string[] | undefined;
  let at = { task: 0, id: 0, stratum: 0, weight: 0 };
  let row = 0;
  return (record) => {
    row++;
    if (record === '') return;
    const cells = cellsOf(record);
    if (cells === undefined) throw new FileFault(name, 'bad-row', String(row));
    if (header === undefined) {
      header = cells;
      const place = (column: string): number => cells.indexOf(column);
      at = {
        task: place('task'),
        id: place('id'),
        stratum: place('stratum'),
        weight: place('weight'),
      };
      if (at.task < 0 || at.id < 0 || at.stratum < 0) {
        throw new FileFault(name, 'no-frame', record.slice(0, 80));
      }
      return;
    }
    if (cells.length !== header.length) throw new FileFault(name, 'bad-row', String(row));
    const weight = cells[at.weight] ?? '';
    rows.push({
      task: once(plain(cells[at.task] as string)),
      id: plain(cells[at.id] as string),
      stratum: once(plain(cells[at.stratum] as string)),
      ...(weight === '' ? {} : { weight: Number(weight) }),
    });
  };
}

const plain = (cell: string): string => (cell.startsWith("'") ? cell.replace(GUARDED, '') : cell);

/** The records of a file; a line break inside quotes does not end one. */
async function* records(file: File, onProgress: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = file.stream().getReader();
  let pending = '';
  let taken = 0;
  for (let isDone = false; !isDone; ) {
    const { value, done } = await reader.read();
    isDone = done;
    pending += decoded(decoder, file.name, value);
    taken += value?.length ?? 0;
    onProgress(file.size === 0 ? 1 : taken / file.size);
    let start = 0;
    for (let end = recordEnd(pending, 0); end >= 0; end = recordEnd(pending, start)) {
      yield trimmed(pending.slice(start, end));
      start = end + 1;
    }
    pending = pending.slice(start);
  }
  if (pending !== '') yield trimmed(pending);
}

function decoded(decoder: TextDecoder, name: string, bytes: Uint8Array | undefined): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new FileFault(name, 'not-utf-8', '');
  }
}

/** Where the record that begins at `start` ends, or -1 where its end has not come yet. */
function recordEnd(text: string, start: number): number {
  let end = text.indexOf('\n', start);
  while (end >= 0 && !isEven(text, start, end)) end = text.indexOf('\n', end + 1);
  return end;
}

/** Whether as many quotes are closed as were opened. */
function isEven(text: string, start: number, end: number): boolean {
  let even = true;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 0x22) even = !even;
  return even;
}

const trimmed = (record: string): string => (record.endsWith('\r') ? record.slice(0, -1) : record);

/** The cells of a record, or undefined where its quotes do not fit. */
function cellsOf(record: string): readonly string[] | undefined {
  if (!record.includes('"')) return record.split(',');
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = cell.exec(record);
    if (match === null) return undefined;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return cells;
  }
}
