import type { Day } from '../core/day.js';

/** The dialects a policy is written in. */
export const DIALECTS = [
  'duckdb',
  'postgres',
  'spark',
  'clickhouse',
  'trino',
  'hive',
  'maxcompute',
] as const;
export type DialectName = (typeof DIALECTS)[number];

/**
 * Whether a dialect's statements run on its engine in this library's tests, are read by the engine's grammar there,
 * or are only written.
 */
export type Proof = 'executed' | 'parsed, not executed' | 'written, not executed';

/** A column of a table that stands in the statement itself. */
export interface ValuesColumn {
  readonly name: string;
  readonly type: 'text' | 'number';
}

/**
 * What differs between engines. All else of a statement is one text for all of them.
 *
 * Every function takes and gives expressions; only `name`, `text` and `day` take what a caller chose,
 * and they alone put it into a statement.
 */
export interface Dialect {
  readonly dialect: DialectName;
  readonly proof: Proof;
  /** How many bytes a statement may have. */
  readonly most: number;
  /** A quoted identifier; whatever it holds, it ends where it ends. */
  name(identifier: string): string;
  /** A text literal; whatever it holds, it ends where it ends. */
  text(value: string): string;
  day(day: Day): string;
  /** As text whose equality and order are those of its UTF-8 bytes. */
  bytes(expression: string): string;
  /** 64 lower-case hex digits, as text whose order is that of its bytes. */
  sha256(expression: string): string;
  concat(a: string, b: string): string;
  /** The whole part of a quotient; both are whole, `b` is positive and `a` is not negative or a multiple of `b`. */
  divide(a: string, b: string): string;
  /** As 64-bit integer; the expression is known to be whole and in range, or is compared with the result. */
  big(expression: string): string;
  /** The year, month or day of a day, as 64-bit integer. */
  part(unit: 'year' | 'month' | 'day', expression: string): string;
  /** A table of constants: the body of a `WITH` entry. */
  values(columns: readonly ValuesColumn[], rows: readonly (readonly string[])[]): string;
  /**
   * What stands between the name of a step and its body where the engine shall work it out by itself: an
   * engine that writes each step into the next one would write long sums out a thousand times.
   */
  readonly fence: 'AS' | 'AS MATERIALIZED';
  /** The name of a value's type, in the engine's words; left out where it has none. */
  typeOf?(expression: string): string;
  /** True where a text is in NFC; left out where the engine can't tell. */
  isNfc?(expression: string): string;
}
