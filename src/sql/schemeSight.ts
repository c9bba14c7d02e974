import type { SchemeAt } from '../scoring/compile.js';
import type { Held } from './held.js';
import type { TermSight } from './termSql.js';

/** What a scheme's steps are made with. */
export interface SchemeContext {
  /** `credit`, `risk`, `risk_2` …: what its steps and columns begin with. */
  readonly name: string;
  /** The step before, from which everything is carried on. */
  readonly from: string;
  readonly alias: (prefix: string, name: string) => string;
  readonly sight: Omit<TermSight, 'units' | 'misfits'>;
  /** The column that is 1 where a field's number does not fit its places. */
  readonly odd: (name: string) => string;
}

/** What a scheme's rules see: its values before the entity's own facts, and the score once it is known. */
export function schemeSight(
  { compiled }: SchemeAt,
  { sight, odd }: Pick<SchemeContext, 'sight' | 'odd'>,
  values: ReadonlyMap<string, Held>,
  score: string | undefined,
): TermSight {
  const field = (name: string): Held => {
    const value = values.get(name);
    if (value !== undefined) return value;
    if (name === 'total' && compiled.readsTotal === true && score !== undefined) {
      const { places } = compiled.scheme;
      return { kind: 'number', sql: score, places, isWorkedOut: true };
    }
    const input = compiled.inputs.get(name);
    const held = sight.field(name);
    if (held.kind === 'number' && input !== undefined) return atPlaces(held, input.places, sight);
    const closed = input?.input.type === 'category' ? input.input.values : undefined;
    return held.kind === 'text' && closed !== undefined ? { ...held, closed } : held;
  };
  return {
    ...sight,
    field,
    units(input) {
      if (input.input.type === 'full-years' && !values.has(input.name)) {
        return fullYearsSql(field(input.input.since), sight);
      }
      const held = field(input.name);
      return held.kind === 'number' ? held.sql : sight.dialect.big('NULL');
    },
    misfits({ name, places }) {
      const held = values.has(name) ? undefined : sight.field(name);
      if (held?.kind !== 'number') return [];
      const by = 10 ** Math.max(0, held.places - places);
      return [`${odd(name)} = 1`, ...(by === 1 ? [] : [`${held.sql} % ${by} <> 0`])];
    },
  };
}

/** A number at fewer places than its column; one that does not fit them is a fault elsewhere. */
function atPlaces(
  held: Extract<Held, { kind: 'number' }>,
  places: number,
  { dialect }: Pick<TermSight, 'dialect'>,
): Held {
  if (places >= held.places) return held;
  const by = 10 ** (held.places - places);
  return { kind: 'number', sql: dialect.divide(held.sql, String(by)), places };
}

/** Completed years: a birthday on 29 February is kept on the 28th in years that have no 29th. */
function fullYearsSql(held: Held, { dialect, asOf }: Pick<TermSight, 'dialect' | 'asOf'>): string {
  if (held.kind !== 'day') return dialect.big('NULL');
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number);
  const isShort =
    month === 2 && day === 28 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0));
  const today = month * 100 + (isShort ? 29 : day);
  const { sql } = held;
  const part = (unit: 'year' | 'month' | 'day'): string => dialect.part(unit, sql);
  return `(${year} - ${part('year')} - CASE WHEN ${part('month')} * 100 + ${part('day')} > ${today} THEN 1 ELSE 0 END)`;
}
