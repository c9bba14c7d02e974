import type { RawRow } from '../register/rawRow.js';

/** Cells of a table that hold several values, parted by `;`. */
const LISTS: readonly string[] = ['basis', 'sanctions', 'strike'];

/**
 * An entry of a record out of a row. A row with an object among its values has the entry's own shape;
 * in a table `department` and `reference` are its source, cells with several values are parted by
 * `;`, what a correction sets is JSON, and an empty cell is nothing.
 */
export function entryOfRow({ values }: RawRow): unknown {
  const isFlat = Object.values(values).every((value) => typeof value !== 'object');
  if (!isFlat) return values;
  const entry: Record<string, unknown> = {};
  const source: Record<string, unknown> = {};
  for (const [header, cell] of Object.entries(values)) {
    if (cell === '' || cell === undefined) continue;
    if (header === 'department' || header === 'reference') source[header] = cell;
    else if (header === '__proto__') continue;
    else entry[header] = cellValue(header, cell);
  }
  if (entry['basis'] === undefined) entry['basis'] = [];
  return Object.keys(source).length === 0 ? entry : { ...entry, source };
}

function cellValue(header: string, cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  if (LISTS.includes(header)) {
    const parts = cell.split(';').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }
  if (header === 'months' && /^\d{1,4}$/.test(cell)) return Number(cell);
  if (header === 'set' || header === 'values') {
    try {
      return JSON.parse(cell);
    } catch {
      return cell;
    }
  }
  return cell;
}
