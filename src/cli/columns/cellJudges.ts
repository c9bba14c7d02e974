import { identifierFault } from '../../core/identifier.js';
import type { Issue } from '../../core/issue.js';
import { isDoubtfulId } from '../../register/doubtfulId.js';
import type { Entity, Event } from '../../register/nouns.js';
import { rowOpener } from '../../register/openRows.js';
import type { RawRow } from '../../register/rawRow.js';
import { type EntityRules, entityReader } from '../../register/readEntities.js';
import { eventParser } from '../../register/readEvents.js';
import { usccFault } from '../../register/uscc.js';

const rowOf = (values: Readonly<Record<string, string>>): RawRow => ({ file: '', row: 1, values });

/**
 * What the reader of rows makes of one cell, in a row with an id and nothing else: the entity, or
 * undefined where it has something to say about the cell, be it a warning.
 */
export function entityCells(
  rules: EntityRules,
): (header: string, text: string) => Entity | undefined {
  const issues: Issue[] = [];
  const open = rowOpener('entities', issues);
  const read = entityReader(rules, issues);
  return (header, text) => {
    issues.length = 0;
    const { noun } = read(open(rowOf({ id: 'X', [header]: text }))).one;
    return issues.length === 0 ? noun : undefined;
  };
}

/** The same of one cell of an event that happened on the first day there is. */
export function eventCells(asOf: string): (header: string, text: string) => Event | undefined {
  const issues: Issue[] = [];
  const open = rowOpener('events', issues);
  const parse = eventParser({ asOf, values: {} });
  return (header, text) => {
    issues.length = 0;
    const row = rowOf({ ...PLAIN_EVENT, [header]: text });
    const { fields, others } = open(row);
    const event = parse({ row, path: [], entity: 'X', fields, values: others }, issues);
    return issues.length === 0 ? event : undefined;
  };
}

const PLAIN_EVENT = { id: 'e', kind: 'k', on: '0001-01-01', source: 's' };

/** Whether the reader of rows has nothing to say about an entity's id. */
export function isPlainId(id: string, checkUscc: boolean): boolean {
  if (checkUscc && CODE.test(id)) return usccFault(id) === undefined;
  return identifierFault(id) === undefined && !isDoubtfulId(id);
}

const CODE = /^[0-9A-Z]{18}$/;
