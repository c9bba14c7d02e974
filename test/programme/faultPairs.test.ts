import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentIssues } from '../../src/cli/checkDocument.js';
import { checkedDocument } from '../../src/document/checkedDocument.js';
import { documentCheck } from '../../src/programme/documentCheck.js';
import { documentSchema } from '../../src/programme/programmeSchema.js';
import * as library from '../../src/schemes/index.js';

type Path = readonly string[];
type Published = { readonly id: string; readonly kind: string };

/** Everything published that has a shape of its own: documents of all kinds, and programmes. */
const published = (Object.values(library).flat() as readonly Partial<Published>[]).filter(
  (one): one is Published => 'schema' in one,
);

const OF_PROGRAMMES: ReadonlySet<string> = new Set(
  documentSchema.options.map(({ shape }) => shape.kind.value),
);

const issuesOf = (value: unknown, { kind }: Published) =>
  OF_PROGRAMMES.has(kind)
    ? checkedDocument(documentSchema, documentCheck, value).issues
    : documentIssues(value);

/** Between the steps of a path; names of fields may hold full stops. */
const STEP = ' › ';

/** What is wrong with a value, each with its path; `like` says what it was before. */
const found = (value: unknown, like: Published): readonly string[] =>
  issuesOf(value, like)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path.join(STEP)}`);

/** Where one of these stands. */
const placeOf = (said: string): Path => said.slice(said.indexOf(' ') + 1).split(STEP);

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);

function put(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const next = put((value as Record<string, unknown>)[key], rest, to);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? next : item));
  return { ...(value as object), [key]: next };
}

const isWithin = (path: Path, other: Path): boolean => other.every((key, i) => path[i] === key);
const meet = (one: Path, two: Path): boolean => isWithin(one, two) || isWithin(two, one);

/** One thing changed for the worse: what stands at a place, and what else that hangs on. */
interface Fault {
  readonly path: Path;
  readonly to: unknown;
  readonly on?: Path;
}

const NAMES: ReadonlySet<string> = new Set([
  ...['cite', 'level', 'set', 'tier', 'input', 'value', 'field', 'part', 'atWorst', 'atBest'],
  ...['levelFrom', 'bandsOn', 'start', 'to', 'from', 'counter', 'scale', 'grade', 'heaviest'],
]);
const DECIMALS: ReadonlySet<string> = new Set([
  ...['points', 'from', 'above', 'min', 'max', 'equals', 'weight', 'times'],
]);
const isDay = (value: unknown): boolean => /^\d{4}-\d\d-\d\d$/.test(String(value));

/** A shape that does not fit, at any place. */
const shapeFaults = (document: Published): readonly Fault[] =>
  placesIn(document)
    .filter(({ length }) => length > 0)
    .flatMap((path): readonly Fault[] => {
      const value = at(document, path);
      return [
        { path, to: null },
        { path, to: typeof value === 'number' ? 'half' : 7.5 },
        ...(typeof value === 'object'
          ? [
              { path: [...path, 'extra'], to: 1 },
              { path, to: { strange: 1 } },
            ]
          : []),
      ];
    });

/** A name from nowhere, a decimal with too many places, a name given twice, an end before its beginning. */
const meaningFaults = (document: Published): readonly Fault[] => [
  ...('from' in document ? [{ path: ['to'], to: '0002-01-01', on: ['from'] }] : []),
  ...placesIn(document).flatMap((path): readonly Fault[] => {
    const value = at(document, path);
    const key = path.at(-1) as string;
    const before = [...path.slice(0, -2), String(Number(path.at(-2)) - 1), key];
    return [
      ...(NAMES.has(key) && typeof value === 'string' && !isDay(value)
        ? [{ path, to: 'nowhere' }]
        : []),
      ...(DECIMALS.has(key) && /^-?\d+(?:\.\d+)?$/.test(String(value))
        ? [{ path, to: '0.0000000001' }]
        : []),
      ...(key === 'id' && Number(path.at(-2)) > 0
        ? [{ path, to: at(document, before), on: before }]
        : []),
    ];
  }),
];

/** What stands at a place, as it may have been if it named `nowhere` too. */
function naming(value: unknown): unknown {
  if (typeof value === 'string') return 'nowhere';
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return [...value, naming(value[0])];
  if ('id' in value && 'levels' in value) return { ...value, levels: naming(value.levels) };
  if ('id' in value) return { ...value, id: 'nowhere' };
  return { ...value, nowhere: Object.values(value)[0] };
}

const OF_NAMES = /^(?:unknown-|citation-dangling)/;

describe('two faults in a published document', () => {
  const pairs = fc.constantFrom(...published).chain((document) => {
    const [shape, meaning] = [shapeFaults(document), meaningFaults(document)];
    const fault = fc.oneof(
      fc.constantFrom(...shape),
      fc.constantFrom(...(meaning.length > 0 ? meaning : shape)),
    );
    return fc.record({ document: fc.constant(document), one: fault, two: fault });
  });

  it('are both named at their paths in one pass, and neither is blamed for another', () => {
    fc.assert(
      fc.property(pairs, ({ document, one, two }) => {
        /** A name may be right after all where a place that cannot be read may have given it. */
        const mayBeRight = (own: readonly string[], fault: Fault, other: Fault): boolean => {
          const before = at(document, other.path) ?? null;
          const left = found(
            put(put(document, fault.path, fault.to), other.path, naming(before)),
            document,
          );
          const isOne =
            typeof before === 'string' ||
            (typeof before === 'object' &&
              before !== null &&
              'id' in before &&
              !('levels' in before));
          const there = own.filter((said) => said.endsWith(` ${fault.path.join(STEP)}`));
          const told = there.length > 0 ? there : own;
          return isOne ? left.length === 0 : !told.some((said) => left.includes(said));
        };
        const ofOne = put(document, one.path, one.to);
        const alone = found(ofOne, document);
        const isStrange = alone.some((said) => /^unknown-field .*strange$/.test(said));
        for (const said of alone) {
          if (one.to !== null && !isStrange) continue;
          expect([said, isWithin(placeOf(said), one.path)]).toEqual([said, true]);
        }
        if (meet(one.path, two.path)) return;
        if (meet(one.path, two.on ?? ['none']) || meet(two.path, one.on ?? ['none'])) return;
        const both = found(put(ofOne, two.path, two.to), document);
        const faults = [
          { alone, self: one, other: two },
          { alone: found(put(document, two.path, two.to), document), self: two, other: one },
        ];
        for (const { alone: own, other, self } of faults) {
          // What is only told at another place hangs on that place too.
          const isThere = own.some(
            (said) => OF_NAMES.test(said) || placeOf(said).join() === self.path.join(),
          );
          if (!isThere) continue;
          // How many places are too many cannot be told where their number cannot be read.
          const isOfPlaces = own.every((said) => said.startsWith('too-many-places'));
          if (isOfPlaces && other.path.at(-1) === 'places') continue;
          if (own.some((said) => both.includes(said)) || mayBeRight(own, self, other)) continue;
          expect({ hidden: own, by: other, in: document.id, told: both }).toBe('named');
        }
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 120) },
    );
  }, 600_000);
});
