import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { sortedBy } from '../core/order.js';
import { inspectorSchema } from './inspectorSchema.js';
import { authoritySchema, itemSchema } from './itemSchema.js';
import type { Authority, Inspector, Item } from './nouns.js';
import { readEntities } from './readEntities.js';
import { readEvents } from './readEvents.js';
import { readNouns } from './readNouns.js';
import {
  checkOptions,
  type RegisterOptions,
  type RegisterReading,
  type RegisterRows,
} from './registerReading.js';

/**
 * The register of a city out of the rows of its files: good rows go on, bad rows are set aside and
 * named, and the order of rows never matters.
 *
 * Entities, inspectors, items and authorities come by the bytes of their ids, an entity's events by
 * day and id. An empty cell is missing, never zero. Items and authorities are only looked up where
 * their rows are given; without rows of authorities, the register has those that items and
 * inspectors name.
 *
 * @param rows - cells of tables (headers in English or Chinese, see docs/register.md), or objects
 * with the nouns' shapes
 * @returns `setAside` counts rows, and for events also those inside entities' rows
 * @throws `no-such-day` for `asOf`; `reserved-fact` for a fact named like a column or of no type
 * @example
 * ```ts
 * import { registerFromRows } from 'evenhand/register';
 *
 * const row = { file: 'entities.csv', row: 2, values: { 主体标识: 'A', 成立日期: '2020-05-01', seats: '80' } };
 * const read = registerFromRows({ entities: [row] }, { facts: { seats: 'integer' }, asOf: '2026-01-01' });
 * read.register.entities; // => [{ id: 'A', since: '2020-05-01', facts: { seats: 80 }, events: [], lists: [] }]
 * read.issues; // => []
 * ```
 */
export function registerFromRows(rows: RegisterRows, options: RegisterOptions): RegisterReading {
  checkOptions(options);
  const issues: Issue[] = [];
  const isDistrict = lookup(options.districts);
  const named = readNouns<Authority>(
    'authorities',
    rows.authorities ?? [],
    authoritySchema,
    issues,
  );
  const isAuthority = lookup(rows.authorities && named.map(({ id }) => id));

  const items = readNouns<Item>('items', rows.items ?? [], itemSchema, issues, (item) =>
    unknown('unknown-authority', ['authority'], item.authority, isAuthority),
  );
  const rules = {
    facts: options.facts,
    checkUscc: options.checkUscc ?? true,
    isDistrict,
    isAuthority,
  };
  const reading = readEntities(rows.entities, rules, issues);
  const { events, setAside } = readEvents(
    rows.events ?? [],
    reading,
    { asOf: options.asOf, values: options.eventValues ?? {} },
    issues,
  );

  const isItem = lookup(rows.items && items.map(({ id }) => id));
  const inspectors = readNouns<Inspector>(
    'inspectors',
    rows.inspectors ?? [],
    inspectorSchema,
    issues,
    (one) => [
      ...unknown('unknown-authority', ['authority'], one.authority, isAuthority),
      ...eachUnknown('unknown-district', 'districts', one.districts, isDistrict),
      ...eachUnknown('unknown-item', 'items', one.items, isItem),
      ...one.recusals.flatMap(({ entity }, i) =>
        reading.ids.has(entity)
          ? []
          : [warningAt('unknown-recusal', ['recusals', i, 'entity'], { given: entity })],
      ),
    ],
  );

  const authorities = rows.authorities === undefined ? namedBy(items, inspectors) : named;
  const entities = reading.entities.map((entity) => ({
    ...entity,
    events: events.get(entity) ?? [],
  }));
  return {
    register: {
      entities: byId(entities),
      inspectors: byId(inspectors),
      authorities: byId(authorities),
      items: byId(items),
    },
    issues,
    setAside: {
      entities: rows.entities.length - entities.length,
      events: setAside,
      inspectors: (rows.inspectors?.length ?? 0) - inspectors.length,
      items: (rows.items?.length ?? 0) - items.length,
      authorities: (rows.authorities?.length ?? 0) - named.length,
    },
  };
}

type Known = (name: string) => boolean;

/** Whether a name is among the known ones; all are where nothing is known. */
function lookup(known: readonly string[] | undefined): Known {
  if (known === undefined) return () => true;
  const names = new Set(known);
  return (name) => names.has(name);
}

type Reference = 'unknown-authority' | 'unknown-district' | 'unknown-item';

function unknown(code: Reference, path: Issue['path'], name: string, isKnown: Known): Issue[] {
  return isKnown(name) ? [] : [errorAt(code, path, { given: name })];
}

function eachUnknown(
  code: Reference,
  field: string,
  names: readonly string[],
  isKnown: Known,
): Issue[] {
  return names.flatMap((name, i) => unknown(code, [field, i], name, isKnown));
}

function namedBy(items: readonly Item[], inspectors: readonly Inspector[]): Authority[] {
  const ids = new Set([...items, ...inspectors].map(({ authority }) => authority));
  return [...ids].map((id) => ({ id }));
}

function byId<T extends { readonly id: string }>(nouns: Iterable<T>): T[] {
  return sortedBy(nouns, ({ id }) => id);
}
