import type { Day } from '../../core/day.js';
import type { Issue } from '../../core/issue.js';
import { holds, type Subject } from '../../register/condition.js';
import { type CompiledTerm, compileScheme, schemeAt } from '../../scoring/compile.js';
import type { CompiledConditional } from '../../scoring/constructs/conditional.js';
import { binOf } from '../../scoring/constructs/edges.js';
import { placeOn } from '../../scoring/constructs/table.js';
import { evaluateStanding } from '../../scoring/evaluate.js';
import { readNumber, readText } from '../../scoring/inputs.js';
import type { Scheme } from '../../scoring/scheme.js';
import type { View } from '../../scoring/view.js';
import { cellKeys, entryOf } from './places.js';
import { schemeFindings } from './schemeFindings.js';
import { viewOf } from './sweep.js';

/** How many rules of a sort the cases came to, and each they did not, with the reason. */
export interface Covered {
  readonly covered: number;
  readonly of: number;
  readonly missed: readonly Missed[];
}

/** A rule no case came to: nobody can, or nobody did, or the analysis could not decide. */
export interface Missed {
  readonly path: Issue['path'];
  readonly reason: 'unreachable' | 'no-case' | 'undecided';
}

/** What cases cover of a scheme. */
export interface Coverage {
  readonly bins: Covered;
  readonly bands: Covered;
  readonly gates: Covered;
  readonly overrides: Covered;
  readonly statuses: Covered;
  readonly cells: Covered;
}

/** What entities cover of a scheme. */
export function schemeCoverage(
  scheme: Scheme,
  cases: readonly { readonly entity: Subject; readonly asOf: Day }[],
): Coverage {
  const hit = new Set(cases.flatMap(({ entity, asOf }) => touched(scheme, entity, asOf)));
  const { findings } = schemeFindings(scheme, {
    asOf: scheme.from,
    limit: 100_000,
    eventKinds: [],
  });
  const never = new Set(
    findings.filter(({ code }) => UNREACHABLE.has(code)).map(({ path }) => text(path)),
  );
  const open = findings.filter(({ code }) => code === 'undecided').map(({ path }) => text(path));
  const counted = (paths: readonly Issue['path'][]): Covered => {
    const missed = paths
      .filter((path) => !hit.has(text(path)))
      .map((path): Missed => {
        const isOpen = open.some((one) => one === '' || text(path).startsWith(one));
        return {
          path,
          reason: never.has(text(path)) ? 'unreachable' : isOpen ? 'undecided' : 'no-case',
        };
      });
    return { covered: paths.length - missed.length, of: paths.length, missed };
  };
  const list = (name: string, rules: readonly unknown[] = []): Issue['path'][] =>
    rules.map((_, i) => [name, i]);
  return {
    bins: counted(scheme.terms.flatMap((term, i) => binPaths(term, i))),
    bands: counted(list('bands', scheme.bands)),
    gates: counted(list('gates', scheme.gates)),
    overrides: counted(list('overrides', scheme.overrides)),
    statuses: counted(list('statuses', scheme.statuses)),
    cells: counted(cellPaths(scheme)),
  };
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  ...['bin-unreachable', 'entry-unreachable', 'band-unreachable'],
  ...['gate-never', 'cell-unreachable', 'never-holds'],
]);

const text = (path: Issue['path']): string => JSON.stringify(path).slice(1, -1);

/** The places a term has points for. */
function binPaths(term: Scheme['terms'][number], i: number): Issue['path'][] {
  switch (term.kind) {
    case 'bins':
      return term.bins.map((_, bin) => ['terms', i, 'bins', bin]);
    case 'lookup':
      return [
        ...Object.keys(term.table).map((entry) => ['terms', i, 'table', entry]),
        ...(term.otherwise === undefined ? [] : [['terms', i, 'otherwise']]),
      ];
    case 'conditional':
      return [
        ['terms', i, 'points'],
        ['terms', i, 'otherwise'],
      ];
    case 'events':
      return term.effects.map((_, effect) => ['terms', i, 'effects', effect]);
    case 'number':
      return [['terms', i]];
  }
}

function cellPaths(scheme: Scheme): Issue['path'][] {
  const { values = [] } = compileScheme(scheme);
  return values.flatMap((value, i) =>
    value.kind === 'table'
      ? value.cells.map((_, cell) => ['values', i, 'table', ...cellKeys(value.axes, cell)])
      : [],
  );
}

/** The paths of all rules that had a say in one entity's answer. */
function touched(scheme: Scheme, entity: Subject, asOf: Day): string[] {
  const at = schemeAt(compileScheme(scheme), asOf);
  const score = evaluateStanding(at, entity);
  if ('status' in score) return [text(['statuses', score.status])];
  if (!('units' in score)) return [];
  const view = viewOf(at, entity);
  const way = scheme.gates === undefined ? 'bands' : 'gates';
  const terms = at.compiled.terms.flatMap((term, i) => termPaths(term, i, view));
  const cells = (at.compiled.values ?? []).flatMap((value, i): Issue['path'][] => {
    if (value.kind !== 'table') return [];
    let cell = 0;
    for (const axis of value.axes) {
      const place = placeOn(axis, view);
      if (place === undefined) return [];
      cell = cell * axis.keys.length + place;
    }
    return [['values', i, 'table', ...cellKeys(value.axes, cell)]];
  });
  return [
    ...terms,
    ...cells,
    ...(score.band < 0 ? [] : [[way, score.band]]),
    ...score.fired.map(({ override }) => ['overrides', override]),
  ].map(text);
}

/** The places of a term that gave its points. */
function termPaths(term: CompiledTerm, i: number, view: View): Issue['path'][] {
  switch (term.kind) {
    case 'bins': {
      const units = readNumber(term.input, view);
      return units === undefined ? [] : [['terms', i, 'bins', binOf(term.edges, units)]];
    }
    case 'lookup': {
      const value = readText(term.input, view);
      if (value === undefined) return [];
      const entry = entryOf(term, value);
      return [entry === undefined ? ['terms', i, 'otherwise'] : ['terms', i, 'table', entry]];
    }
    case 'conditional':
      return conditionPaths(term, view, i);
    case 'events':
      return [...term.rows.keys()].flatMap((kind, effect) =>
        view.subject.events.some((event) => event.kind === kind)
          ? [['terms', i, 'effects', effect]]
          : [],
      );
    case 'number':
      return readNumber(term.input, view) === undefined ? [] : [['terms', i]];
  }
}

function conditionPaths(term: CompiledConditional, view: View, i: number): Issue['path'][] {
  const answer = holds(term.when, view.subject, view.asOf);
  return answer === 'missing' ? [] : [['terms', i, answer === 'yes' ? 'points' : 'otherwise']];
}
