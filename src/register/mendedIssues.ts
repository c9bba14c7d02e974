import type { ZodType } from 'zod';
import type { Issue } from '../core/issue.js';
import { safeParsed } from './parsed.js';

type Path = Issue['path'];

/** So many faults of shape are set aside; a value with more is too broken to be read further. */
const MOST_FAULTS = 60;

/**
 * Everything wrong with a value whose shape is wrong: the faults of its shape, and what a check finds
 * in the rest of it once these are set aside, so that one mistake does not hide the others.
 *
 * What is only wrong because something was set aside is left out: names that led there, lists that
 * lost a member.
 *
 * @param check - finds what is wrong with a value of the right shape
 */
export function issuesDespite<T>(
  schema: ZodType<T>,
  value: unknown,
  faults: readonly Issue[],
  check: (mended: T) => readonly Issue[],
): readonly Issue[] {
  if (faults.length > MOST_FAULTS) return faults;
  const mended = mend(schema, value);
  if (mended === undefined) return faults;
  const { cut } = mended;
  const more = check(mended.value)
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ ...issue, path: placeBefore(issue.path, cut) }))
    .filter((issue) => isOwn(issue, mended));
  return [...faults, ...more];
}

interface Mended<T> {
  readonly value: T;
  /** What was set aside, as it stood in the value. */
  readonly cut: readonly Path[];
  /** The names that went with it. */
  readonly names: ReadonlySet<string>;
  /** The lists something went from whose name cannot be read. */
  readonly nameless: readonly Path[];
}

function mend<T>(schema: ZodType<T>, value: unknown): Mended<T> | undefined {
  let cut: readonly Path[] = [];
  for (let round = 0; round <= MOST_FAULTS; round++) {
    const shape = safeParsed(schema, without(value, cut));
    if (shape.ok) return { value: shape.value, cut, ...namesIn(value, cut) };
    const [first] = shape.issues;
    if (first === undefined) return undefined;
    const path = placeBefore(first.path, cut);
    const next = waysToCut(path)
      .map((place) => [...cut.filter((one) => !startsWith(one, place)), place])
      .find((places) => {
        const again = safeParsed(schema, without(value, places));
        return again.ok || again.issues.length < shape.issues.length;
      });
    if (next === undefined) return undefined;
    cut = next;
  }
  return undefined;
}

/** The place itself, then what it stands in, and so on outward. */
const waysToCut = (path: Path): Path[] =>
  path.map((_, i) => path.slice(0, path.length - i)).filter((place) => place.length > 0);

const startsWith = (path: Path, start: Path): boolean => start.every((part, i) => path[i] === part);

/** Fields a document cannot be without, as they are assumed where they were wrong. */
const ASSUMED: Readonly<Record<string, unknown>> = {
  ...{ id: 'x', version: '0', from: '0001-01-01', status: 'draft', untranslated: [] },
  ...{ places: 9, direction: 'more-is-worse', terms: [], inputs: {}, organ: 'x' },
  citations: [{ id: 'x', title: 'x', confidence: 'example' }],
  scale: { id: 'x', levels: ['x'], worse: 'last' },
};

/** The same of fields inside a document, wherever they stand. */
const ASSUMED_INSIDE: Readonly<Record<string, unknown>> = {
  ...{ confidence: 'example', worse: 'last', missing: 'refuse' },
};

function without(value: unknown, cut: readonly Path[], at: Path = []): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isCut = (key: string | number): boolean => {
    const place = [...at, key];
    return cut.some((one) => one.length === place.length && startsWith(one, place));
  };
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => (isCut(i) ? [] : [without(item, cut, [...at, i])]));
  }
  const isDocument = at.length === 0 || (at.length === 2 && at[0] === 'documents');
  const entries = Object.entries(value).filter(([key]) => !isCut(key));
  const assumed = Object.entries(isDocument ? ASSUMED : ASSUMED_INSIDE).filter(([key]) =>
    isCut(key),
  );
  return Object.fromEntries([
    ...entries.map(([key, item]) => [key, without(item, cut, [...at, key])]),
    ...assumed,
  ]);
}

/** Where something stood before members of lists were set aside. */
function placeBefore(path: Path, cut: readonly Path[]): Path {
  const before: (string | number)[] = [];
  for (const part of path) {
    if (typeof part !== 'number') {
      before.push(part);
      continue;
    }
    const gone = new Set(
      cut
        .filter((one) => one.length === before.length + 1 && startsWith(one, before))
        .map((one) => one.at(-1)),
    );
    let place = -1;
    for (let seen = -1; seen < part; ) if (!gone.has(++place)) seen++;
    before.push(place);
  }
  return before;
}

/** The names set aside: of an entry its key, of a member its id or whatever it is called by. */
function namesIn(
  value: unknown,
  cut: readonly Path[],
): Pick<Mended<unknown>, 'names' | 'nameless'> {
  const names = new Set<string>();
  const nameless: Path[] = [];
  for (const path of cut) {
    const item = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], value);
    const fields = typeof item === 'object' && item !== null ? Object.entries(item) : [];
    const own = fields.filter(([key, name]) => CALLED.has(key) && typeof name === 'string');
    for (const [, name] of own) names.add(String(name));
    names.add(typeof item === 'string' ? item : String(path.at(-1)));
    const list = listOf(path, own.length > 0);
    if (list !== undefined) nameless.push(list);
  }
  return { names, nameless };
}

/** The list that lost a name by what was set aside: itself, a member without a name, or a name alone. */
function listOf(path: Path, hasName: boolean): Path | undefined {
  const key = path.at(-1);
  if (typeof key === 'number') return hasName ? undefined : path.slice(0, -1);
  if (key !== undefined && LISTS.has(key)) return path;
  return key !== undefined && CALLED.has(key) ? path.slice(0, -2) : undefined;
}

const CALLED: ReadonlySet<string> = new Set(['id', 'level', 'key', 'event', 'as']);

/** Whether an issue is there for its own sake, and not because of what was set aside. */
function isOwn(
  { code, path, params }: Issue,
  { cut, names, nameless }: Pick<Mended<unknown>, 'cut' | 'names' | 'nameless'>,
): boolean {
  const given = params['given'];
  if (typeof given === 'string' && names.has(given)) return false;
  if (cut.some((one) => startsWith(path, one) || startsWith(one, path))) return false;
  const isNear = cut.some(
    (one) => inDocument(one, path).length > 1 && startsWith(path, one.slice(0, -1)),
  );
  if (isNear && OF_LISTS.has(code)) return false;
  const isIn = (fields: readonly string[], keys: Path): boolean =>
    keys.some((key) => fields.includes(String(key)));
  const isNameLost = nameless.some((list) =>
    isIn(NAMED_IN[code] ?? [], inDocument(list, path).slice(-1)),
  );
  return !isNameLost && !cut.some((one) => isIn(SUMMED_FROM[code] ?? [], inDocument(one, path)));
}

/** A place as it stands in the document another place is in; nowhere where that is another one. */
function inDocument(path: Path, other: Path): Path {
  if (path[0] !== 'documents') return path;
  return path[1] === other[1] ? path.slice(2) : [];
}

/** What a list that lost a member may only seem to lack. */
const OF_LISTS: ReadonlySet<string> = new Set([
  ...['bin-gap', 'bound-missing', 'bounds-not-ascending', 'lookup-gap', 'decay-out-of-order'],
  ...['gates-open', 'gate-unreachable', 'cell-missing', 'tempo-missing'],
]);

/** The fields whose members a name may lead to. */
const NAMED_IN: Readonly<Record<string, readonly string[]>> = {
  'citation-dangling': ['citations'],
  'unknown-input': ['inputs', 'values'],
  'input-type': ['inputs', 'values'],
  'unknown-value': ['inputs', 'values'],
  'value-later': ['values'],
  'unknown-part': ['parts'],
  'unknown-level': ['scale', 'levels', 'risk', 'credit', 'tiers'],
  'unknown-grade': ['credit'],
  'unknown-tier': ['tiers'],
  'unknown-state': ['states'],
  'unknown-outcome': ['outcomes'],
  'unknown-counter': ['counters'],
  'unknown-document': ['documents'],
};

const LISTS: ReadonlySet<string> = new Set(Object.values(NAMED_IN).flat());

/** The fields whose members decide together. */
const SUMMED_FROM: Readonly<Record<string, readonly string[]>> = {
  'level-ways': ['bands', 'gates', 'levelFrom'],
  'invariant-broken': ['parts', 'terms', 'places', 'inputs'],
  'tempo-missing': ['scale', 'levels'],
  'cell-missing': ['cells', 'risk', 'credit'],
  'ladder-no-exit': ['transitions'],
  'ladder-final-exit': ['transitions'],
  'cell-gap': ['axes', 'table', 'inputs', 'values'],
  'cell-depth': ['axes', 'table'],
  'recency-open-end': ['recency'],
  'recency-out-of-order': ['recency', 'from'],
  'unsure-in-force': ['status', 'confidence'],
  'too-many-places': ['places'],
  'decimal-too-large': ['places'],
  'validity-inverted': ['from'],
  'shares-impossible': ['population'],
  'scales-differ': ['scale', 'risk', 'credit', 'tiers'],
};
