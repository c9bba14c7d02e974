import { type Condition, fieldsOf, holds } from '../register/condition.js';
import { answersOf, YES } from './answers.js';
import { BLOCK, newBlock } from './block.js';
import type { CompiledColumns } from './compileColumns.js';
import { fieldMarks } from './domains.js';
import { entityAt } from './entityAt.js';
import type { EntityColumns } from './entityColumns.js';
import { eventTallies } from './eventTallies.js';

/**
 * Which rows are active and of a scope: 1 for each. One whose scope hangs on a missing fact is not.
 *
 * A row that columns alone can't answer is asked by itself, as rows of an assessment are.
 */
export function rowsInScope(
  { at }: CompiledColumns,
  columns: EntityColumns,
  scope: Condition = EVERYBODY,
): Uint8Array {
  const { size, exceptions } = columns;
  const found = new Uint8Array(size);
  const asked: Condition = { all: [{ field: 'state', eq: 'active' }, scope] };
  const isAsked = (row: number): boolean => holds(asked, entityAt(columns, row), at.day) === 'yes';
  const tallies = eventTallies(columns.events, at.day);
  const answers = answersOf(asked, { columns: withState(columns), asOf: at.day, tallies });
  const block = newBlock();
  const marks = [...new Set(fieldsOf(asked))].flatMap((field) =>
    fieldMarks(field, undefined, { columns, asOf: at.day, block }),
  );
  const readEvents = tallies.reader(block);
  for (let from = 0; from < size; from += BLOCK) {
    const rows = Math.min(BLOCK, size - from);
    block.faulty.fill(0, 0, rows);
    for (const mark of marks) mark(from, rows);
    readEvents(from, rows);
    const given = answers(from, rows);
    for (let i = 0; i < rows; i++) {
      const isOpen = block.faulty[i] === 1;
      found[from + i] = (isOpen ? isAsked(from + i) : given[i] === YES) ? 1 : 0;
    }
  }
  for (const row of exceptions?.keys() ?? []) found[row] = isAsked(row) ? 1 : 0;
  return found;
}

const EVERYBODY: Condition = { all: [] };

/** Who has no state is active: the text stands where a column would have nothing. */
function withState(columns: EntityColumns): EntityColumns {
  const state = columns.facts['state'];
  if (state?.kind === 'code' && state.valid === undefined) return columns;
  const none = {
    kind: 'code',
    codes: new Uint8Array(columns.size),
    dictionary: ['active'],
  } as const;
  if (state?.kind !== 'code') return { ...columns, facts: { ...columns.facts, state: none } };
  const { codes, valid, dictionary } = state;
  const known = dictionary.indexOf('active');
  const active = known < 0 ? dictionary.length : known;
  const own = Uint32Array.from(codes, (code, row) => {
    const isKnown = valid === undefined || (((valid[row >> 3] as number) >> (row & 7)) & 1) === 1;
    return isKnown ? code : active;
  });
  const texts = known < 0 ? [...dictionary, 'active'] : dictionary;
  return {
    ...columns,
    facts: { ...columns.facts, state: { kind: 'code', codes: own, dictionary: texts } },
  };
}

/** Which rows stand on one of some lists: 1 for each. */
export function rowsOnLists(
  { size, lists, exceptions }: EntityColumns,
  names: ReadonlySet<string>,
): Uint8Array {
  const found = new Uint8Array(size);
  if (lists !== undefined) {
    const { offsets, codes, dictionary } = lists;
    const isNamed = Uint8Array.from(dictionary, (name) => (names.has(name) ? 1 : 0));
    for (let row = 0; row < size; row++) {
      const end = offsets[row + 1] as number;
      for (let at = offsets[row] as number; at < end; at++) {
        if (isNamed[codes[at] as number] === 1) found[row] = 1;
      }
    }
  }
  for (const [row, entity] of exceptions ?? []) {
    found[row] = entity.lists.some((name) => names.has(name)) ? 1 : 0;
  }
  return found;
}
