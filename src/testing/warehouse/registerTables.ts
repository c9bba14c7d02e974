import { decimalText, scaledMeasure } from '../../core/decimal.js';
import type { ProgrammeAt } from '../../programme/programme.js';
import { type Field, programmeFields } from '../../programme/programmeFields.js';
import { fieldOf } from '../../register/condition.js';
import type { Entity } from '../../register/nouns.js';
import type { SqlTables } from '../../sql/sqlTables.js';

/** A table to fill: its columns with the standard's types, and its rows as text. */
export interface WarehouseTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | undefined)[])[];
}

export const tables: SqlTables = {
  entities: { table: 'entity', columns: { id: 'entity id' } },
  events: {
    table: 'event',
    columns: {
      on: 'happened_on',
      knownOn: 'known_on',
      until: 'until_day',
      repairedOn: 'repaired_on',
    },
  },
  lists: { table: 'list_entry' },
  visits: { table: 'last_visit' },
};

const TYPES = { code: 'TEXT', boolean: 'BOOLEAN', day: 'DATE' } as const;

/** A register as the tables a warehouse would have; every value as text, cast by the engine. */
export function registerTables(at: ProgrammeAt, entities: readonly Entity[]): WarehouseTable[] {
  const fields = [
    ...new Map([
      ...programmeFields(at).fields,
      // What a plan asks for beside the schemes.
      ...['state', 'district'].map(
        (name) => [name, { name, kind: 'code', places: 0 }] as [string, Field],
      ),
    ]).values(),
  ].filter(({ name }) => name !== 'id');
  return [
    {
      name: 'entity',
      columns: [
        { name: 'entity id', type: 'TEXT' },
        ...fields.map(({ name, kind, places }) => ({
          name,
          // Two places more than any scheme reads, so that a number may have too many.
          type: kind === 'number' ? `DECIMAL(18, ${places + 2})` : TYPES[kind],
        })),
      ],
      rows: entities.map((entity) => [entity.id, ...fields.map((field) => textOf(entity, field))]),
    },
    {
      name: 'event',
      columns: [
        { name: 'entity', type: 'TEXT' },
        { name: 'kind', type: 'TEXT' },
        ...['happened_on', 'known_on', 'until_day', 'repaired_on'].map((name) => ({
          name,
          type: 'DATE',
        })),
      ],
      rows: entities.flatMap(({ id, events }) =>
        events.map((event) => [
          id,
          event.kind,
          event.on,
          event.knownOn,
          event.until,
          event.repairedOn,
        ]),
      ),
    },
    {
      name: 'list_entry',
      columns: [
        { name: 'entity', type: 'TEXT' },
        { name: 'list', type: 'TEXT' },
      ],
      rows: entities.flatMap(({ id, lists }) => lists.map((list) => [id, list])),
    },
    {
      name: 'last_visit',
      columns: [
        { name: 'entity', type: 'TEXT' },
        { name: 'authority', type: 'TEXT' },
        { name: 'on', type: 'DATE' },
      ],
      rows: entities.flatMap(({ id, lastVisits = {} }) =>
        Object.entries(lastVisits).map(([authority, day]) => [id, authority, day]),
      ),
    },
  ];
}

function textOf(entity: Entity, { name, kind, places }: Field): string | undefined {
  const fact = name === 'state' ? entity.state : fieldOf(entity, name);
  if (fact === undefined) return undefined;
  if (kind !== 'number') return String(fact);
  return decimalText(scaledMeasure(fact as number, places + 2) as number, places + 2);
}
