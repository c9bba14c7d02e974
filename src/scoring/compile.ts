import { requireArgument } from '../core/argument.js';
import type { Day } from '../core/day.js';
import { scaled } from '../core/decimal.js';
import { digest } from '../core/digest.js';
import { compareBytes } from '../core/order.js';
import { referenceOf } from '../document/book.js';
import { bestFirst, type DocumentReference } from '../document/document.js';
import { fieldsOf } from '../register/condition.js';
import { type Bins, type CompiledBins, compileBins } from './constructs/bins.js';
import {
  boundsOf,
  type CompiledEvents,
  compileEvents,
  type EventBounds,
} from './constructs/compiledEvents.js';
import {
  type CompiledConditional,
  type Conditional,
  compileConditional,
} from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import { edgesOf, rangesOf } from './constructs/edges.js';
import type { Events } from './constructs/events.js';
import { type CompiledLookup, compileLookup, type Lookup } from './constructs/lookup.js';
import { type CompiledNumber, compileNumber, type NumberTerm } from './constructs/number.js';
import type { CompiledInput } from './inputs.js';
import { type CompiledLevels, gateCondition } from './levels.js';
import { readsOf } from './reads.js';
import { requireCompiled } from './requireCompiled.js';
import type { Override, Scheme, StatusRule } from './scheme.js';
import { schemeKinds } from './schemeKinds.js';
import { inputsOf } from './valueInput.js';
import { type CompiledValue, compileValue, valueBounds, valuesBehind } from './values.js';

/** A construct as the evaluators read it. */
export type CompiledTerm =
  | CompiledBins
  | CompiledLookup
  | CompiledConditional
  | CompiledEvents
  | CompiledNumber;

/** A scheme as frozen integer tables: every evaluator and every engine reads these. */
export interface CompiledScheme {
  readonly scheme: Scheme;
  readonly reference: DocumentReference;
  /** Digest of the integer tables, so that two engines can prove they read the same. */
  readonly tables: string;
  readonly inputs: ReadonlyMap<string, CompiledInput>;
  readonly terms: readonly CompiledTerm[];
  /** For each term the index of its part, -1 without one. */
  readonly partOf: readonly number[];
  readonly parts: readonly { readonly min: number; readonly max: number }[];
  readonly start: number;
  readonly total: { readonly min: number; readonly max: number };
  readonly edges: readonly number[];
  /** Each band written out. */
  readonly ranges: readonly string[];
  /** For each band the place of its level, 0 the best. */
  readonly bandLevel: readonly number[];
  readonly levels: readonly string[];
  readonly overrides: readonly CompiledOverride[];
  /** Left out where bands over the total give the level. */
  readonly by?: CompiledLevels;
  readonly values?: readonly CompiledValue[];
  /** For each value whether a status hangs on it. */
  readonly early?: readonly boolean[];
  readonly statuses?: readonly CompiledStatus[];
  /** Whether a gate or an override asks for the score, under the name `total`. */
  readonly readsTotal?: boolean;
}

/** A status with the declared inputs its condition asks for. */
export interface CompiledStatus {
  readonly rule: StatusRule;
  readonly reads: readonly CompiledInput[];
}

/** An override with the declared inputs its condition asks for. */
export interface CompiledOverride {
  readonly rule: Override;
  readonly reads: readonly CompiledInput[];
}

type Inputs = CompiledScheme['inputs'];

const compilers = {
  bins: (term: Bins, scheme: Scheme, inputs: Inputs) =>
    compileBins(term, scheme, inputs.get(term.input) as CompiledInput),
  lookup: (term: Lookup, scheme: Scheme, inputs: Inputs) =>
    compileLookup(term, scheme, inputs.get(term.input) as CompiledInput),
  conditional: (term: Conditional, scheme: Scheme, inputs: Inputs) =>
    compileConditional(term, scheme, inputs),
  events: (term: Events, scheme: Scheme, _: Inputs, kinds: ReadonlySet<string>) =>
    compileEvents(term, scheme.places, kinds),
  number: (term: NumberTerm, scheme: Scheme, inputs: Inputs) =>
    compileNumber(term, scheme, inputs.get(term.input) as CompiledInput),
} satisfies Record<Construct['kind'], unknown>;

/** Compiles a scheme that `checkScheme` found without errors. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  requireArgument('compileScheme', 'scheme', scheme, { scale: 'object', terms: 'array' });
  const inputs = inputsOf(scheme);
  const kinds = schemeKinds(scheme);
  const levels = bestFirst(scheme.scale);
  const units = (value: string | number | undefined, open: number): number =>
    value === undefined ? open : scaled(value, scheme.places);
  const { parts = [], bands = [] } = scheme;
  const by = levelsOf(scheme, inputs, levels);
  const bandPlaces = by?.by === 'bands' ? (by.on?.places ?? scheme.places) : scheme.places;
  const compiled = {
    terms: scheme.terms.map((term) => compileTerm(term, scheme, inputs, kinds)),
    partOf: scheme.terms.map((term) => parts.findIndex((part) => part.id === term.part)),
    parts: parts.map(({ min, max }) => ({ min: units(min, -Infinity), max: units(max, Infinity) })),
    start: units(scheme.start, 0),
    total: { min: units(scheme.total?.min, -Infinity), max: units(scheme.total?.max, Infinity) },
    edges: edgesOf(bands, bandPlaces),
    ranges: rangesOf(bands, bandPlaces),
    bandLevel: bands.map(({ level }) => levels.indexOf(level)),
    levels,
    overrides: (scheme.overrides ?? []).map((rule) => ({
      rule,
      reads: readsOf(rule.when, inputs),
    })),
    ...(by === undefined ? {} : { by }),
    ...derivedOf(scheme, inputs, kinds),
  };
  return Object.freeze({
    scheme,
    reference: referenceOf(scheme),
    tables: digest(plain(compiled)),
    inputs,
    ...compiled,
  });
}

/** How the level is found, where it is not by bands over the total. */
function levelsOf(
  scheme: Scheme,
  inputs: Inputs,
  levels: readonly string[],
): CompiledLevels | undefined {
  const { gates, levelFrom, bandsOn } = scheme;
  if (levelFrom !== undefined) {
    return { by: 'value', input: inputs.get(levelFrom) as CompiledInput };
  }
  if (bandsOn !== undefined) return { by: 'bands', on: inputs.get(bandsOn) as CompiledInput };
  if (gates === undefined) return undefined;
  return {
    by: 'gates',
    gates: gates.map((rule) => {
      const when = gateCondition(rule);
      return { rule, when, reads: readsOf(when, inputs), level: levels.indexOf(rule.level) };
    }),
  };
}

/** Values and statuses, where a scheme has them, and what of both must be known for a status. */
function derivedOf(scheme: Scheme, inputs: Inputs, kinds: ReadonlySet<string>) {
  const { values = [], statuses = [], gates = [], overrides = [] } = scheme;
  const early = valuesBehind(
    statuses.flatMap(({ when }) => fieldsOf(when)),
    values,
  );
  const late = [...gates.map(gateCondition), ...overrides.map(({ when }) => when)];
  const readsTotal = !inputs.has('total') && late.flatMap(fieldsOf).includes('total');
  return {
    ...(values.length === 0
      ? {}
      : {
          values: values.map((value) => compileValue(value, inputs, kinds)),
          early: values.map(({ id }) => early.has(id)),
        }),
    ...(statuses.length === 0
      ? {}
      : { statuses: statuses.map((rule) => ({ rule, reads: readsOf(rule.when, inputs) })) }),
    ...(readsTotal ? { readsTotal } : {}),
  };
}

function compileTerm(
  term: Construct,
  scheme: Scheme,
  inputs: Inputs,
  kinds: ReadonlySet<string>,
): CompiledTerm {
  const compile = compilers[term.kind] as (
    term: Construct,
    scheme: Scheme,
    inputs: Inputs,
    kinds: ReadonlySet<string>,
  ) => CompiledTerm;
  return compile(term, scheme, inputs, kinds);
}

/** A compiled scheme on a day: windows of events have become days. */
export interface SchemeAt {
  readonly compiled: CompiledScheme;
  readonly asOf: Day;
  /** For each term the days of its events; undefined for a term without. */
  readonly bounds: readonly (EventBounds | undefined)[];
  readonly valueBounds: readonly (EventBounds | undefined)[];
}

/** Opens a compiled scheme on a day; do it once for many entities. */
export function schemeAt(compiled: CompiledScheme, asOf: Day): SchemeAt {
  requireCompiled('schemeAt', 'compiled', compiled);
  return {
    compiled,
    asOf,
    bounds: compiled.terms.map((term) =>
      term.kind === 'events' ? boundsOf(term, asOf) : undefined,
    ),
    valueBounds: (compiled.values ?? []).map((value) => valueBounds(value, asOf)),
  };
}

/**
 * Maps and infinities as plain data, for the digest; the order of a map's keys is no part of it, and
 * neither is how a bin is written out.
 */
function plain(value: unknown): unknown {
  if (value instanceof Set) return [...value].sort(compareBytes);
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'ranges')
      .map(([key, item]) => [key, plain(item)]),
  );
}
