import type { CompiledScheme, CompiledTerm, SchemeAt } from '../scoring/compile.js';
import type { CompiledEvents, EventBounds } from '../scoring/constructs/compiledEvents.js';
import { binOf } from '../scoring/constructs/edges.js';
import { type CompiledInput, readText } from '../scoring/inputs.js';
import { answersOf, type Coded, MISSING, YES } from './answers.js';
import { BLOCK, type Block } from './block.js';
import { domainMarks } from './domains.js';
import { isValid } from './entityColumns.js';
import { type EventTerm, pointsAsked, unknownAsked } from './eventQuestions.js';
import type { EventTallies, Tally } from './eventTallies.js';
import { NO_LEVEL } from './level.js';
import { numbersOf } from './numbers.js';
import { overridesOf } from './overrides.js';
import type { SchemeColumns } from './schemeColumns.js';
import { FAR, sumOf, totalOf } from './sums.js';
import {
  binsKernel,
  type Context,
  codesOf,
  conditionalKernel,
  lookupKernel,
  numberKernel,
  type Points,
  type TermKernel,
  viewOf,
} from './terms.js';

/** What a scheme says of a block of rows, in vectors that the next block overwrites. */
export interface SchemeKernel {
  run(from: number, size: number): void;
  /** Points in units of 10^-places; not read where the row evaluator has to answer. */
  readonly units: Int32Array;
  /** The place of the level, 0 the best, `NO_LEVEL` where there is none. */
  readonly level: Uint8Array;
  /** The place of the band or gate that gave the level before overrides. */
  readonly band: Uint8Array;
  /** Bit `i` of a row: override `i` fired. */
  readonly fired: Uint32Array;
  /** For each term the place of what a row met; undefined for points that are no place. */
  readonly bins: readonly (Uint16Array | undefined)[];
}

const kernels = {
  bins: binsKernel,
  lookup: lookupKernel,
  conditional: conditionalKernel,
  number: numberKernel,
} satisfies Record<Exclude<CompiledTerm['kind'], 'events'>, unknown>;

/** Binds a scheme on a day to columns; what the row evaluator says is the measure of every part. */
export function schemeKernel(
  at: SchemeAt,
  columns: SchemeColumns,
  tallies: EventTallies,
  block: Block,
  isTraced: boolean,
): SchemeKernel {
  const { compiled, asOf } = at;
  const { faulty } = block;
  const level = new Uint8Array(BLOCK);
  const band = new Uint8Array(BLOCK);
  const bound = { columns, asOf, tallies, block, isTraced, most: mostOf(at) };
  const terms = compiled.terms.map((term) =>
    term.kind === 'events' ? undefined : kernelOf(term, bound),
  );
  const score = scoreOf(at, terms, bound);
  const units = score.out;
  const total = { numbers: () => units, places: compiled.scheme.places };
  const context: Context = { ...bound, ...(compiled.readsTotal === true ? { total } : {}) };
  const marks = domainMarks(compiled, context);
  const unknown = unknownKinds(at, tallies);
  const levels = levelKernel(at, context, { units, level, band });
  const overrides = overridesOf(at, context);
  const statuses = statusesOf(at, context);

  return {
    units,
    level,
    band,
    fired: overrides.fired,
    bins: terms.map((term) => term?.bins),
    run(from, size) {
      for (const mark of marks) mark(from, size);
      for (const { sums } of unknown) {
        for (let i = 0; i < size; i++) if (sums[i] !== 0) faulty[i] = 1;
      }
      score.run?.(from, size);
      levels(from, size);
      overrides.run(from, size, level);
      statuses(from, size, level);
    },
  };
}

/** What each term may give so that all together, and the start, stay this side of `FAR`. */
export const mostOf = ({ compiled: { terms, start } }: SchemeAt): number =>
  Math.floor((FAR - 1 - Math.abs(start)) / (terms.length + 1));

/** The score: parts between their ends, then the total between its own. */
function scoreOf(
  { compiled, bounds }: SchemeAt,
  terms: readonly (TermKernel | undefined)[],
  { tallies, most, asOf }: Context,
): Points {
  const inPart = compiled.parts.map((): Points[] => []);
  const bare: Points[] = [];
  const put = (part: number, points: Points): void => void (inPart[part] ?? bare).push(points);
  const open = new Map<number, EventTerm[]>();
  compiled.terms.forEach((term, i) => {
    const part = compiled.partOf[i] as number;
    if (term.kind !== 'events') {
      put(part, terms[i] as TermKernel);
      return;
    }
    const one = { term, bounds: bounds[i] as EventBounds };
    // Events of a part are joined where each alone has no ends.
    if (term.min === -Infinity && term.max === Infinity) {
      open.set(part, [...(open.get(part) ?? []), one]);
    } else {
      put(part, sumOf([{ out: tallies.tally(pointsAsked([one], most, asOf)).sums }], 0, term));
    }
  });
  for (const [part, together] of open)
    put(part, { out: tallies.tally(pointsAsked(together, most, asOf)).sums });
  const parts = compiled.parts.map((ends, i) => sumOf(inPart[i] as Points[], 0, ends));
  return totalOf([...bare, ...parts], compiled.start, compiled.total);
}

/** Whoever has a status has no level, whatever the score would be. */
function statusesOf({ compiled }: SchemeAt, context: Context) {
  const { faulty } = context.block;
  const statuses = (compiled.statuses ?? []).map(({ rule }) => ({
    answers: answersOf(rule.when, context),
    refuses: rule.missing !== 'skip',
  }));
  return (from: number, size: number, level: Uint8Array): void => {
    for (const { answers, refuses } of statuses) {
      const given = answers(from, size);
      for (let i = 0; i < size; i++) {
        if (given[i] === YES) level[i] = NO_LEVEL;
        else if (given[i] === MISSING && refuses) faulty[i] = 1;
      }
    }
  };
}

function kernelOf(term: Exclude<CompiledTerm, CompiledEvents>, context: Context): TermKernel {
  return (kernels[term.kind] as (term: CompiledTerm, context: Context) => TermKernel)(
    term,
    context,
  );
}

/** Counts of events of kinds no rule names, where a scheme's kinds are closed. */
function unknownKinds({ compiled }: SchemeAt, tallies: EventTallies): readonly Tally[] {
  const closed = compiled.terms.flatMap((term) =>
    term.kind === 'events' && term.select?.kinds !== undefined ? [term.select.kinds] : [],
  );
  return closed.map((kinds) => tallies.tally(unknownAsked(kinds)));
}

/** So many totals are put into a table; beyond, each is held against the edges. */
const MOST_TOTALS = 2 ** 16;

/** The level before overrides, by bands over the score or by gates. */
function levelKernel(
  { compiled }: SchemeAt,
  context: Context,
  { units, level, band }: Pick<SchemeKernel, 'units' | 'level' | 'band'>,
): (from: number, size: number) => void {
  const { by } = compiled;
  const edges = Int32Array.from(compiled.edges, (edge) => Math.max(-FAR, Math.min(FAR, edge)));
  const bandLevel = Uint8Array.from(compiled.bandLevel);
  const count = edges.length;
  const { faulty } = context.block;
  if (by?.by === 'value') return textLevels(by.input, compiled.levels, context, { level, band });
  if (by?.by === 'bands' && by.on !== undefined) {
    return valueLevels(by.on, compiled, context, { level, band });
  }
  if (by?.by !== 'gates') {
    const { min, max } = compiled.total;
    if (max - min < MOST_TOTALS) {
      // Every total there can be has its band in a table.
      const bands = Uint8Array.from({ length: max - min + 1 }, (__, i) =>
        binOf(compiled.edges, min + i),
      );
      const levels = bands.map((place) => bandLevel[place] as number);
      const { isTraced } = context;
      return (_, size) => {
        for (let i = 0; i < size; i++)
          level[i] = levels[((units[i] as number) - min) | 0] as number;
        if (!isTraced) return;
        for (let i = 0; i < size; i++) band[i] = bands[((units[i] as number) - min) | 0] as number;
      };
    }
    return (_, size) => {
      for (let i = 0; i < size; i++) {
        const score = units[i] as number;
        let place = 0;
        for (let b = 1; b < count; b++) place += 1 + ((score - (edges[b] as number)) >> 31);
        band[i] = place;
        level[i] = bandLevel[place] as number;
      }
    };
  }
  const gates = by.gates.map(({ rule, when, level: to }) => ({
    answers: answersOf(when, context),
    refuses: rule.missing !== 'skip',
    to,
  }));
  return (from, size) => {
    level.fill(NO_LEVEL, 0, size);
    gates.forEach(({ answers, refuses, to }, place) => {
      const given = answers(from, size);
      for (let i = 0; i < size; i++) {
        if (level[i] !== NO_LEVEL) continue;
        if (given[i] === YES) {
          level[i] = to;
          band[i] = place;
        } else if (given[i] === MISSING && refuses) faulty[i] = 1;
      }
    });
  };
}

/** The level by bands over a number that the scheme worked out, or an input. */
function valueLevels(
  on: CompiledInput,
  { edges, bandLevel }: CompiledScheme,
  { columns, asOf, block }: Context,
  { level, band }: Pick<SchemeKernel, 'level' | 'band'>,
): (from: number, size: number) => void {
  const numbers = numbersOf(on, columns, asOf, block);
  const { faulty } = block;
  return (from, size) => {
    const values = numbers(from, size);
    for (let i = 0; i < size; i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) faulty[i] = 1;
      const place = binOf(edges, value);
      band[i] = place;
      level[i] = bandLevel[place] as number;
    }
  };
}

/** The text of a value is the level; no band gave it. */
function textLevels(
  input: CompiledInput,
  levels: readonly string[],
  context: Context,
  { level, band }: Pick<SchemeKernel, 'level' | 'band'>,
): (from: number, size: number) => void {
  const { faulty } = context.block;
  const coded = levelPlaces(input, levels, context);
  band.fill(NO_BAND);
  return (from, size) => {
    for (let i = 0; i < size; i++) {
      const row = from + i;
      const place = isValid(coded?.valid, row)
        ? coded?.places[coded.codes[row] as number]
        : undefined;
      level[i] = place ?? NO_LEVEL;
      if (place === undefined || place === NO_LEVEL) faulty[i] = 1;
    }
  };
}

/** For each code the level its text is, `NO_LEVEL` for one that is none; undefined without a column. */
export function levelPlaces(
  input: CompiledInput,
  levels: readonly string[],
  context: Pick<Context, 'columns' | 'asOf'>,
): Coded | undefined {
  const column = context.columns.facts[input.name];
  if (column === undefined) return undefined;
  const { codes, texts } = codesOf(input, column);
  const places = texts.map((fact) => {
    const place = levels.indexOf(readText(input, viewOf(input.name, fact, context)) ?? '');
    return place < 0 ? NO_LEVEL : place;
  });
  return { codes, valid: column.valid, places, absent: NO_LEVEL, beyond: NO_LEVEL };
}

/** In the place of a band where none gave the level. */
export const NO_BAND = 255;
