import { requireArgument } from '../core/argument.js';
import { errorAt, type Issue, within } from '../core/issue.js';
import { documentIssues } from '../document/citations.js';
import { scaleIssues } from '../document/scaleIssues.js';
import { betweenIssues } from './betweenIssues.js';
import { conditionIssues, whereIssues } from './conditionIssues.js';
import { type Bins, checkBins } from './constructs/bins.js';
import { checkConditional } from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import { checkEvents, type Events } from './constructs/events.js';
import { checkLookup, type Lookup } from './constructs/lookup.js';
import { checkNumber, type NumberTerm } from './constructs/number.js';
import { decimalIssues } from './decimalIssues.js';
import { type CompiledInput, compileInput } from './inputs.js';
import { invariantIssues } from './invariants.js';
import { levelIssues, levelOf } from './levelIssues.js';
import type { Scheme } from './scheme.js';
import { inputsOf } from './valueInput.js';
import { valueIssues, valueNameIssues } from './valueIssues.js';

const checkers = {
  bins: (term: Bins, input: CompiledInput) => checkBins(term, input),
  lookup: (term: Lookup, input: CompiledInput) => checkLookup(term, input),
  conditional: checkConditional,
  events: (term: Events, _: CompiledInput, scheme: Scheme) => checkEvents(term, scheme.from),
  number: (term: NumberTerm, input: CompiledInput, scheme: Scheme) =>
    checkNumber(term, input, scheme.places),
} satisfies Record<Construct['kind'], unknown>;

/**
 * What is wrong with a scheme whose shape is right: gaps, bounds out of order, names that lead
 * nowhere, decimals that do not fit, bands that turn round. All of it in one pass.
 */
export function checkScheme(scheme: Scheme): Issue[] {
  requireArgument('checkScheme', 'scheme', scheme, 'object', 'parseScheme(…)');
  const frame = [...documentIssues(scheme), ...valueNameIssues(scheme)];
  const decimals = decimalIssues(scheme);
  if (decimals.length === 0) return [...frame, ...ruleIssues(scheme)];
  return [...frame, ...decimals, ...besideDecimals(scheme, decimals)];
}

/**
 * What else is wrong where decimals are: with each of them cut to fit, all is checked but what may
 * hang on their size.
 */
function besideDecimals(scheme: Scheme, decimals: readonly Issue[]): Issue[] {
  const mended = decimals.reduce<unknown>((at, { path }) => fitted(at, path), scheme) as Scheme;
  const cut = decimals.map(({ path }) => ruleOf(path));
  return ruleIssues(mended).filter(
    ({ code, path }) =>
      code !== 'invariant-broken' && !(OF_SIZE.has(code) && cut.includes(ruleOf(path))),
  );
}

/** The rule a path leads into; bands are one rule, since each bound is held against the others. */
const ruleOf = (path: Issue['path']): string =>
  path[0] === 'bands' ? 'bands' : path.slice(0, 2).join();

/** What the size of a decimal decides. */
const OF_SIZE: ReadonlySet<string> = new Set([
  ...['bounds-not-ascending', 'bin-gap', 'bound-missing', 'ends-inverted', 'band-turns-round'],
]);

/** The value with a whole number in the place of a decimal that does not fit. */
function fitted(value: unknown, [key, ...rest]: Issue['path']): unknown {
  if (key === undefined) {
    const whole = Math.trunc(Number(value));
    return Math.abs(whole) < 1000 ? String(whole === 0 ? 0 : whole) : '0';
  }
  const list = value as Readonly<Record<string | number, unknown>>;
  const next = fitted(list[key], rest);
  return Array.isArray(value) ? value.with(Number(key), next) : { ...list, [key]: next };
}

/** What is wrong with the rules of a scheme whose decimals fit. */
function ruleIssues(scheme: Scheme): Issue[] {
  const inputs = inputsOf(scheme);
  return [
    ...scaleIssues(scheme.scale, ['scale']),
    ...inputIssues(scheme),
    ...valueIssues(scheme, inputs),
    ...termIssues(scheme, inputs),
    ...statusIssues(scheme),
    ...levelIssues(scheme, inputs),
    ...overrideIssues(scheme),
    ...betweenIssues(scheme),
    ...invariantIssues(scheme),
    ...names(scheme.parts ?? [], ['parts']),
    ...names(scheme.terms, ['terms']),
    ...names(scheme.overrides ?? [], ['overrides']),
    ...names(scheme.statuses ?? [], ['statuses']),
    ...ends(scheme),
  ];
}

function termIssues(scheme: Scheme, inputs: ReadonlyMap<string, CompiledInput>): Issue[] {
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
    if ('where' in term && term.where !== undefined) {
      issues.push(...whereIssues(term.where, [...path, 'where']));
    }
    if ('input' in term && !inputs.has(term.input)) {
      const expected = [...inputs.keys()];
      return [
        ...issues,
        errorAt('unknown-input', [...path, 'input'], { given: term.input, expected }),
      ];
    }
    const name = 'input' in term ? term.input : '';
    const input = inputs.get(name) ?? compileInput(name, { type: 'boolean' });
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

function statusIssues(scheme: Scheme): Issue[] {
  return (scheme.statuses ?? []).flatMap(({ when }, i) =>
    conditionIssues(when, scheme, ['statuses', i, 'when']),
  );
}

function overrideIssues(scheme: Scheme): Issue[] {
  const { levels } = scheme.scale;
  return (scheme.overrides ?? []).flatMap((rule, i) => {
    const level = levelOf(rule.effect);
    const path = ['overrides', i];
    return [
      ...conditionIssues(rule.when, scheme, [...path, 'when'], ['total']),
      ...evidenceIssues(rule.evidence ?? [], scheme, [...path, 'evidence']),
      ...(level !== undefined && !levels.includes(level)
        ? [errorAt('unknown-level', [...path, 'effect'], { given: level, expected: [...levels] })]
        : []),
    ];
  });
}

function evidenceIssues(
  evidence: readonly string[],
  { inputs }: Scheme,
  path: Issue['path'],
): Issue[] {
  const expected = Object.keys(inputs);
  return evidence.flatMap((given, i) =>
    Object.hasOwn(inputs, given)
      ? []
      : [errorAt('unknown-input', [...path, i], { given, expected })],
  );
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
