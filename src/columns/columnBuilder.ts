import { requireArgument } from '../core/argument.js';
import { dayNumber, isDay } from '../core/day.js';
import { scaledMeasure } from '../core/decimal.js';
import type { Field } from '../programme/programmeFields.js';
import { fieldOf } from '../register/condition.js';
import type { Entity, Fact } from '../register/nouns.js';
import { subjectFaults } from '../register/subjectFaults.js';
import type { CompiledColumns } from './compileColumns.js';
import { AT_ONCE, type Column, type EntityColumns, NO_DAY } from './entityColumns.js';

/** Takes entities one by one and gives them as columns. */
export interface ColumnBuilder {
  add(entity: Entity): void;
  /** The columns of all entities so far; the builder may go on. */
  done(): EntityColumns;
}

/** A list of numbers that grows; typed arrays do not. */
type Growing = number[];

interface FieldColumn {
  readonly field: Field;
  readonly values: Growing;
  readonly isKnown: boolean[];
  readonly dictionary: Map<string, number>;
}

/**
 * Turns entities into the columns a programme reads.
 *
 * A fact that no column can hold as it is — a number given as text, `true` where a category is asked
 * for — makes its row an exception, which keeps the entity and is assessed alone, with the issues a
 * single call gives; so does an event on no day. Facts that no scheme reads, names, sites, earlier visits
 * and what events say beside their kind and days are left out.
 *
 * @example
 * ```ts
 * import { assessColumns, columnBuilder, compileColumns } from 'evenhand/columns';
 * import { parseProgramme } from 'evenhand/programme';
 * import { exampleProgramme } from 'evenhand/schemes';
 *
 * const compiled = compileColumns(parseProgramme(exampleProgramme).at('2026-01-15'));
 * const builder = columnBuilder(compiled);
 * builder.add({ id: '示例企业00017', facts: { industry: '6210' }, events: [], lists: [] });
 * const { cell, cells } = assessColumns(compiled, builder.done());
 * const place = cells[cell[0] ?? 0];
 * [place?.risk, place?.credit]; // => ['medium', 'A']
 * ```
 */
export function columnBuilder(compiled: CompiledColumns): ColumnBuilder {
  requireArgument('columnBuilder', 'compiled', compiled, { fields: 'object' }, 'compileColumns(…)');
  const { fields } = compiled;
  const columns = [...fields.values()].map(
    (field): FieldColumn => ({
      field,
      values: [],
      isKnown: [],
      dictionary: new Map(),
    }),
  );
  const ids: string[] = [];
  const exceptions = new Map<number, Entity>();
  const lists = { offsets: [0], codes: [] as Growing, dictionary: new Map<string, number>() };
  const events = {
    offsets: [0],
    ids: [] as string[],
    kind: [] as Growing,
    on: [] as Growing,
    repairedOn: [] as Growing,
    until: [] as Growing,
    knownOn: [] as Growing,
    source: [] as Growing,
    kinds: new Map<string, number>(),
    sources: new Map<string, number>(),
  };

  return {
    add(entity) {
      const row = ids.length;
      ids.push((entity as Entity | undefined)?.id ?? '');
      const isFit = subjectFaults(entity).length === 0;
      let isPlain = isFit;
      for (const column of columns) isPlain = addFact(column, isFit ? entity : NOTHING) && isPlain;
      for (const name of isFit ? entity.lists : []) {
        lists.codes.push(codeOf(lists.dictionary, name));
      }
      lists.offsets.push(lists.codes.length);
      for (const event of isPlain ? entity.events : []) {
        events.ids.push(event.id);
        events.kind.push(codeOf(events.kinds, event.kind));
        events.on.push(dayNumber(event.on));
        events.repairedOn.push(
          event.repairedOn === undefined ? NO_DAY : dayNumber(event.repairedOn),
        );
        events.until.push(event.until === undefined ? NO_DAY : dayNumber(event.until));
        events.knownOn.push(event.knownOn === undefined ? AT_ONCE : dayNumber(event.knownOn));
        events.source.push(codeOf(events.sources, event.source));
      }
      events.offsets.push(events.kind.length);
      if (!isPlain) exceptions.set(row, entity);
    },
    done() {
      const source = { kind: 'code', ...coded(events.source, events.sources) } as const;
      return {
        size: ids.length,
        ids: [...ids],
        facts: Object.fromEntries(
          columns.flatMap((column) =>
            column.isKnown.includes(true) ? [[column.field.name, columnOf(column)]] : [],
          ),
        ),
        lists: {
          offsets: Uint32Array.from(lists.offsets),
          ...coded(lists.codes, lists.dictionary),
        },
        events: {
          offsets: Uint32Array.from(events.offsets),
          ids: [...events.ids],
          kind: coded(events.kind, events.kinds).codes,
          kinds: [...events.kinds.keys()],
          on: Int32Array.from(events.on),
          ...given('repairedOn', events.repairedOn, (day) => day !== NO_DAY),
          ...given('until', events.until, (day) => day !== NO_DAY),
          ...given('knownOn', events.knownOn, (day) => day !== AT_ONCE),
          source,
        },
        ...(exceptions.size === 0 ? {} : { exceptions: new Map(exceptions) }),
      };
    },
  };
}

/** The columns of entities that are all at hand. */
export function columnsOf(compiled: CompiledColumns, entities: Iterable<Entity>): EntityColumns {
  const builder = columnBuilder(compiled);
  for (const entity of entities) builder.add(entity);
  return builder.done();
}

/** What columns hold of an entity of another shape. */
const NOTHING: Entity = { id: '', facts: {}, events: [], lists: [] };

/** Adds a fact; false where the column does not say it as it is. */
function addFact({ field, values, isKnown, dictionary }: FieldColumn, entity: Entity): boolean {
  const fact = field.name === 'state' ? entity.state : fieldOf(entity, field.name);
  const held = fact === undefined ? undefined : heldBy(field, fact, dictionary);
  values.push(held ?? 0);
  isKnown.push(held !== undefined);
  return fact === undefined || held !== undefined;
}

/** What a column of a field holds of a fact; undefined where it can't say it as it is. */
export function heldBy(
  { kind, places }: Field,
  fact: Fact,
  dictionary: Map<string, number>,
): number | undefined {
  switch (kind) {
    case 'code':
      return typeof fact === 'string' ? codeOf(dictionary, fact) : undefined;
    case 'boolean':
      return typeof fact === 'boolean' ? Number(fact) : undefined;
    case 'day':
      return isDay(fact) ? dayNumber(fact) : undefined;
    case 'number':
      return typeof fact === 'number' && !Object.is(fact, -0)
        ? scaledMeasure(fact, places)
        : undefined;
  }
}

function codeOf(dictionary: Map<string, number>, text: string): number {
  const known = dictionary.get(text);
  if (known !== undefined) return known;
  dictionary.set(text, dictionary.size);
  return dictionary.size - 1;
}

function columnOf({ field, values, isKnown, dictionary }: FieldColumn): Column {
  const valid = isKnown.includes(false) ? { valid: bitsOf(isKnown) } : {};
  switch (field.kind) {
    case 'code':
      return { kind: 'code', ...coded(values, dictionary), ...valid };
    case 'boolean':
      return { kind: 'boolean', values: Uint8Array.from(values), ...valid };
    case 'day':
      return { kind: 'day', values: Int32Array.from(values), ...valid };
    case 'number': {
      const isSmall = values.every((value) => (value | 0) === value);
      const list = isSmall ? Int32Array.from(values) : Float64Array.from(values);
      return { kind: 'number', values: list, places: field.places, ...valid };
    }
  }
}

/** Codes as narrow as their dictionary allows. */
export function coded(codes: ArrayLike<number>, dictionary: ReadonlyMap<string, number>) {
  const texts = [...dictionary.keys()];
  const narrow =
    texts.length <= 256 ? Uint8Array : texts.length <= 65_536 ? Uint16Array : Uint32Array;
  return { codes: narrow.from(codes), dictionary: texts };
}

function bitsOf(known: readonly boolean[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(known.length / 8));
  known.forEach((isKnown, i) => {
    if (isKnown) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  });
  return bits;
}

function given<K extends string>(
  name: K,
  days: Growing,
  isGiven: (day: number) => boolean,
): Partial<Record<K, Int32Array>> {
  return days.some(isGiven) ? ({ [name]: Int32Array.from(days) } as Record<K, Int32Array>) : {};
}
