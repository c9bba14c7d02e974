import { errorAt, type Issue } from '../core/issue.js';
import type { Column, EntityColumns } from './entityColumns.js';
import { isValid } from './entityColumns.js';
import { eventIssues } from './eventDomains.js';

/** What of a row stands for nothing: codes beyond their dictionary, days of events that there are not. */
export function unreadable({ facts, lists, events }: EntityColumns, row: number): Issue[] {
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
