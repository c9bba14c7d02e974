import type { EntityColumns } from '../entityColumns.js';
import { mostEvents } from '../eventWords.js';
import type { Filling, ProgrammeColumns, ScoreColumns } from '../filling.js';
import { entryRoom, type Numbers } from './room.js';

/**
 * What a loop hangs on beside its programme: which columns there are, of which kind, with which
 * texts, and how many entries a block may have. Columns of one shape share one loop.
 */
export interface Shape {
  readonly form: string;
  readonly dictionaries: readonly (readonly string[])[];
  /** Every column that the loop reads or fills, in the order of the form. */
  readonly arrays: readonly (Numbers | Float64Array)[];
}

export function shapeOf({ given, credit, risk }: ProgrammeColumns, filling: Filling): Shape {
  const { lists, events } = given;
  const form: string[] = [];
  const dictionaries: (readonly string[])[] = [];
  const arrays: (Numbers | Float64Array)[] = [];
  const add = (name: string, array: Numbers | Float64Array | undefined): void => {
    if (array === undefined) return;
    // One column in two places is another shape than two.
    const known = arrays.indexOf(array);
    form.push(name, array.constructor.name, String(known));
    arrays.push(array);
  };
  const worked = [credit, ...risk].filter((one) => one !== given);
  const facts = [given, ...worked].flatMap((one) => Object.entries(one.facts));
  for (const [name, column] of facts) {
    form.push(JSON.stringify(name), column.kind);
    if (column.kind === 'code') dictionaries.push(column.dictionary);
    if (column.kind === 'number') form.push(String(column.places));
    add('values', column.kind === 'code' ? column.codes : column.values);
    add('valid', column.valid);
  }
  if (lists !== undefined) {
    dictionaries.push(lists.dictionary);
    form.push(String(entryRoom(lists.offsets)));
    add('lists', lists.offsets);
    add('codes', lists.codes);
  }
  if (events !== undefined) {
    dictionaries.push(events.kinds);
    form.push(String(entryRoom(events.offsets)), String(roomOfRow(events)));
    add('events', events.offsets);
    for (const name of ['kind', 'on', 'repairedOn', 'until', 'knownOn'] as const)
      add(name, events[name]);
  }
  const addScores = ({ units, level }: ScoreColumns): void => {
    add('units', units);
    add('level', level);
  };
  addScores(filling.credit);
  addScores(filling.risk);
  add('riskScheme', filling.riskScheme);
  add('cell', filling.cell);
  for (const { bins, band, fired } of filling.traces) {
    for (const column of bins) add('bins', column);
    add('band', band);
    add('fired', fired);
  }
  return { form: form.join(' '), dictionaries, arrays };
}

/** Whether a loop made for one suits the other. */
export function isAlike(one: Omit<Shape, 'arrays'>, other: Omit<Shape, 'arrays'>): boolean {
  return (
    one.form === other.form &&
    one.dictionaries.every((texts, i) => isSame(texts, other.dictionaries[i] as readonly string[]))
  );
}

function isSame(texts: readonly string[], others: readonly string[]): boolean {
  return (
    texts === others ||
    (texts.length === others.length && texts.every((text, i) => text === others[i]))
  );
}

/** The most events of a row, as the next power of two. */
export function roomOfRow(events: NonNullable<EntityColumns['events']>): number {
  return 2 ** Math.ceil(Math.log2(mostEvents(events) + 1));
}
