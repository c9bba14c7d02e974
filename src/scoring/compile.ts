import type { Day } from '../core/day.js';
import { scaled } from '../core/decimal.js';
import { digest } from '../core/digest.js';
import { referenceOf } from '../document/book.js';
import { bestFirst, type DocumentReference } from '../document/document.js';
import { type Bins, type CompiledBins, compileBins } from './constructs/bins.js';
import {
  type CompiledConditional,
  type Conditional,
  compileConditional,
} from './constructs/conditional.js';
import type { Construct } from './constructs/construct.js';
import { boundsOf, type CompiledEvents, compileEvents, type Events } from './constructs/events.js';
import { type CompiledLookup, compileLookup, type Lookup } from './constructs/lookup.js';
import { type CompiledInput, compileInput } from './inputs.js';
import { readsOf } from './reads.js';
import type { Override, Scheme } from './scheme.js';

/** A construct as the evaluators read it. */
export type CompiledTerm = CompiledBins | CompiledLookup | CompiledConditional | CompiledEvents;

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
  /** For each band the place of its level, 0 the best. */
  readonly bandLevel: readonly number[];
  readonly levels: readonly string[];
  readonly overrides: readonly CompiledOverride[];
}

/** An override with the declared inputs its condition asks for. */
export interface CompiledOverride {
  readonly rule: Override;
  readonly reads: readonly CompiledInput[];
}

const compilers = {
  bins: (term: Bins, scheme: Scheme, inputs: CompiledScheme['inputs']) =>
    compileBins(term, scheme, inputs.get(term.input) as CompiledInput),
  lookup: (term: Lookup, scheme: Scheme, inputs: CompiledScheme['inputs']) =>
    compileLookup(term, scheme, inputs.get(term.input) as CompiledInput),
  conditional: (term: Conditional, scheme: Scheme, inputs: CompiledScheme['inputs']) =>
    compileConditional(term, scheme, inputs),
  events: (term: Events, scheme: Scheme) => compileEvents(term, scheme),
} satisfies Record<Construct['kind'], unknown>;

/** Compiles a scheme that `checkScheme` found without errors. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const inputs = new Map(
    Object.entries(scheme.inputs).map(([name, input]) => [name, compileInput(name, input)]),
  );
  const levels = bestFirst(scheme.scale);
  const units = (value: string | number | undefined, open: number): number =>
    value === undefined ? open : scaled(value, scheme.places);
  const parts = scheme.parts ?? [];
  const compiled = {
    terms: scheme.terms.map((term) => compileTerm(term, scheme, inputs)),
    partOf: scheme.terms.map((term) => parts.findIndex((part) => part.id === term.part)),
    parts: parts.map(({ min, max }) => ({ min: units(min, -Infinity), max: units(max, Infinity) })),
    start: units(scheme.start, 0),
    total: { min: units(scheme.total?.min, -Infinity), max: units(scheme.total?.max, Infinity) },
    edges: scheme.bands.map(({ from }) => units(from, -Infinity)),
    bandLevel: scheme.bands.map(({ level }) => levels.indexOf(level)),
    levels,
    overrides: (scheme.overrides ?? []).map((rule) => ({
      rule,
      reads: readsOf(rule.when, inputs),
    })),
  };
  return Object.freeze({
    scheme,
    reference: referenceOf(scheme),
    tables: digest(plain(compiled)),
    inputs,
    ...compiled,
  });
}

function compileTerm(
  term: Construct,
  scheme: Scheme,
  inputs: CompiledScheme['inputs'],
): CompiledTerm {
  const compile = compilers[term.kind] as (
    term: Construct,
    scheme: Scheme,
    inputs: CompiledScheme['inputs'],
  ) => CompiledTerm;
  return compile(term, scheme, inputs);
}

/** A compiled scheme on a day: windows of events have become days. */
export interface SchemeAt {
  readonly compiled: CompiledScheme;
  readonly asOf: Day;
  readonly bounds: readonly (readonly Day[])[];
}

/** Opens a compiled scheme on a day; do it once for many entities. */
export function schemeAt(compiled: CompiledScheme, asOf: Day): SchemeAt {
  return {
    compiled,
    asOf,
    bounds: compiled.terms.map((term) => (term.kind === 'events' ? boundsOf(term, asOf) : [])),
  };
}

/** Maps and infinities as plain data, for the digest; the order of a map's keys is no part of it. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
