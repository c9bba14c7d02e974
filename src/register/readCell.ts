import type { FileKind } from './columns.js';
import { isEmpty, readBoolean } from './readFact.js';
import { METHOD_WORDINGS, RANK_WORDINGS, STATE_WORDINGS } from './wordings.js';

/**
 * What a cell of a flat row says for a field, in the noun's own shape. A cell that says nothing
 * sensible goes on as it is, and the noun's schema names the fault.
 *
 * @returns undefined where the cell is empty and the field is no list
 */
export function readCell(kind: FileKind, field: string, cell: unknown): unknown {
  const read = CELLS[kind][field];
  if (read === undefined || (typeof cell !== 'string' && !isEmpty(cell))) {
    return isEmpty(cell) ? undefined : cell;
  }
  return read(isEmpty(cell) ? '' : String(cell).trim());
}

type Read = (cell: string) => unknown;

const CELLS: Readonly<Record<FileKind, Readonly<Record<string, Read>>>> = {
  entities: {
    state: worded(STATE_WORDINGS),
    lists: entries,
    sites: (cell) => (cell === '' ? undefined : pairs('@', 'id', 'district')(cell)),
    lastVisits: dictionary,
  },
  events: {},
  inspectors: {
    lead: (cell) => (cell === '' ? undefined : (readBoolean(cell) ?? cell)),
    districts: entries,
    items: entries,
    certificates: pairs('@', 'id', 'to'),
    capacity: (cell) => (/^\d{1,15}$/.test(cell) ? Number(cell) : cell || undefined),
    absences: pairs('/', 'from', 'to'),
    recusals: pairs(/[:\uff1a]/, 'entity', 'reason'),
  },
  items: {
    rank: worded(RANK_WORDINGS),
    methods: (cell) => entries(cell).map(worded(METHOD_WORDINGS)),
    basis: entries,
  },
  authorities: {},
};

/** The entries of a cell, parted by a semicolon, ASCII or full-width. */
function entries(cell: string): string[] {
  return cell
    .split(/[;\uff1b]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Entries of two parts: `id@day` becomes `{ id, to }`; without its mark the second is left out. */
function pairs(mark: string | RegExp, first: string, second: string): Read {
  return (cell) =>
    entries(cell).map((entry) => {
      const at = entry.search(mark);
      return at < 0
        ? { [first]: entry }
        : { [first]: entry.slice(0, at).trim(), [second]: entry.slice(at + 1).trim() };
    });
}

/** `authority=day;…` as a record; an entry without `=` keeps its place with an empty day. */
function dictionary(cell: string): unknown {
  const parts = entries(cell).map((entry) => {
    const at = entry.indexOf('=');
    return at < 0 ? [entry, ''] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

function worded(words: Readonly<Record<string, string>>): Read {
  return (cell) => (cell === '' ? undefined : Object.hasOwn(words, cell) ? words[cell] : cell);
}
