import { EvenhandError } from '../core/error.js';
import { errorAt, type Issue } from '../core/issue.js';
import type { Column, EntityColumns, EventColumns, ListColumns } from './entityColumns.js';

/**
 * Throws where columns do not fit each other. Codes beyond their dictionary are found row by row
 * while the rows are assessed, since they are data.
 *
 * @throws `bad-columns` with every `column-length`, `bad-offsets`, `bad-places` and `column-type`
 */
export function checkColumns({ size, ids, facts, lists, events }: EntityColumns): void {
  const issues = [
    ...(ids === undefined ? [] : lengthIssues(['ids'], ids.length, size)),
    ...Object.entries(facts).flatMap(([name, column]) => columnIssues(name, column, size)),
    ...(lists === undefined ? [] : listIssues(lists, size)),
    ...(events === undefined ? [] : eventIssues(events, size)),
  ];
  if (issues.length === 0) return;
  const faults = issues.map(({ code, path }) => `\`${code}\` at \`${path.join('.')}\``);
  throw new EvenhandError(
    'bad-columns',
    `these columns can't be read: ${faults.join(', ')}`,
    issues,
  );
}

function columnIssues(name: string, column: Column, size: number): Issue[] {
  const path = ['facts', name];
  const length = column.kind === 'code' ? column.codes.length : column.values.length;
  return [
    ...lengthIssues(path, length, size),
    ...(column.valid === undefined
      ? []
      : lengthIssues([...path, 'valid'], column.valid.length, Math.ceil(size / 8))),
    ...(column.kind === 'number' && !isPlaces(column.places)
      ? [errorAt('bad-places', [...path, 'places'], { given: String(column.places) })]
      : []),
    ...(column.kind === 'code' ? repeatIssues([...path, 'dictionary'], column.dictionary) : []),
  ];
}

const isPlaces = (places: number): boolean =>
  Number.isInteger(places) && places >= 0 && places <= 15;

function listIssues({ offsets, codes, dictionary }: ListColumns, size: number): Issue[] {
  return [
    ...offsetIssues(['lists', 'offsets'], offsets, size, codes.length),
    ...repeatIssues(['lists', 'dictionary'], dictionary),
  ];
}

function eventIssues(events: EventColumns, size: number): Issue[] {
  const count = events.kind.length;
  const { ids, source } = events;
  const days = {
    on: events.on,
    repairedOn: events.repairedOn,
    until: events.until,
    knownOn: events.knownOn,
  };
  return [
    ...offsetIssues(['events', 'offsets'], events.offsets, size, count),
    ...Object.entries(days).flatMap(([name, column]) =>
      column === undefined ? [] : lengthIssues(['events', name], column.length, count),
    ),
    ...(ids === undefined ? [] : lengthIssues(['events', 'ids'], ids.length, count)),
    ...(source === undefined ? [] : lengthIssues(['events', 'source'], source.codes.length, count)),
    ...repeatIssues(['events', 'kinds'], events.kinds),
  ];
}

function lengthIssues(path: Issue['path'], given: number, expected: number): Issue[] {
  return given === expected ? [] : [errorAt('column-length', path, { given, expected })];
}

/** Offsets begin at 0, never fall, and end at the number of entries: else rows would share or lose some. */
function offsetIssues(
  path: Issue['path'],
  offsets: Uint32Array,
  size: number,
  count: number,
): Issue[] {
  if (offsets.length !== size + 1) return lengthIssues(path, offsets.length, size + 1);
  let last = 0;
  for (let i = 0; i <= size; i++) {
    const offset = offsets[i] as number;
    if (offset < last || (i === 0 && offset !== 0)) {
      const expected = i === 0 ? '0' : `>= ${last}`;
      return [errorAt('bad-offsets', [...path, i], { given: offset, expected })];
    }
    last = offset;
  }
  if (last === count) return [];
  return [errorAt('bad-offsets', [...path, size], { given: last, expected: String(count) })];
}

function repeatIssues(path: Issue['path'], dictionary: readonly string[]): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  dictionary.forEach((text, i) => {
    if (seen.has(text))
      issues.push(
        errorAt('column-type', [...path, i], { given: text, expected: 'each text once' }),
      );
    seen.add(text);
  });
  return issues;
}
