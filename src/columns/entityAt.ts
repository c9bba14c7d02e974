import { requireArgument } from '../core/argument.js';
import { dayNumber, dayOf } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Entity, Event, Fact } from '../register/nouns.js';
import { AT_ONCE, type Column, type EntityColumns, isValid, NO_DAY } from './entityColumns.js';

/**
 * A row of columns as an entity, ready for `assess`.
 *
 * Events without ids or sources in the columns get `row/place` and an empty source. A code beyond its
 * dictionary becomes a text that no domain holds, and a number that stands for no day a text that is
 * none, so that the row evaluator refuses them.
 *
 * @throws `no-such-row`
 */
export function entityAt(columns: EntityColumns, row: number): Entity {
  requireArgument('entityAt', 'columns', columns, { facts: 'object' });
  const { size, ids, facts, exceptions } = columns;
  if (!Number.isInteger(row) || row < 0 || row >= size) {
    throw mistake('no-such-row', `no such row: \`${row}\` (expected 0 to ${size - 1})`, {
      given: String(row),
      expected: size - 1,
    });
  }
  const exception = exceptions?.get(row);
  if (exception !== undefined) return exception;
  const fields: Record<string, Fact> = {};
  const own: Record<string, Fact> = {};
  for (const [name, column] of Object.entries(facts)) {
    const fact = factAt(column, row);
    if (fact === undefined) continue;
    if (name === 'district' || name === 'state' || name === 'since') fields[name] = fact;
    else own[name] = fact;
  }
  return {
    id: ids?.[row] ?? String(row),
    ...fields,
    facts: own,
    lists: listsAt(columns, row),
    events: eventsAt(columns, row),
  };
}

function factAt(column: Column, row: number): Fact | undefined {
  if (!isValid(column.valid, row)) return undefined;
  if (column.kind === 'code') return textAt(column.codes[row], column.dictionary);
  const value = column.values[row] as number;
  if (column.kind === 'boolean') return value === 1;
  if (column.kind === 'day') return dayText(value);
  return Number.isSafeInteger(value) ? value / 10 ** column.places : Number.NaN;
}

/** The first and the last day there are. */
export const FIRST_DAY = /* @__PURE__ */ dayNumber('0001-01-01');
export const LAST_DAY = /* @__PURE__ */ dayNumber('9999-12-31');

/** Whether a number stands for a day from 0001-01-01 to 9999-12-31. */
export const isDayNumber = (value: number): boolean => value >= FIRST_DAY && value <= LAST_DAY;

/** A number that stands for no day becomes a text that is none, which the row evaluator refuses. */
const dayText = (value: number): string => (isDayNumber(value) ? dayOf(value) : String(value));

function listsAt({ lists }: EntityColumns, row: number): string[] {
  if (lists === undefined) return [];
  const { offsets, codes, dictionary } = lists;
  const own = codes.subarray(offsets[row], offsets[row + 1]);
  return Array.from(own, (code) => textAt(code, dictionary));
}

function eventsAt({ events }: EntityColumns, row: number): Event[] {
  if (events === undefined) return [];
  const { offsets, kind, kinds, on, repairedOn, until, knownOn, ids, source } = events;
  const first = offsets[row] as number;
  const count = (offsets[row + 1] as number) - first;
  const day = (name: string, column: Int32Array | undefined, at: number) => {
    const value = column?.[at];
    return value === undefined || value === NO_DAY || value === AT_ONCE
      ? {}
      : { [name]: dayText(value) };
  };
  return Array.from({ length: count }, (_, i) => {
    const at = first + i;
    return {
      id: ids?.[at] ?? `${row}/${i}`,
      kind: textAt(kind[at], kinds),
      on: dayText(on[at] as number),
      ...day('knownOn', knownOn, at),
      ...day('until', until, at),
      ...day('repairedOn', repairedOn, at),
      source: source === undefined ? '' : String(factAt(source, at)),
    };
  });
}

const textAt = (code: number | undefined, dictionary: readonly string[]): string =>
  dictionary[code as number] ?? `code ${code}`;
