import { errorAt, type Issue } from '../core/issue.js';
import { subjectFaults } from '../register/subjectFaults.js';
import type { Column, EntityColumns } from './entityColumns.js';
import { isValid } from './entityColumns.js';
import { eventIssues } from './eventDomains.js';

/**
 * What of a row stands for nothing: codes beyond their dictionary, days of events that there are not; of an
 * exception what makes it no entity.
 */
export function unreadable(columns: EntityColumns, row: number): readonly Issue[] {
  const { facts, lists, events } = columns;
  if (columns.exceptions?.has(row) === true) return subjectFaults(columns.exceptions.get(row));
  return [
    ...Object.entries(facts).flatMap(([name, column]) => {
      const given = codeAt(column, row);
      return given === undefined ? [] : beyond(['facts', name], given, textsOf(column));
    }),
    ...(lists === undefined
      ? []
      : Array.from(lists.codes.subarray(lists.offsets[row], lists.offsets[row + 1])).flatMap(
          (code, i) => beyond(['lists', i], code, lists.dictionary.length),
        )),
    ...(events === undefined ? [] : eventIssues(events, row)),
  ];
}

function codeAt(column: Column, row: number): number | undefined {
  if (!isValid(column.valid, row)) return undefined;
  if (column.kind === 'code') return column.codes[row];
  return column.kind === 'boolean' ? column.values[row] : undefined;
}

const textsOf = (column: Column): number => (column.kind === 'code' ? column.dictionary.length : 2);

const beyond = (path: Issue['path'], given: number, texts: number): Issue[] =>
  given < texts ? [] : [errorAt('code-beyond-dictionary', path, { given, expected: texts - 1 })];
