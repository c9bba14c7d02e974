import { requireArgument } from '../core/argument.js';
import type { Issue } from '../core/issue.js';
import { byId, readAround } from './readAround.js';
import { readEntities } from './readEntities.js';
import { readEvents } from './readEvents.js';
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
  requireArgument('registerFromRows', 'rows', rows, { entities: 'iterable' });
  requireArgument('registerFromRows', 'options', options, 'object');
  checkOptions(options);
  const around = readAround(rows, options);
  const issues: Issue[] = [...around.issues];
  const reading = readEntities(rows.entities, around.rules, issues);
  const { events, setAside } = readEvents(
    rows.events ?? [],
    reading,
    { asOf: options.asOf, values: options.eventValues ?? {} },
    issues,
  );
  const rest = around.inspectors((id) => reading.ids.has(id));
  issues.push(...rest.issues);
  const entities = reading.entities.map((entity) => ({
    ...entity,
    events: events.get(entity) ?? [],
  }));
  return {
    register: { entities: byId(entities), ...rest.register },
    issues,
    setAside: {
      entities: rows.entities.length - entities.length,
      events: setAside,
      ...rest.setAside,
    },
  };
}
