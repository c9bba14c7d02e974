import { requireArgument } from '../core/argument.js';
import { sortedBy } from '../core/order.js';
import { COLUMNS, type FileKind } from '../register/columns.js';
import type { Fact, Register } from '../register/nouns.js';

/** A table as text: its header, then its rows, with a cell for every column. */
export interface CityTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A register as the tables that `registerFromRows` reads back to the same register.
 *
 * Columns are those of docs/register.md with their English names, then the facts of entities and the
 * values of events by name. Writing them to files (quotes, encoding) is left to the caller. What a
 * table cannot say is lost: the entries of a cell are parted by `;`, so none may hold one.
 *
 * @example
 * ```ts
 * import { cityRows, sampleCity } from 'evenhand/city';
 *
 * const { authorities } = cityRows(sampleCity({ entities: 100 }));
 * authorities.header; // => ['id', 'name']
 * authorities.rows[0]; // => ['construction', '示例市住房城乡建设委']
 * ```
 */
export function cityRows(city: { readonly register: Register }): Record<FileKind, CityTable> {
  requireArgument('cityRows', 'city', city, { register: 'object' }, 'sampleCity(…)');
  const { entities, inspectors, items, authorities } = city.register;
  return {
    entities: table(
      'entities',
      entities.map(({ facts, sites, lastVisits, lists, id, name, since, district, state }) => ({
        fields: {
          ...{ id, name, since, district, state },
          lists: joined(lists, (list) => list),
          sites: joined(sites ?? [], (site) => pair(site.id, '@', site.district)),
          lastVisits: joined(Object.entries(lastVisits ?? {}), ([who, day]) => `${who}=${day}`),
        },
        others: facts,
      })),
    ),
    events: table(
      'events',
      entities.flatMap(({ id: entity, events }) =>
        events.map(({ values = {}, ...event }) => ({
          fields: { ...event, entity },
          others: values,
        })),
      ),
    ),
    inspectors: table(
      'inspectors',
      inspectors.map(({ id, authority, lead, districts, items, capacity, ...more }) => ({
        fields: {
          ...{ id, authority },
          lead: String(lead),
          districts: districts.join(';'),
          items: items.join(';'),
          certificates: joined(more.certificates, ({ id, to }) => `${id}@${to}`),
          capacity: String(capacity),
          absences: joined(more.absences, ({ from, to }) => `${from}/${to}`),
          recusals: joined(more.recusals, ({ entity, reason }) => `${entity}:${reason}`),
        },
      })),
    ),
    items: table(
      'items',
      items.map(({ methods, basis, ...item }) => ({
        fields: { ...item, methods: methods.join(';'), basis: basis.join(';') },
      })),
    ),
    authorities: table(
      'authorities',
      authorities.map((authority) => ({ fields: { ...authority } })),
    ),
  };
}

interface Row {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly others?: Readonly<Record<string, Fact>>;
}

function table(kind: FileKind, records: readonly Row[]): CityTable {
  const fields = COLUMNS[kind].map(({ field }) => field);
  const names = new Set(records.flatMap(({ others = {} }) => Object.keys(others)));
  const others = sortedBy(names, (name) => name);
  return {
    header: [...fields, ...others],
    rows: records.map((record) => [
      ...fields.map((field) => record.fields[field] ?? ''),
      ...others.map((name) => String(record.others?.[name] ?? '')),
    ]),
  };
}

function joined<T>(entries: readonly T[], text: (entry: T) => string): string {
  return entries.map(text).join(';');
}

function pair(first: string, mark: string, second: string | undefined): string {
  return second === undefined ? first : `${first}${mark}${second}`;
}
