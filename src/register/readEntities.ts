import * as z from 'zod';
import { errorAt, type Issue, warningAt } from '../core/issue.js';
import { isDoubtfulId } from './doubtfulId.js';
import { entitySchema } from './entitySchema.js';
import { type Found, unrepeated } from './found.js';
import type { Entity, Fact } from './nouns.js';
import { isRecord, type OpenRow, openEvent, openRows } from './openRows.js';
import type { RawRow } from './rawRow.js';
import { placed } from './rawRow.js';
import { type FactType, readFact } from './readFact.js';
import { foundIn, warnOfColumn } from './readNouns.js';
import { usccFault } from './uscc.js';

/** What an entity's row is read by. */
export interface EntityRules {
  readonly facts: Readonly<Record<string, FactType>>;
  readonly checkUscc: boolean;
  readonly isDistrict: (district: string) => boolean;
  readonly isAuthority: (authority: string) => boolean;
}

/** An event as a row holds it, before its shape is known; `path` leads to it within its row. */
export interface RawEvent {
  readonly row: RawRow;
  readonly path: Issue['path'];
  readonly entity: unknown;
  readonly fields: unknown;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the rows of entities hold: entities without events, every id met, and the events inside. */
export interface EntityReading {
  readonly entities: readonly Entity[];
  readonly ids: ReadonlySet<string>;
  readonly events: readonly RawEvent[];
}

/** Reads the entities; events that stand inside their rows are handed on. */
export function readEntities(
  rows: readonly RawRow[],
  rules: EntityRules,
  issues: Issue[],
): EntityReading {
  const ids = new Set<string>();
  const events: RawEvent[] = [];
  const found: Found<Entity>[] = [];
  const read = entityReader(rules, issues);
  for (const row of openRows('entities', rows, issues)) {
    const { one, inside } = read(row);
    if (one.id !== undefined) ids.add(one.id);
    found.push(one);
    events.push(...inside);
  }
  return { entities: unrepeated(found, issues), ids, events };
}

/** An entity's row as it was read: the entity without events, and the events inside its row. */
export interface EntityRow {
  readonly one: Found<Entity>;
  readonly inside: readonly RawEvent[];
}

/** Reads the rows of entities one by one; what is wrong goes to the issues. */
export function entityReader(rules: EntityRules, issues: Issue[]): (open: OpenRow) => EntityRow {
  const warned = new Set<string>();
  const schema = z.compile(entitySchema);
  return ({ row, fields, others }) => {
    const before = issues.length;
    const facts = typedFacts(row, others, rules.facts, warned, issues);
    const factsAreWrong = issues.slice(before).some(({ severity }) => severity === 'error');
    const list = fields['events'] ?? [];
    const inside = Array.isArray(list) ? eventsInside(row, fields['id'], list) : [];
    const value = { facts, lists: [], ...fields, events: Array.isArray(list) ? [] : list };
    const one = foundIn(row, value, schema, issues, (entity) => entityFaults(entity, rules));
    return { one: factsAreWrong ? { ...one, noun: undefined } : one, inside };
  };
}

function eventsInside(row: RawRow, entity: unknown, inside: readonly unknown[]): RawEvent[] {
  return inside.map((event, i) => {
    const { fields, others } = isRecord(event) ? openEvent(event) : { fields: event, others: {} };
    return { row, path: ['events', i], entity, fields, values: others };
  });
}

function typedFacts(
  row: RawRow,
  others: Readonly<Record<string, unknown>>,
  types: EntityRules['facts'],
  warned: Set<string>,
  issues: Issue[],
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const name in others) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) {
      warnOfColumn(row, name, ['facts', name], warned, issues);
      continue;
    }
    const { value, issue } = readFact(others[name], type, ['facts', name]);
    if (value !== undefined) facts[name] = value;
    if (issue !== undefined) issues.push(placed(row, issue));
  }
  return facts;
}

function entityFaults(entity: Entity, rules: EntityRules): Issue[] {
  const faults: Issue[] = [];
  if (rules.checkUscc && /^[0-9A-Z]{18}$/.test(entity.id)) {
    const fault = usccFault(entity.id);
    // The check character alone proves a typing error; a foreign organisation code is worth a look.
    const at = fault === 'uscc-organisation' ? warningAt : errorAt;
    if (fault !== undefined) faults.push(at(fault, ['id'], { given: entity.id }));
  } else if (isDoubtfulId(entity.id)) {
    faults.push(warningAt('doubtful-id', ['id'], { given: entity.id }));
  }
  const inDistrict = (district: string | undefined, path: Issue['path']): void => {
    if (district !== undefined && !rules.isDistrict(district)) {
      faults.push(errorAt('unknown-district', path, { given: district }));
    }
  };
  inDistrict(entity.district, ['district']);
  const sites = new Set<string>();
  entity.sites?.forEach(({ id, district }, i) => {
    inDistrict(district, ['sites', i, 'district']);
    if (sites.has(id)) faults.push(errorAt('repeated-site', ['sites', i, 'id'], { given: id }));
    sites.add(id);
  });
  for (const authority of Object.keys(entity.lastVisits ?? {})) {
    if (!rules.isAuthority(authority)) {
      faults.push(warningAt('unknown-authority', ['lastVisits', authority], { given: authority }));
    }
  }
  return faults;
}
