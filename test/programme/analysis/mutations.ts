import type { ProgrammeDocument } from '../../../src/programme/programme.js';

/** One seeded fault: what was done, and where. */
export interface Mutant {
  readonly operator: string;
  readonly path: readonly string[];
  readonly document: ProgrammeDocument;
}

type Loose = Record<string, unknown>;
type Path = readonly string[];
type Change = (copy: Loose) => void;

/** Seeds every fault the operators know into a document, one at a time. */
export function mutantsOf(document: ProgrammeDocument): Mutant[] {
  const mutants: Mutant[] = [];
  const before = JSON.stringify(document);
  const seed = (operator: string, path: Path, change: Change): void => {
    const copy = JSON.parse(before) as Loose;
    change(copy);
    if (JSON.stringify(copy) === before) return;
    mutants.push({ operator, path, document: copy as unknown as ProgrammeDocument });
  };
  walk(document, [], (path, value) => {
    for (const [operator, to] of replacementsOf(path, value)) {
      seed(operator, path, (copy) => set(copy, path, to));
    }
  });
  seed('move the end before the beginning', ['to'], (copy) => set(copy, ['to'], '1899-01-01'));
  seed('put in force', ['status'], (copy) => set(copy, ['status'], 'in-force'));
  return mutants;
}

/** Lists of which a member is dropped, and whether their order matters. */
const LISTS: Readonly<Record<string, boolean>> = {
  ...{ bands: true, bins: true, gates: true, overrides: true, transitions: true, statuses: true },
  ...{ terms: false, values: false, parts: false, invariants: false, effects: false },
  ...{ outcomes: true, states: false, counters: false, axes: true, all: false, any: false },
  ...{
    population: false,
    reliance: true,
    strata: false,
    methods: true,
    decay: true,
    recency: true,
  },
  ...{
    certain: false,
    doesNotCount: false,
    levels: true,
    kinds: false,
    of: false,
    evidence: false,
  },
};

/** Objects of which an entry is dropped, and two are swapped. */
const TABLES: ReadonlySet<string> = new Set([
  'table',
  'cells',
  'levels',
  'inputs',
  'add',
  'effects',
]);

const COMPARISONS: Readonly<Record<string, string>> = {
  ...{ gt: 'gte', gte: 'gt', lt: 'lte', lte: 'lt', from: 'above', above: 'from' },
};

/** Everything a value may wrongly become. */
function replacementsOf(path: Path, value: unknown): [operator: string, to: unknown][] {
  const key = path.at(-1) as string;
  const parent = path.at(-2);
  if (Array.isArray(value)) {
    if (!(key in LISTS)) return [];
    return [
      ...value.map((_, i): [string, unknown] => [`drop one of ${key}`, value.toSpliced(i, 1)]),
      ...(LISTS[key] === true
        ? value
            .slice(1)
            .map((_, i): [string, unknown] => [
              `swap two of ${key}`,
              value.toSpliced(i, 2, value[i + 1], value[i]),
            ])
        : []),
    ];
  }
  if (typeof value === 'object' && value !== null) return ofObject(key, value as Loose);
  if (path.length === 1 && key !== 'from' && key !== 'places' && key !== 'direction') {
    return key === 'precedence' ? flipped(value) : [];
  }
  if (key === 'cite') return [['cut a citation', 'nowhere']];
  if (DAYS.has(key) && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return [['move a day', `${Number(value.slice(0, 4)) + 1}${value.slice(4)}`]];
  }
  if (key === 'ratio' || key === 'share' || key === 'multiplier' || parent === 'ratio') {
    return [
      ['set a share to zero', '0%'],
      ['double a share', '7.7%'],
    ];
  }
  if (key === 'level' || key === 'set' || key === 'tier' || key === 'atBest' || key === 'atWorst') {
    return [['name a level there is not', 'no-such-level']];
  }
  if (
    NAMES.has(key) ||
    PARENTS_OF_NAMES.has(parent ?? '') ||
    (parent === 'of' && Number.isNaN(Number(value)))
  ) {
    return [['misspell a name', `${String(value)}x`]];
  }
  if (key === 'final') return [['change a word', undefined]];
  if (typeof value === 'boolean') return [['turn yes and no', !value]];
  if (key in WORDS && typeof value === 'string') return [['change a word', WORDS[key]?.[value]]];
  if (isNumber(value)) return ofNumber(key, value as string | number);
  return [];
}

const DAYS: ReadonlySet<string> = new Set(['from', 'sunset', 'until']);
const NAMES: ReadonlySet<string> = new Set([
  ...[
    'input',
    'field',
    'value',
    'event',
    'part',
    'start',
    'to',
    'counter',
    'since',
    'as',
    'bandsOn',
  ],
  ...['levelFrom', 'list', 'same', 'upper', 'lower', 'visitsAYear'],
]);
const PARENTS_OF_NAMES: ReadonlySet<string> = new Set(['kinds', 'events', 'countsAsVisit', 'by']);
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  worse: { first: 'last', last: 'first' },
  direction: { 'more-is-worse': 'more-is-better', 'more-is-better': 'more-is-worse' },
  step: { better: 'worse', worse: 'better' },
  op: { max: 'min', min: 'max', sum: 'max', mean: 'sum' },
  precedence: { 'duty-over-cap': 'cap-over-duty', 'cap-over-duty': 'duty-over-cap' },
  missing: { refuse: 'skip', skip: 'refuse', unknown: 'refuse', apply: 'skip' },
  rounding: { 'half-up': 'down', down: 'half-up', up: 'down', 'half-even': 'down' },
  rule: { 'at-least': 'at-most', 'at-most': 'at-least', 'half-up': 'at-most' },
};

function flipped(value: unknown): [string, unknown][] {
  const to = WORDS['precedence']?.[String(value)];
  return to === undefined ? [] : [['change a word', to]];
}

function ofObject(key: string, value: Loose): [string, unknown][] {
  const found: [string, unknown][] = [];
  for (const [name, other] of Object.entries(COMPARISONS)) {
    if (!(name in value) || 'version' in value || 'ratio' === key) continue;
    const { [name]: bound, ...rest } = value;
    found.push(['flip a comparison', { ...rest, [other]: bound }]);
  }
  for (const name of [
    'sunset',
    'missing',
    'min',
    'max',
    'floor',
    'least',
    'cap',
    'window',
    'repeat',
  ]) {
    if (!(name in value)) continue;
    const { [name]: _, ...rest } = value;
    found.push([`drop a ${name}`, rest]);
  }
  if (isPeriod(value)) {
    const [[unit, length]] = Object.entries(value) as [[string, number]];
    found.push(['lengthen a period', { [unit]: length + 1 }]);
    found.push([
      'change the unit of a period',
      { [unit === 'years' ? 'months' : 'years']: length },
    ]);
  }
  if (TABLES.has(key)) {
    const names = Object.keys(value);
    names.forEach((name, i) => {
      const { [name]: _, ...rest } = value;
      found.push([`drop an entry of ${key}`, rest]);
      const next = names[i + 1];
      if (next !== undefined)
        found.push([
          `swap two entries of ${key}`,
          { ...value, [name]: value[next], [next]: value[name] },
        ]);
    });
  }
  return found;
}

function ofNumber(key: string, value: string | number): [string, unknown][] {
  const as = (to: number): string | number => (typeof value === 'string' ? String(to) : to);
  const far = Number(value) + 100_000;
  const near = Number(value) + 1;
  const of = ENDS.has(key) ? 'an end' : key === 'from' || key === 'above' ? 'an edge' : 'a number';
  return [
    [`shift ${of} by 1`, as(Number.isInteger(near) ? near : Math.trunc(near))],
    [`shift ${of} far`, as(Number.isInteger(far) ? far : Math.trunc(far))],
    ...(Number(value) > 0 ? [['turn a sign', as(-Number(value))] as [string, unknown]] : []),
  ];
}

const ENDS: ReadonlySet<string> = new Set(['min', 'max', 'visits', 'days']);

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

const isPeriod = (value: Loose): boolean =>
  Object.keys(value).length === 1 &&
  ['days', 'months', 'years'].includes(Object.keys(value)[0] as string) &&
  typeof Object.values(value)[0] === 'number';

/** Not walked: what a document says about itself, and words for people. */
const ASIDE: ReadonlySet<string> = new Set([
  ...['citations', 'title', 'reason', 'untranslated', 'schema', 'kind', 'id', 'version', 'scheme'],
  ...['transition', 'places', 'type', 'status', 'effects-text', 'changeable'],
]);

function walk(value: unknown, path: Path, visit: (path: Path, value: unknown) => void): void {
  if (path.length > 0) visit(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!ASIDE.has(key)) walk(item, [...path, key], visit);
  }
}

function set(copy: Loose, path: Path, value: unknown): void {
  const last = path.at(-1) as string;
  const place = path.slice(0, -1).reduce<Loose>((at, key) => at[key] as Loose, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
}
