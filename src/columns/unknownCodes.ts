import { errorAt, type Issue } from '../core/issue.js';
import { type EntityColumns, isValid } from './entityColumns.js';

/** The codes of a row that stand for no text of their dictionary. */
export function unknownCodes({ facts, lists, events }: EntityColumns, row: number): Issue[] {
  const issue = (path: Issue['path'], given: number, dictionary: readonly string[]): Issue[] =>
    given < dictionary.length
      ? []
      : [errorAt('code-beyond-dictionary', path, { given, expected: dictionary.length - 1 })];
  return [
    ...Object.entries(facts).flatMap(([name, column]) =>
      column.kind === 'code' && isValid(column.valid, row)
        ? issue(['facts', name], column.codes[row] as number, column.dictionary)
        : [],
    ),
    ...(lists === undefined
      ? []
      : Array.from(lists.codes.subarray(lists.offsets[row], lists.offsets[row + 1])).flatMap(
          (code, i) => issue(['lists', i], code, lists.dictionary),
        )),
    ...(events === undefined
      ? []
      : Array.from(events.kind.subarray(events.offsets[row], events.offsets[row + 1])).flatMap(
          (code, i) => issue(['events', i, 'kind'], code, events.kinds),
        )),
  ];
}
