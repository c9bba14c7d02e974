import type { Fact } from '../register/nouns.js';
import type { CompiledBins } from '../scoring/constructs/bins.js';
import type { CompiledConditional } from '../scoring/constructs/conditional.js';
import { type CompiledLookup, entryOf } from '../scoring/constructs/lookup.js';
import type { CompiledNumber } from '../scoring/constructs/number.js';
import { type CompiledInput, readText } from '../scoring/inputs.js';
import { type Asked, answersOf, type Coded, codedAnswers } from './answers.js';
import { BLOCK, type Block } from './block.js';
import { type Column, isValid } from './entityColumns.js';
import { agesOf, firstAge, numbersOf, wrongKind } from './numbers.js';
import { type PlacedTerm, pointsByPlace, tableOf } from './places.js';
import type { Ends } from './sums.js';
import { byValue, FAULTY, lineOf } from './values.js';

/** Points of a block, row by row; what stands at a row that is marked faulty is not read. */
export interface Points {
  readonly out: Int32Array;
  /** Left out where `out` is filled by somebody else. */
  readonly run?: (from: number, size: number) => void;
  /** The ends they still have to be held between. */
  readonly ends?: Ends;
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
  if (ages !== undefined) {
    const { values, valid, today, years } = ages;
    const places = new Uint16Array(years.length);
    for (const [place, edge] of term.edges.entries()) places.fill(place, firstAge(years, edge));
    return byValue(term, { values, valid, first: today, sign: -1, places }, missing, context);
  }
  const line = lineOf(term.input, context.columns);
  if (line !== undefined) {
    const { min, max, closed } = term.input;
    const places = new Uint16Array(max - min + 1);
    for (const [place, edge] of term.edges.entries()) places.fill(place, Math.max(0, edge - min));
    if (closed !== undefined) {
      const among = new Set(closed);
      for (let i = 0; i < places.length; i++) if (!among.has(min + i)) places[i] = FAULTY;
    }
    return byValue(term, { ...line, first: -min, sign: 1, places }, missing, context);
  }
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
  const coded = lookupPlaces(term, context);
  if (coded !== undefined) return byCode(term, coded, context);
  const missing = missingOf(term);
  return byPlace(term, context, (_, size, places) => places.fill(missing, 0, size));
}

/** For each code the place of its text among a lookup's entries; undefined without a column. */
export function lookupPlaces(
  term: CompiledLookup,
  context: Pick<Context, 'columns' | 'asOf'>,
): Coded | undefined {
  const column = context.columns.facts[term.input.name];
  if (column === undefined) return undefined;
  const entries = [...term.table.keys()];
  const otherwise = entries.length;
  const missing = missingOf(term);
  const faulty = missing + 1;
  const { codes, texts } = codesOf(term.input, column);
  const places = texts.map((fact) => {
    const text = readText(term.input, viewOf(term.input.name, fact, context));
    const entry = text === undefined ? undefined : entryOf(term, text);
    if (text === undefined) return faulty;
    return entry === undefined ? otherwise : entries.indexOf(entry);
  });
  return { codes, valid: column.valid, places, absent: missing, beyond: faulty };
}

/** The place of a lookup's points for a text that is not known. */
export const missingOf = ({ table }: CompiledLookup): number => table.size + 1;

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
      let marked = 0;
      for (let i = 0; i < size; i++) {
        const place = bins[i] as number;
        out[i] = points[place] as number;
        marked |= marks[place] as number;
      }
      if (marked === 0) return;
      for (let i = 0; i < size; i++) {
        faulty[i] = (faulty[i] as number) | (marks[bins[i] as number] as number);
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
  const atOf = (row: number): number => {
    const code = codes[row] as number;
    return isValid(valid, row) ? (code < known ? code : known) : known + 1;
  };
  return {
    out,
    ...(bins === undefined ? {} : { bins }),
    run(from, size) {
      let marked = 0;
      if (valid === undefined) {
        for (let i = 0; i < size; i++) {
          const code = codes[from + i] as number;
          const at = code < known ? code : known;
          out[i] = points[at] as number;
          marked |= marks[at] as number;
        }
      } else {
        for (let i = 0; i < size; i++) {
          const row = from + i;
          const code = codes[row] as number;
          // Whether there is a value can't be foreseen: no branch.
          const there = -(((valid[row >> 3] as number) >> (row & 7)) & 1);
          const at = ((code < known ? code : known) & there) | ((known + 1) & ~there);
          out[i] = points[at] as number;
          marked |= marks[at] as number;
        }
      }
      if (bins !== undefined) {
        for (let i = 0; i < size; i++) bins[i] = table[atOf(from + i)] as number;
      }
      if (marked === 0) return;
      for (let i = 0; i < size; i++) {
        faulty[i] = (faulty[i] as number) | (marks[atOf(from + i)] as number);
      }
    },
  };
}

export function codesOf({ name, input }: CompiledInput, column: Column) {
  if (input.type === 'boolean') {
    if (column.kind !== 'boolean') throw wrongKind(name, column.kind, 'boolean');
    return { codes: column.values, texts: [false, true] };
  }
  if (column.kind !== 'code') throw wrongKind(name, column.kind, 'code');
  return { codes: column.codes, texts: column.dictionary };
}

/** One fact, as the row evaluator sees it. */
export function viewOf(name: string, fact: Fact, { asOf }: Pick<Context, 'asOf'>) {
  const own = name === 'district' || name === 'state' || name === 'since' ? { [name]: fact } : {};
  return {
    subject: { ...own, facts: { [name]: fact }, events: [], lists: [] },
    asOf,
    inputs: new Map(),
    issues: [],
  } as Parameters<typeof readText>[1];
}
