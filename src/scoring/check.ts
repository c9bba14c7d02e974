import { errorAt, type Issue, warningAt, within } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { bestFirst } from '../document/document.js';
import { scaleIssues } from '../document/scaleIssues.js';
import { type Condition, fieldsOf } from '../register/condition.js';
import { ascendingBounds, type Bins, checkBins } from './constructs/bins.js';
import { checkConditional } from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import { checkEvents, type Events } from './constructs/events.js';
import { checkLookup, type Lookup } from './constructs/lookup.js';
import { decimalIssues } from './decimalIssues.js';
import { type CompiledInput, compileInput } from './inputs.js';
import type { OverrideEffect, Scheme } from './scheme.js';

const checkers = {
  bins: (term: Bins, input: CompiledInput) => checkBins(term, input),
  lookup: (term: Lookup, input: CompiledInput) => checkLookup(term, input),
  conditional: checkConditional,
  events: (term: Events, _: CompiledInput, scheme: Scheme) => checkEvents(term, scheme.from),
} satisfies Record<Construct['kind'], unknown>;

/** What a condition may ask for beside declared inputs. */
export const FIELDS = ['district', 'state', 'since', 'id', 'list'];

/**
 * What is wrong with a scheme whose shape is right: gaps, bounds out of order, names that lead
 * nowhere, decimals that do not fit, bands that turn round. All of it in one pass.
 */
export function checkScheme(scheme: Scheme): Issue[] {
  const decimals = decimalIssues(scheme);
  if (decimals.length > 0) return [...documentIssues(scheme), ...decimals];
  return [
    ...documentIssues(scheme),
    ...scaleIssues(scheme.scale, ['scale']),
    ...inputIssues(scheme),
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

/** Years counted from a field or a fact that is no day. */
function inputIssues({ inputs }: Scheme): Issue[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    if (input.type !== 'full-years' || input.since === 'since') return [];
    if (Object.hasOwn(inputs, input.since) && inputs[input.since]?.type === 'day') return [];
    const days = Object.keys(inputs).filter((one) => inputs[one]?.type === 'day');
    const expected = ['since', ...days];
    return [errorAt('unknown-input', ['inputs', name, 'since'], { given: input.since, expected })];
  });
}

/** Fields nobody states; and full years, which terms count and conditions cannot read. */
function conditionIssues(condition: Condition, { inputs }: Scheme, path: Issue['path']): Issue[] {
  const known = [...Object.keys(inputs), ...FIELDS];
  const expected = known.filter((name) => inputs[name]?.type !== 'full-years');
  return fieldsOf(condition)
    .filter((field) => !expected.includes(field))
    .map((given) =>
      errorAt(known.includes(given) ? 'input-type' : 'unknown-input', path, { given, expected }),
    );
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
    ...Object.entries(scheme.inputs).map(([name, input]) => ({
      ...('min' in input ? { min: input.min } : {}),
      ...('max' in input ? { max: input.max } : {}),
      path: ['inputs', name, 'min'],
    })),
    ...(scheme.total === undefined ? [] : [{ ...scheme.total, path: ['total', 'min'] }]),
  ];
  return pairs.flatMap(({ min, max, path }) =>
    min !== undefined && max !== undefined && Number(min) > Number(max)
      ? [errorAt('ends-inverted', path, { given: String(min), expected: `<= ${max}` })]
      : [],
  );
}
