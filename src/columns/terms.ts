import type { Fact } from '../register/nouns.js';
import type { CompiledBins } from '../scoring/constructs/bins.js';
import type { CompiledConditional } from '../scoring/constructs/conditional.js';
import { type CompiledLookup, entryOf } from '../scoring/constructs/lookup.js';
import type { CompiledNumber } from '../scoring/constructs/number.js';
import { type CompiledInput, readText } from '../scoring/inputs.js';
import { type Asked, answersOf, type Coded, codedAnswers } from './answers.js';
import { BLOCK, type Block } from './block.js';
import { type Column, isValid } from './entityColumns.js';
import { type Ages, agesOf, numbersOf, wrongKind } from './numbers.js';

/** Points of a block, row by row; what stands at a row that is marked faulty is not read. */
export interface Points {
  readonly out: Int32Array;
  /** Left out where `out` is filled by somebody else. */
  readonly run?: (from: number, size: number) => void;
}

/** A term over blocks of rows. */
export interface TermKernel extends Points {
  /** For each row the place of what it met; only where it is traced, and only for places. */
  readonly bins?: Uint16Array;
}

/** What terms are bound to. */
export interface Context extends Asked {
  readonly block: Block;
  /** Whether the places that terms meet are kept. */
  readonly isTraced: boolean;
  /** The most points one term may give a row here; beyond, the row evaluator has to answer. */
  readonly most: number;
}

/** A term whose points hang on one place among few. */
export type PlacedTerm = CompiledBins | CompiledLookup | CompiledConditional;

/** The points of each place, undefined for one without an answer. */
export function pointsByPlace(term: PlacedTerm): readonly (number | undefined)[] {
  switch (term.kind) {
    case 'bins':
      return [...term.points, term.missing];
    case 'lookup':
      return [...term.table.values(), term.otherwise, term.missing, undefined];
    case 'conditional':
      return [term.otherwise, term.missing, term.points];
  }
}

/** Bins: the place of the number among the bounds, then `missing`. */
export function binsKernel(term: CompiledBins, context: Context): TermKernel {
  const edges = Float64Array.from(term.edges);
  const placeOf = (value: number): number => {
    let place = 0;
    // Every bound is asked, so that there is no branch to foresee.
    for (let i = 1; i < edges.length; i++) place += value >= (edges[i] as number) ? 1 : 0;
    return place;
  };
  const missing = term.points.length;
  const ages = agesOf(term.input, context);
  if (ages !== undefined) return byAge(term, ages, Uint8Array.from(ages.years, placeOf), context);
  const numbers = numbersOf(term.input, context.columns, context.asOf, context.block);
  return byPlace(term, context, (from, size, places) => {
    const values = numbers(from, size);
    for (let i = 0; i < size; i++) {
      const value = values[i] as number;
      places[i] = Number.isNaN(value) ? missing : placeOf(value);
    }
  });
}

/** A lookup: the place of the entry, then `otherwise`, `missing`, and one for what has no answer. */
export function lookupKernel(term: CompiledLookup, context: Context): TermKernel {
  const entries = [...term.table.keys()];
  const otherwise = entries.length;
  const missing = otherwise + 1;
  const faulty = otherwise + 2;
  const column = context.columns.facts[term.input.name];
  if (column === undefined) {
    return byPlace(term, context, (_, size, places) => places.fill(missing, 0, size));
  }
  const { codes, texts } = codesOf(term.input, column);
  const places = texts.map((fact) => {
    const text = readText(term.input, viewOf(term.input.name, fact, context));
    const entry = text === undefined ? undefined : entryOf(term, text);
    if (text === undefined) return faulty;
    return entry === undefined ? otherwise : entries.indexOf(entry);
  });
  const { valid } = column;
  return byCode(term, { codes, valid, places, absent: missing, beyond: faulty }, context);
}

/** A condition: 0 where it does not hold, 1 where a fact is missing, 2 where it holds. */
export function conditionalKernel(term: CompiledConditional, context: Context): TermKernel {
  const coded = codedAnswers(term.when, context);
  if (coded !== undefined) return byCode(term, coded, context);
  const answers = answersOf(term.when, context);
  return byPlace(term, context, (from, size, places) => {
    places.set(answers(from, size).subarray(0, size));
  });
}

/** A number as points. */
export function numberKernel(term: CompiledNumber, context: Context): TermKernel {
  const numbers = numbersOf(term.input, context.columns, context.asOf, context.block);
  const { faulty } = context.block;
  const { factor, missing = Number.NaN } = term;
  const { most } = context;
  const out = new Int32Array(BLOCK);
  return {
    out,
    run(from, size) {
      const values = numbers(from, size);
      for (let i = 0; i < size; i++) {
        const value = values[i] as number;
        const points = Number.isNaN(value) ? missing : value * factor;
        if (Math.abs(points) <= most) out[i] = points;
        else faulty[i] = 1;
      }
    },
  };
}

/** What each place of a term gives: points, and a mark where it has none or too many. */
function tableOf(term: PlacedTerm, places: readonly number[], most: number) {
  const given = pointsByPlace(term);
  const isOpen = (place: number): boolean => Math.abs(given[place] ?? Infinity) > most;
  return {
    points: Int32Array.from(places, (place) => (isOpen(place) ? 0 : (given[place] as number))),
    marks: Uint8Array.from(places, (place) => (isOpen(place) ? 1 : 0)),
  };
}

/** Points by places that are found row by row. */
function byPlace(
  term: PlacedTerm,
  { most, isTraced, block: { faulty } }: Context,
  find: (from: number, size: number, places: Uint16Array) => void,
): TermKernel {
  const { points, marks } = tableOf(term, [...pointsByPlace(term).keys()], most);
  const out = new Int32Array(BLOCK);
  const bins = new Uint16Array(BLOCK);
  return {
    out,
    ...(isTraced ? { bins } : {}),
    run(from, size) {
      find(from, size, bins);
      for (let i = 0; i < size; i++) {
        const place = bins[i] as number;
        out[i] = points[place] as number;
        faulty[i] = (faulty[i] as number) | (marks[place] as number);
      }
    },
  };
}

/** Points by the code of a text: one look-up a row. */
function byCode(
  term: PlacedTerm,
  { codes, valid, places, absent, beyond }: Coded,
  { most, isTraced, block: { faulty } }: Context,
): TermKernel {
  const known = places.length;
  // A code beyond the dictionary, and one that is not there, have places of their own at the end.
  const all = [...places, beyond, absent];
  const table = Uint16Array.from(all);
  const { points, marks } = tableOf(term, all, most);
  const out = new Int32Array(BLOCK);
  const bins = isTraced ? new Uint16Array(BLOCK) : undefined;
  return {
    out,
    ...(bins === undefined ? {} : { bins }),
    run(from, size) {
      for (let i = 0; i < size; i++) {
        const code = codes[from + i] as number;
        const isThere = valid === undefined || isValid(valid, from + i);
        const at = isThere ? (code < known ? code : known) : known + 1;
        out[i] = points[at] as number;
        faulty[i] = (faulty[i] as number) | (marks[at] as number);
        if (bins !== undefined) bins[i] = table[at] as number;
      }
    },
  };
}

/** Points by the days since a day. */
function byAge(
  term: CompiledBins,
  { values, valid, today }: Ages,
  places: Uint8Array,
  context: Context,
): TermKernel {
  const { faulty } = context.block;
  const oldest = places.length;
  const missing = term.points.length;
  return byPlace(term, context, (from, size, bins) => {
    for (let i = 0; i < size; i++) {
      const age = today - (values[from + i] as number);
      const isThere = valid === undefined || isValid(valid, from + i);
      const isInside = age >= 0 && age < oldest;
      if (isThere && !isInside) faulty[i] = 1;
      bins[i] = isThere && isInside ? (places[age] as number) : missing;
    }
  });
}

function codesOf({ name, input }: CompiledInput, column: Column) {
  if (input.type === 'boolean') {
    if (column.kind !== 'boolean') throw wrongKind(name, column.kind, 'boolean');
    return { codes: column.values, texts: [false, true] };
  }
  if (column.kind !== 'code') throw wrongKind(name, column.kind, 'code');
  return { codes: column.codes, texts: column.dictionary };
}

/** One fact, as the row evaluator sees it. */
function viewOf(name: string, fact: Fact, { asOf }: Asked) {
  const own = name === 'district' || name === 'state' || name === 'since' ? { [name]: fact } : {};
  return {
    subject: { ...own, facts: { [name]: fact }, events: [], lists: [] },
    asOf,
    inputs: new Map(),
    issues: [],
  } as Parameters<typeof readText>[1];
}
