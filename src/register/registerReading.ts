import { type Day, isDay, noSuchDay } from '../core/day.js';
import { mistake } from '../core/error.js';
import type { Issue } from '../core/issue.js';
import { COLUMNS } from './columns.js';
import type { Register } from './nouns.js';
import type { RawRow } from './rawRow.js';
import { FACT_TYPES, type FactType } from './readFact.js';

/** The rows of a city's export, kind by kind. */
export interface RegisterRows {
  readonly entities: readonly RawRow[];
  readonly events?: readonly RawRow[] | undefined;
  readonly inspectors?: readonly RawRow[] | undefined;
  readonly items?: readonly RawRow[] | undefined;
  readonly authorities?: readonly RawRow[] | undefined;
}

/** What the rows are read by. */
export interface RegisterOptions {
  /** The facts by name, with their types: every other column is unknown. */
  readonly facts: Readonly<Record<string, FactType>>;
  /** The register's day: no event lies after it. */
  readonly asOf: Day;
  /** The districts there are; left out, any is taken. */
  readonly districts?: readonly string[] | undefined;
  /** Whether ids of 18 characters 0-9 A-Z must be unified social credit codes; they must, by default. */
  readonly checkUscc?: boolean | undefined;
  /** The types of events' values; a value not named here stays as it is. */
  readonly eventValues?: Readonly<Record<string, FactType>> | undefined;
}

/** A register of the good rows, what is wrong with the others, and how many were set aside. */
export interface RegisterReading {
  readonly register: Register;
  readonly issues: readonly Issue[];
  readonly setAside: {
    readonly entities: number;
    readonly events: number;
    readonly inspectors: number;
    readonly items: number;
    readonly authorities: number;
  };
}

/** Refuses options that no row could be read by. */
export function checkOptions({ asOf, facts }: RegisterOptions): void {
  if (!isDay(asOf)) throw noSuchDay(asOf, 'asOf');
  const taken = new Set(COLUMNS.entities.flatMap(({ field, headers }) => [field, ...headers]));
  for (const [name, type] of Object.entries(facts)) {
    if (taken.has(name) || !FACT_TYPES.includes(type)) {
      throw mistake(
        'reserved-fact',
        `no fact can be \`${name}\` of type \`${type}\` (expected a name no column has, and one of ${FACT_TYPES.join(', ')})`,
        { given: name, type, expected: FACT_TYPES },
      );
    }
  }
}
