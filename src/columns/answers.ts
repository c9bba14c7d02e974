import type { Day } from '../core/day.js';
import {
  type Answer,
  type Condition,
  type FieldCondition,
  holds,
  type Subject,
} from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import { dayLine, type Line, numberLine, type Span, scoreLine, spansOf } from '../scoring/spans.js';
import { BLOCK, type Kernel } from './block.js';
import {
  type Column,
  type DayColumn,
  isValid,
  type ListColumns,
  type NumberColumn,
  type ValidBits,
} from './entityColumns.js';
import { countAsked } from './eventQuestions.js';
import type { EventTallies } from './eventTallies.js';
import { wrongKind } from './numbers.js';
import type { SchemeColumns } from './schemeColumns.js';

/** Answers of a block, so ordered that `all` is the least and `any` the greatest of its parts. */
export type Answers = Kernel<Uint8Array>;
export const NO = 0;
export const MISSING = 1;
export const YES = 2;

/** What a condition reads. */
export interface Asked {
  readonly columns: SchemeColumns;
  readonly asOf: Day;
  readonly tallies: EventTallies;
  /** The score, for conditions that name `total`. */
  readonly total?: { readonly numbers: Kernel<Int32Array>; readonly places: number };
}

/**
 * A condition over blocks of rows. What a value answers is asked of `holds` once: for each text of a
 * dictionary, and for a number or a day where its answer turns.
 */
export function answersOf(condition: Condition, asked: Asked): Answers {
  if ('all' in condition) return joined(condition.all, asked, YES);
  if ('any' in condition) return joined(condition.any, asked, NO);
  if ('not' in condition) return opposite(answersOf(condition.not, asked));
  if ('events' in condition) {
    const { atLeast = 0, atMost = Infinity } = condition.events;
    const counts = asked.tallies.tally(countAsked(condition.events, asked.asOf));
    return inSpans(() => counts.sums, [{ low: atLeast, high: atMost }]);
  }
  if (condition.field === 'list') return ofLists(condition, asked.columns.lists);
  if (condition.field === 'total' && asked.total !== undefined) {
    const line = scoreLine(asked.total.places);
    return inSpans(asked.total.numbers, spansOn(condition, line, asked));
  }
  const column = asked.columns.facts[condition.field];
  const absent = answerTo(condition, undefined, asked.asOf);
  if (column !== undefined) return ofColumn(condition, column, absent, asked);
  const out = new Uint8Array(BLOCK).fill(absent);
  return () => out;
}

/** What `holds` says of one value of one field. */
export function answerTo(condition: FieldCondition, value: Fact | undefined, asOf: Day): number {
  const { field } = condition;
  const isField = field === 'district' || field === 'state' || field === 'since';
  const given = value === undefined ? {} : { [field]: value };
  const own = isField ? { ...given, facts: {} } : { facts: given };
  const answer: Answer = holds(condition, { ...own, events: [], lists: [] } as Subject, asOf);
  return answer === 'yes' ? YES : answer === 'no' ? NO : MISSING;
}

/** @throws `column-type` for `under`, which asks for texts */
export function spansOn(
  condition: FieldCondition,
  line: Line,
  { asOf }: Pick<Asked, 'asOf'>,
): readonly Span[] {
  const spans = spansOf(
    condition,
    line,
    (one, value) => answerTo(one, line.fact(value), asOf) === YES,
  );
  if (spans === undefined) throw wrongKind(condition.field, line.kind, 'code');
  return spans;
}

function ofColumn(
  condition: FieldCondition,
  column: Column,
  absent: number,
  asked: Asked,
): Answers {
  const coded = codedAnswers(condition, asked);
  if (coded !== undefined) return ofCodes(coded);
  if (column.kind === 'code' || column.kind === 'boolean') throw new Error(column.kind);
  const spans = spansOn(condition, lineOf(condition.field, column, asked.columns), asked);
  const { values, valid } = column;
  const met = inSpans((from, size) => values.subarray(from, from + size), spans);
  if (valid === undefined) return met;
  return (from, size) => {
    const out = met(from, size);
    for (let i = 0; i < size; i++) if (!isValid(valid, from + i)) out[i] = absent;
    return out;
  };
}

/** The line of a column's numbers or days; what a scheme worked out compares as its score does. */
export function lineOf(
  field: string,
  column: NumberColumn | DayColumn,
  { workedOut }: Pick<SchemeColumns, 'workedOut'>,
): Line {
  if (column.kind === 'day') return dayLine;
  return workedOut?.has(field) === true ? scoreLine(column.places) : numberLine(column.places);
}

/** Codes, and what stands at the place of each. */
export interface Coded {
  readonly codes: { readonly [row: number]: number };
  readonly valid: ValidBits | undefined;
  readonly places: readonly number[];
  readonly absent: number;
  readonly beyond: number;
}

/** A condition that hangs on one coded column, as the answer for each code. */
export function codedAnswers(
  condition: Condition,
  { columns, asOf }: Pick<Asked, 'columns' | 'asOf'>,
): Coded | undefined {
  if (!('field' in condition) || condition.field === 'list') return undefined;
  const column = columns.facts[condition.field];
  if (column?.kind !== 'code' && column?.kind !== 'boolean') return undefined;
  const facts: readonly Fact[] = column.kind === 'code' ? column.dictionary : [false, true];
  const absent = answerTo(condition, undefined, asOf);
  return {
    codes: column.kind === 'code' ? column.codes : column.values,
    valid: column.valid,
    places: facts.map((fact) => answerTo(condition, fact, asOf)),
    absent,
    beyond: absent,
  };
}

function ofCodes({ codes, valid, places, absent, beyond }: Coded): Answers {
  const table = Uint8Array.from([...places, beyond]);
  const known = places.length;
  const out = new Uint8Array(BLOCK);
  return (from, size) => {
    for (let i = 0; i < size; i++) {
      const code = codes[from + i] as number;
      const isThere = valid === undefined || isValid(valid, from + i);
      out[i] = isThere ? (table[code < known ? code : known] as number) : absent;
    }
    return out;
  };
}

function inSpans(numbers: Kernel<Int32Array | Float64Array>, spans: readonly Span[]): Answers {
  const out = new Uint8Array(BLOCK);
  const [{ low, high } = { low: Infinity, high: -Infinity }] = spans;
  if (spans.length <= 1) {
    return (from, size) => {
      const values = numbers(from, size);
      for (let i = 0; i < size; i++) {
        const value = values[i] as number;
        out[i] = value >= low && value <= high ? YES : NO;
      }
      return out;
    };
  }
  return (from, size) => {
    const values = numbers(from, size);
    for (let i = 0; i < size; i++) {
      const value = values[i] as number;
      out[i] = spans.some((span) => value >= span.low && value <= span.high) ? YES : NO;
    }
    return out;
  };
}

function ofLists(condition: FieldCondition, lists: ListColumns | undefined): Answers {
  const out = new Uint8Array(BLOCK);
  const { none, listed } = listedAnswers(condition, lists);
  return (from, size) => {
    out.fill(none, 0, size);
    listed(from, size, (i, answer) => {
      out[i] = answer;
    });
    return out;
  };
}

/** What a condition on lists answers of a row on no list, and of each of the others in a block. */
export function listedAnswers(condition: FieldCondition, lists: ListColumns | undefined) {
  const answerOf = (names: readonly string[]): number =>
    holds(condition, { facts: {}, events: [], lists: names }, '2000-01-01') === 'yes' ? YES : NO;
  const none = answerOf([]);
  if (lists === undefined) return { none, alone: new Uint8Array(0), listed: () => undefined };
  const { offsets, codes, dictionary } = lists;
  // On a list that is asked for the answer is what it is on that list alone, else what it is on none.
  const alone = Uint8Array.from(dictionary, (name) => answerOf([name]));
  const listed = (from: number, size: number, take: (i: number, answer: number) => void): void => {
    const end = offsets[from + size] as number;
    for (let at = offsets[from] as number, i = 0; at < end; at++) {
      while ((offsets[from + i + 1] as number) <= at) i++;
      const one = alone[codes[at] as number] as number;
      if (one !== none) take(i, one);
    }
  };
  return { none, alone, listed };
}

function joined(parts: readonly Condition[], asked: Asked, empty: number): Answers {
  const [first, ...others] = parts.map((part) => answersOf(part, asked));
  const out = new Uint8Array(BLOCK);
  if (first === undefined) return () => out.fill(empty);
  return (from, size) => {
    out.set(first(from, size).subarray(0, size));
    for (const other of others) {
      const one = other(from, size);
      if (empty === YES) {
        for (let i = 0; i < size; i++)
          if ((one[i] as number) < (out[i] as number)) out[i] = one[i] as number;
      } else {
        for (let i = 0; i < size; i++)
          if ((one[i] as number) > (out[i] as number)) out[i] = one[i] as number;
      }
    }
    return out;
  };
}

function opposite(answers: Answers): Answers {
  const out = new Uint8Array(BLOCK);
  return (from, size) => {
    const given = answers(from, size);
    for (let i = 0; i < size; i++) out[i] = YES - (given[i] as number);
    return out;
  };
}
