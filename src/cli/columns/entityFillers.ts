import type { DuckDBConnection } from '@duckdb/node-api';
import { heldBy } from '../../columns/columnBuilder.js';
import type { CompiledColumns } from '../../columns/compileColumns.js';
import { type Codes, type Column, type ListColumns, NO_DAY } from '../../columns/entityColumns.js';
import { dayNumber } from '../../core/day.js';
import { scaledMeasure } from '../../core/decimal.js';
import type { Field } from '../../programme/programmeFields.js';
import { fieldOf } from '../../register/condition.js';
import type { Entity, Fact } from '../../register/nouns.js';
import type { EntityRules } from '../../register/readEntities.js';
import { entityCells } from './cellJudges.js';
import { type ParquetTable, type TextCodes, textCodes } from './parquetTable.js';

/** What a column of the file gives to the columns of some rows, while these are filled. */
export interface Filler {
  /** Enters the rows of a chunk: the place of each row's text, and where each row stands. */
  enter(codes: Int32Array, at: Int32Array, count: number): void;
}

/** The columns of some rows while they are filled. */
export interface Filling {
  readonly fillers: readonly Filler[];
  /** The day each entity was founded, far in the past where it is not known. */
  readonly since: Int32Array;
  readonly lastVisit: Int32Array;
  /** 1 for each row of which the reader of rows has something to say. */
  readonly open: Uint8Array;
  done(): { readonly facts: Record<string, Column>; readonly lists: ListColumns };
}

/** The columns of a file of entities that are read by their texts. */
export interface EntityTexts {
  readonly sql: readonly string[];
  /** Authorities that some text names a visit of. */
  readonly visitedBy: ReadonlySet<string>;
  filling(size: number): Filling;
}

/** An entity without a day of its founding was there before any other day. */
const ALWAYS = -0x3fffffff;

/** Reads every text of the columns once, as the reader of rows does. */
export async function entityTexts(
  connection: DuckDBConnection,
  table: ParquetTable,
  compiled: CompiledColumns,
  rules: EntityRules,
  authorities: readonly string[],
): Promise<EntityTexts> {
  const judge = entityCells(rules);
  const columns: TextColumn[] = [];
  const headers = [
    ...['since', 'district', 'state', 'lists', 'sites', 'lastVisits'].flatMap(
      (field) => table.headers.get(field) ?? [],
    ),
    ...table.others.filter((name) => Object.hasOwn(rules.facts, name)),
  ];
  for (const [i, header] of headers.entries()) {
    const codes = await textCodes(connection, table, header, `entity_${i}`);
    columns.push({ header, ...codes, read: codes.texts.map((text) => judge(header, text)) });
  }
  const headerOf = (name: string): string => table.headers.get(name) ?? name;
  const facts = [...compiled.fields.values()].flatMap((field) => {
    const column = columns.find(({ header }) => header === headerOf(field.name));
    return column === undefined ? [] : [{ column, ...held(field, column, compiled) }];
  });
  const isOpen = columns.map(({ read }) => Uint8Array.from(read, (one) => (one ? 0 : 1)));
  // What no column can hold as it is opens its row too.
  for (const { column, isOdd } of facts) {
    const open = isOpen[columns.indexOf(column)] as Uint8Array;
    for (let i = 0; i < open.length; i++) open[i] = (open[i] as number) | (isOdd[i] as number);
  }
  return {
    sql: columns.map(({ sql }) => sql),
    visitedBy: visitedBy(columns.flatMap(({ read }) => read)),
    filling(size) {
      const open = new Uint8Array(size);
      const since = new Int32Array(size).fill(ALWAYS);
      const lastVisit = new Int32Array(size).fill(NO_DAY);
      const listed = new Int32Array(size);
      const lists = columns.find(({ header }) => header === headerOf('lists'));
      const filled = facts.map((fact) => ({ ...fact, ...emptyColumn(fact, size) }));
      const steps = columns.map((column, c): Filler['enter'][] => {
        const is = (name: string): boolean => column.header === headerOf(name);
        const days = (of: (entity: Entity) => string | undefined, none: number): Int32Array =>
          Int32Array.from(column.read, (entity) => {
            const day = entity === undefined ? undefined : of(entity);
            return day === undefined ? none : dayNumber(day);
          });
        const opens = isOpen[c] as Uint8Array;
        return [
          ...(opens.includes(1) ? [opening(open, opens)] : []),
          ...(is('since')
            ? [
                entering(
                  since,
                  days((one) => one.since, ALWAYS),
                ),
              ]
            : []),
          ...(is('lists') ? [entering(listed, Int32Array.from(column.read.keys()))] : []),
          ...(is('lastVisits')
            ? [
                entering(
                  lastVisit,
                  days((one) => lastOf(one, authorities), NO_DAY),
                ),
              ]
            : []),
          ...filled.filter((one) => one.column === column).map(({ enter }) => enter),
        ];
      });
      return {
        ...{ open, since, lastVisit },
        fillers: steps.map((own) => ({
          enter(codes, at, count) {
            for (const step of own) step(codes, at, count);
          },
        })),
        done: () => ({
          facts: Object.fromEntries(filled.flatMap((one) => one.done())),
          lists: listColumns(lists, listed),
        }),
      };
    },
  };
}

/** A column of the file: each of its texts, and the entity a row of that text alone would be. */
interface TextColumn extends TextCodes {
  readonly header: string;
  readonly read: readonly (Entity | undefined)[];
}

interface Held {
  readonly field: Field;
  /** What the column holds of each text. */
  readonly values: Float64Array;
  readonly isKnown: Uint8Array;
  /** 1 for a text that the column can't hold. */
  readonly isOdd: Uint8Array;
  readonly dictionary: readonly string[];
}

function held(field: Field, { read }: TextColumn, compiled: CompiledColumns): Held {
  const dictionary = new Map<string, number>();
  const values = new Float64Array(read.length);
  const isKnown = new Uint8Array(read.length);
  const isOdd = new Uint8Array(read.length);
  for (const [i, entity] of read.entries()) {
    if (entity === undefined) continue;
    const fact = field.name === 'state' ? entity.state : fieldOf(entity, field.name);
    if (fact === undefined) continue;
    const value = heldBy(field, fact, dictionary) ?? decimalIn(field, fact, compiled);
    if (value === undefined) isOdd[i] = 1;
    else {
      isKnown[i] = 1;
      values[i] = value;
    }
  }
  return { field, values, isKnown, isOdd, dictionary: [...dictionary.keys()] };
}

/**
 * A decimal, which a register keeps as a text, as a column holds it: where no condition compares it as it
 * stands, and every scheme takes it, nothing tells the number from its text.
 */
function decimalIn(
  { name, kind, places }: Field,
  fact: Fact,
  { at, compared }: CompiledColumns,
): number | undefined {
  if (kind !== 'number' || typeof fact !== 'string' || compared?.has(name) !== false) {
    return undefined;
  }
  const schemes = [at.credit, ...at.risk.map((one) => one.at)];
  const isTaken = schemes.every(({ compiled: { inputs } }) => {
    const input = inputs.get(name);
    if (input === undefined) return true;
    const units = scaledMeasure(fact, input.places);
    return (
      units !== undefined &&
      units >= input.min &&
      units <= input.max &&
      input.closed?.includes(units) !== false
    );
  });
  return isTaken ? scaledMeasure(fact, places) : undefined;
}

type Numbers = Codes | Int32Array | Float64Array;

function entering<A extends Numbers>(to: A, of: A): Filler['enter'] {
  return (codes, at, count) => {
    for (let i = 0; i < count; i++) to[at[i] as number] = of[codes[i] as number] as number;
  };
}

/** Opens the rows of some texts; those that are open stay so. */
function opening(open: Uint8Array, of: Uint8Array): Filler['enter'] {
  return (codes, at, count) => {
    for (let i = 0; i < count; i++) if (of[codes[i] as number] === 1) open[at[i] as number] = 1;
  };
}

/** A column of a field with no rows entered yet; nobody has the field where no text is known. */
function emptyColumn(
  { field, values, isKnown, dictionary }: Held,
  size: number,
): { readonly enter: Filler['enter']; readonly done: () => readonly [string, Column][] } {
  const isNarrow = values.every((value) => (value | 0) === value);
  const make = (length: number | Float64Array): Numbers =>
    field.kind === 'boolean' || (field.kind === 'code' && dictionary.length <= 256)
      ? new Uint8Array(length as number)
      : field.kind === 'code' && dictionary.length <= 65_536
        ? new Uint16Array(length as number)
        : field.kind === 'code'
          ? new Uint32Array(length as number)
          : isNarrow
            ? new Int32Array(length as number)
            : new Float64Array(length as number);
  const to = make(size);
  const enterValues = entering(to, make(values));
  const bits = isKnown.includes(0) ? new Uint8Array(Math.ceil(size / 8)) : undefined;
  const valid = bits === undefined ? {} : { valid: bits };
  const column = (): Column => {
    switch (field.kind) {
      case 'code':
        return { kind: 'code', codes: to as Codes, dictionary, ...valid };
      case 'boolean':
        return { kind: 'boolean', values: to as Uint8Array, ...valid };
      case 'day':
        return { kind: 'day', values: to as Int32Array, ...valid };
      case 'number':
        return { kind: 'number', values: to as Int32Array, places: field.places, ...valid };
    }
  };
  return {
    enter(codes, at, count) {
      enterValues(codes, at, count);
      if (bits === undefined) return;
      for (let i = 0; i < count; i++) {
        if (isKnown[codes[i] as number] === 0) continue;
        const row = at[i] as number;
        bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
      }
    },
    done: () => (isKnown.includes(1) ? [[field.name, column()]] : []),
  };
}

/** The lists of rows out of the text each row has. */
function listColumns(column: TextColumn | undefined, listed: Int32Array): ListColumns {
  const dictionary = new Map<string, number>();
  const own = (column?.read ?? []).map((entity) =>
    (entity?.lists ?? []).map((name) => {
      const known = dictionary.get(name) ?? dictionary.size;
      dictionary.set(name, known);
      return known;
    }),
  );
  const offsets = new Uint32Array(listed.length + 1);
  for (let row = 0; row < listed.length; row++) {
    offsets[row + 1] = (offsets[row] as number) + (own[listed[row] as number]?.length ?? 0);
  }
  const codes = new Uint32Array(offsets[listed.length] as number);
  for (let row = 0; row < listed.length; row++) {
    const names = own[listed[row] as number];
    if (names === undefined || names.length === 0) continue;
    codes.set(names, offsets[row] as number);
  }
  return { offsets, codes, dictionary: [...dictionary.keys()] };
}

/** The authorities that some entity has a visit of. */
export function visitedBy(entities: readonly (Entity | undefined)[]): Set<string> {
  const found = new Set<string>();
  for (const entity of entities) {
    for (const authority in entity?.lastVisits) found.add(authority);
  }
  return found;
}

/** The last visit of any of some authorities. */
export function lastOf({ lastVisits }: Entity, authorities: readonly string[]): string | undefined {
  let last: string | undefined;
  for (const authority of authorities) {
    const day = lastVisits?.[authority];
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  return last;
}
