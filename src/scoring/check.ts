import { isDecimal, placesOf } from '../core/decimal.js';
import { errorAt, type Issue, warningAt, within } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { bestFirst } from '../document/document.js';
import { type Condition, fieldsOf } from '../register/condition.js';
import { ascendingBounds, type Bins, checkBins } from './constructs/bins.js';
import { checkConditional } from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import { checkEvents, type Events } from './constructs/events.js';
import { checkLookup, type Lookup } from './constructs/lookup.js';
import { type CompiledInput, compileInput } from './inputs.js';
import type { OverrideEffect, Scheme } from './scheme.js';

const checkers = {
  bins: (term: Bins, input: CompiledInput) => checkBins(term, input),
  lookup: (term: Lookup, input: CompiledInput) => checkLookup(term, input),
  conditional: checkConditional,
  events: (term: Events, _: CompiledInput, scheme: Scheme) => checkEvents(term, scheme.from),
} satisfies Record<Construct['kind'], unknown>;

const FIELDS = ['district', 'state', 'since', 'id', 'list'];

/**
 * What is wrong with a scheme whose shape is right: gaps, bounds out of order, names that lead
 * nowhere, decimals that do not fit, bands that turn round. All of it in one pass.
 */
export function checkScheme(scheme: Scheme): Issue[] {
  const places = placeIssues(scheme);
  if (places.length > 0) return [...documentIssues(scheme), ...places];
  return [
    ...documentIssues(scheme),
    ...termIssues(scheme),
    ...bandIssues(scheme),
    ...overrideIssues(scheme),
    ...names(scheme.parts ?? [], ['parts']),
    ...names(scheme.terms, ['terms']),
    ...names(scheme.overrides ?? [], ['overrides']),
    ...ends(scheme),
  ];
}

function termIssues(scheme: Scheme): Issue[] {
  const parts = (scheme.parts ?? []).map((part) => part.id);
  return scheme.terms.flatMap((term, i) => {
    const path = ['terms', i];
    const issues: Issue[] = [];
    if (term.part !== undefined && !parts.includes(term.part)) {
      issues.push(
        errorAt('unknown-part', [...path, 'part'], { given: term.part, expected: parts }),
      );
    }
    if ('when' in term) issues.push(...conditionIssues(term.when, scheme, [...path, 'when']));
    if ('input' in term && !Object.hasOwn(scheme.inputs, term.input)) {
      const expected = Object.keys(scheme.inputs);
      return [
        ...issues,
        errorAt('unknown-input', [...path, 'input'], { given: term.input, expected }),
      ];
    }
    const name = 'input' in term ? term.input : '';
    const input = compileInput(name, scheme.inputs[name] ?? { type: 'boolean' });
    const checkOne = checkers[term.kind] as (t: Construct, i: CompiledInput, s: Scheme) => Issue[];
    return [...issues, ...checkOne(term, input, scheme).map((issue) => within(path, issue))];
  });
}

function conditionIssues(condition: Condition, scheme: Scheme, path: Issue['path']): Issue[] {
  const expected = [...Object.keys(scheme.inputs), ...FIELDS];
  return fieldsOf(condition)
    .filter((field) => !expected.includes(field))
    .map((field) => errorAt('unknown-input', path, { given: field, expected }));
}

function bandIssues(scheme: Scheme): Issue[] {
  const issues = ascendingBounds(scheme.bands, scheme.places, -Infinity, ['bands']);
  const { levels } = scheme.scale;
  scheme.bands.forEach(({ level }, i) => {
    if (!levels.includes(level)) {
      issues.push(
        errorAt('unknown-level', ['bands', i, 'level'], { given: level, expected: [...levels] }),
      );
    }
  });
  for (const level of levels) {
    if (!scheme.bands.some((band) => band.level === level)) {
      const isSet = (scheme.overrides ?? []).some((rule) => levelOf(rule.effect) === level);
      if (!isSet) issues.push(warningAt('level-without-band', ['bands'], { given: level }));
    }
  }
  const best = bestFirst(scheme.scale);
  const sign = scheme.direction === 'more-is-better' ? -1 : 1;
  scheme.bands.slice(1).forEach(({ level }, i) => {
    const before = best.indexOf(scheme.bands[i]?.level ?? '');
    if ((best.indexOf(level) - before) * sign < 0) {
      issues.push(
        warningAt('band-turns-round', ['bands', i + 1, 'level'], {
          given: level,
          expected: scheme.direction,
        }),
      );
    }
  });
  return issues;
}

function overrideIssues(scheme: Scheme): Issue[] {
  const { levels } = scheme.scale;
  return (scheme.overrides ?? []).flatMap((rule, i) => {
    const level = levelOf(rule.effect);
    const path = ['overrides', i];
    return [
      ...conditionIssues(rule.when, scheme, [...path, 'when']),
      ...(level !== undefined && !levels.includes(level)
        ? [errorAt('unknown-level', [...path, 'effect'], { given: level, expected: [...levels] })]
        : []),
    ];
  });
}

function levelOf(effect: OverrideEffect): string | undefined {
  if ('set' in effect) return effect.set;
  if ('atBest' in effect) return effect.atBest;
  return 'atWorst' in effect ? effect.atWorst : undefined;
}

function names(list: readonly { readonly id: string }[], path: Issue['path']): Issue[] {
  return list.flatMap(({ id }, i) =>
    list.findIndex((other) => other.id === id) < i
      ? [errorAt('repeated-name', [...path, i, 'id'], { given: id })]
      : [],
  );
}

function ends(scheme: Scheme): Issue[] {
  const pairs = [
    ...(scheme.parts ?? []).map((part, i) => ({ ...part, path: ['parts', i, 'min'] })),
    ...(scheme.total === undefined ? [] : [{ ...scheme.total, path: ['total', 'min'] }]),
  ];
  return pairs.flatMap(({ min, max, path }) =>
    min !== undefined && max !== undefined && Number(min) > Number(max)
      ? [errorAt('ends-inverted', path, { given: String(min), expected: `<= ${max}` })]
      : [],
  );
}

/** Points with more places than the scheme's, bounds with more than their input's. */
function placeIssues(scheme: Scheme): Issue[] {
  const issues: Issue[] = [];
  const visit = (value: unknown, path: Issue['path'], places: number): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (POINTS.has(key) && isDecimal(item)) {
        const most = key === 'from' && path[0] === 'terms' ? inputPlaces(scheme, path) : places;
        if (placesOf(item) > most) {
          issues.push(errorAt('too-many-places', here, { given: String(item), expected: most }));
        }
      } else if (key === 'table' && path[0] === 'terms') {
        for (const [name, points] of Object.entries(item as Record<string, unknown>)) {
          if (isDecimal(points) && placesOf(points) > places) {
            issues.push(
              errorAt('too-many-places', [...here, name], {
                given: String(points),
                expected: places,
              }),
            );
          }
        }
      } else if (key !== 'when' && key !== 'window' && key !== 'after') visit(item, here, places);
    }
  };
  visit(
    {
      parts: scheme.parts,
      terms: scheme.terms,
      total: scheme.total,
      bands: scheme.bands,
      start: scheme.start,
    },
    [],
    scheme.places,
  );
  for (const [name, input] of Object.entries(scheme.inputs))
    visit(input, ['inputs', name], placesOfInput(input));
  return issues;
}

const POINTS = new Set(['points', 'repaired', 'otherwise', 'min', 'max', 'from', 'start']);

function inputPlaces(scheme: Scheme, path: Issue['path']): number {
  const term = scheme.terms[path[1] as number];
  const input = term !== undefined && 'input' in term ? scheme.inputs[term.input] : undefined;
  return input === undefined ? 0 : placesOfInput(input);
}

const placesOfInput = (input: object): number =>
  'places' in input && typeof input.places === 'number' ? input.places : 0;
