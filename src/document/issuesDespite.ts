import type { Issue, IssueParam } from '../core/issue.js';
import { schemaIssues } from '../core/schemaIssue.js';
import { type Filling, filled, fillingOf, isAnyName, isUnread } from './filling.js';
import { type Mended, mended, put } from './mended.js';
import type { Schema } from './schemaParts.js';

type Path = Issue['path'];

/** As often as faulty places are filled another way. */
const TURNS = 8;
/** So many names that are known are tried in the place of one that cannot be read, in these turns. */
const NAMES = 40;
const NAMED_TURNS = [7, 6, 5];

/**
 * Everything wrong with a value whose shape is wrong: the faults of its shape, and what a check finds
 * in the rest of it whatever may stand in the faulty places, so that one mistake does not hide the
 * others and none is blamed for another.
 *
 * The faulty places are filled in one way after the other; what is found every time is wrong for its
 * own sake. A name that leads nowhere may lead to one that cannot be read: with as many unreadable
 * names as unknown ones nothing is said of them, with more unknown ones all are named.
 *
 * @param check - finds what is wrong with a value of the right shape
 * @returns no issue where the value has the right shape
 */
export function issuesDespite<T>(
  schema: Schema,
  value: unknown,
  check: (mended: T) => readonly Issue[],
): readonly Issue[] {
  const faults = shapeIssues(schema, value);
  const first = mended(schema, value);
  if (faults.length === 0 || first === undefined) return faults;
  const read = (filling: Filling): readonly Issue[] =>
    check(
      first.filled.reduce(
        (at, one) => put(at, one.path, filled(one.schema, filling)),
        first.value,
      ) as T,
    );
  return [
    ...faults,
    ...hiddenFaults(schema, value, first, faults),
    ...alwaysFound(
      read,
      first.filled.map(({ path }) => path),
    ),
  ];
}

function shapeIssues(schema: Schema, value: unknown): readonly Issue[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : schemaIssues(result.error.issues);
}

/** Faults of shape that only show once it is told what an object is. */
function hiddenFaults(
  schema: Schema,
  value: unknown,
  { told }: Mended,
  faults: readonly Issue[],
): readonly Issue[] {
  if (told.length === 0) return [];
  const placeOf = ({ code, path }: Issue): string => JSON.stringify([code, path]);
  const known = new Set(faults.map(placeOf));
  const whole = told.reduce((at, { path, word }) => put(at, path, word), value);
  return shapeIssues(schema, whole).filter((one) => !known.has(placeOf(one)));
}

/** What is found in every reading. */
function alwaysFound(
  read: (filling: Filling) => readonly Issue[],
  places: readonly Path[],
): readonly Issue[] {
  const readings = [read(fillingOf(0))];
  let found = ownIssues(readings[0] as readonly Issue[], places);
  const keysOf = (issues: readonly Issue[]): ReadonlySet<string> =>
    new Set(ownIssues(issues, places).map(keyOf));
  for (let turn = 1; turn < TURNS && found.length > 0; turn++) {
    const issues = read(fillingOf(turn));
    readings.push(issues);
    const keys = keysOf(issues);
    found = found.filter((one) => keys.has(keyOf(one)));
  }
  for (const turn of NAMED_TURNS) {
    const names = namesFor(readings[turn] ?? []);
    const others = [...new Set((readings[0] ?? []).flatMap(namesIn))].filter(
      (one) => !isUnread(one),
    );
    const most = Math.max(others.length, ...[...names.values()].map(({ length }) => length));
    for (let i = 0; i < Math.min(NAMES, most) && !found.every(isOfNames); i++) {
      const keys = keysOf(
        read(
          fillingOf(turn, (unread) => {
            const known = names.get(unread) ?? others;
            return known[i % known.length];
          }),
        ),
      );
      found = found.filter((one) => isOfNames(one) || keys.has(keyOf(one)));
    }
  }
  return found.map((one) => ({ ...one, params: withoutUnread(one.params) }));
}

/** The names an issue speaks of, by themselves and behind what they are names of. */
const namesIn = ({ params }: Issue): readonly string[] =>
  Object.values(params).flatMap((one) =>
    typeof one === 'string' ? [one, ...one.split(':').slice(1)] : [],
  );

/** What names a check would have known where a name cannot be read. */
function namesFor(issues: readonly Issue[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    issues.flatMap(({ params: { given, expected } }): [string, readonly string[]][] => {
      const names = listOf(expected).filter((one) => !isUnread(one));
      return typeof given === 'string' && isUnread(given) && names.length > 0
        ? [[given, names]]
        : [];
    }),
  );
}

/** An unknown name, beside those that are known; others are told by trying names. */
const isOfNames = ({ params: { given, expected } }: Issue): boolean =>
  Array.isArray(expected) && typeof given === 'string' && !expected.includes(given);

const keyOf = ({ code, path, params }: Issue): string =>
  JSON.stringify([code, path, Object.entries(params).filter(([, one]) => !Array.isArray(one))]);

/** The errors of a reading that do not speak of what was filled. */
function ownIssues(issues: readonly Issue[], places: readonly Path[]): readonly Issue[] {
  const errors = issues
    .filter(({ severity }) => severity === 'error')
    .filter(({ path }) => !path.some(isUnread))
    .filter(({ path }) => !places.some((place) => place.every((part, i) => path[i] === part)))
    .filter(({ params }) => !isOnlyUnread(params['given']));
  const unknown = new Map<string, Set<string>>();
  for (const one of errors.filter(isOfNames)) {
    const key = unreadIn(one).join();
    unknown.set(key, (unknown.get(key) ?? new Set()).add(String(one.params['given'])));
  }
  return errors.filter((one) => {
    const unread = unreadIn(one);
    const names = unknown.get(unread.join())?.size ?? 0;
    return (
      unread.length === 0 || !isOfNames(one) || (!unread.some(isAnyName) && names > unread.length)
    );
  });
}

const isOnlyUnread = (given: IssueParam | undefined): boolean =>
  Array.isArray(given) ? given.length > 0 && given.every(isUnread) : isUnread(given);

/** The names a name might have been, where these cannot be read. */
const unreadIn = ({ params }: Issue): readonly string[] =>
  listOf(params['expected']).filter(isUnread);

const listOf = (param: IssueParam | undefined): readonly string[] =>
  Array.isArray(param) ? param.map(String) : [];

const withoutUnread = (params: Issue['params']): Issue['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([key, one]) => [
      key,
      Array.isArray(one) ? one.filter((name) => !isUnread(name)) : one,
    ]),
  );
