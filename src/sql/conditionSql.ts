import { dayOf } from '../core/day.js';
import { type Condition, type FieldCondition, holds, type Subject } from '../register/condition.js';
import type { Fact } from '../register/nouns.js';
import { dayLine, type Line, numberLine, type Span, scoreLine, spansOf } from '../scoring/spans.js';
import type { Held, Sight } from './held.js';

/**
 * A condition as a boolean expression: NULL is what the row evaluator calls missing, and SQL's own
 * three values join as its own do.
 */
export function conditionSql(condition: Condition, sight: Sight): string {
  if ('all' in condition) return joined(condition.all, 'AND', 'TRUE', sight);
  if ('any' in condition) return joined(condition.any, 'OR', 'FALSE', sight);
  if ('not' in condition) return `NOT (${conditionSql(condition.not, sight)})`;
  if ('events' in condition) {
    const { atLeast, atMost } = condition.events;
    const count = sight.count(condition.events);
    const ends = [
      ...(atLeast === undefined ? [] : [`${count} >= ${atLeast}`]),
      ...(atMost === undefined ? [] : [`${count} <= ${atMost}`]),
    ];
    return ends.length === 0 ? 'TRUE' : `(${ends.join(' AND ')})`;
  }
  if (condition.field === 'list') return listSql(condition, sight);
  const held = sight.field(condition.field);
  if ('exists' in condition) return `${held.sql} IS ${condition.exists ? 'NOT ' : ''}NULL`;
  switch (held.kind) {
    case 'number':
    case 'day':
      return spanSql(condition, held, sight);
    case 'boolean':
      return booleanSql(condition, held.sql, sight);
    case 'text':
      return textSql(condition, held, sight);
  }
}

function joined(
  parts: readonly Condition[],
  word: 'AND' | 'OR',
  empty: string,
  sight: Sight,
): string {
  if (parts.length === 0) return empty;
  return `(${parts.map((part) => conditionSql(part, sight)).join(` ${word} `)})`;
}

/** Yes or no for every known value, NULL where there is none. */
const always = (sql: string, answer: 'TRUE' | 'FALSE'): string =>
  `CASE WHEN ${sql} IS NOT NULL THEN ${answer} END`;

/** A condition on a number or a day: what the row evaluator answers turns at a few places only. */
function spanSql(
  condition: FieldCondition,
  held: Extract<Held, { kind: 'number' | 'day' }>,
  sight: Sight,
): string {
  const { sql } = held;
  const line: Line =
    held.kind === 'day'
      ? dayLine
      : held.isWorkedOut === true
        ? scoreLine(held.places)
        : numberLine(held.places);
  const spans = spansOf(condition, line, (one, value) => isYes(one, line.fact(value), sight));
  if (spans === undefined) return refused(condition, sight);
  const value = (n: number): string =>
    held.kind === 'day' ? sight.dialect.day(dayOf(n)) : String(n);
  if (spans.length === 0) return always(sql, 'FALSE');
  const [first] = spans as [Span];
  if (first.low === -Infinity && first.high === Infinity) return always(sql, 'TRUE');
  return anyOf(
    spans.map(({ low, high }) => {
      if (low > high || low === Infinity || high === -Infinity) return always(sql, 'FALSE');
      if (low === high) return `${sql} = ${value(low)}`;
      if (high === Infinity) return `${sql} >= ${value(low)}`;
      if (low === -Infinity) return `${sql} <= ${value(high)}`;
      return `${sql} BETWEEN ${value(low)} AND ${value(high)}`;
    }),
  );
}

function booleanSql(condition: FieldCondition, sql: string, sight: Sight): string {
  const [no, yes] = [false, true].map((fact) => isYes(condition, fact, sight));
  if (yes === no) return always(sql, yes === true ? 'TRUE' : 'FALSE');
  return yes === true ? sql : `NOT ${sql}`;
}

function textSql(
  condition: FieldCondition,
  { sql, closed }: Extract<Held, { kind: 'text' }>,
  sight: Sight,
): string {
  const { dialect } = sight;
  if ('eq' in condition || 'in' in condition) {
    const named = ('eq' in condition ? [condition.eq] : condition.in).filter(
      (fact): fact is string => typeof fact === 'string',
    );
    return oneOf(sql, named, sight);
  }
  if ('under' in condition) {
    const { under } = condition;
    if (under.length === 0) return always(sql, 'FALSE');
    return anyOf(under.map((code) => beginsWith(sql, code, dialect.text)));
  }
  // An order of texts is asked of the row evaluator, value by value; where they are open, nobody knows them.
  if (closed === undefined) return refused(condition, sight);
  return oneOf(
    sql,
    closed.filter((text) => isYes(condition, text, sight)),
    sight,
  );
}

/** Whether a text begins with a code, both by whole characters. */
export function beginsWith(sql: string, code: string, text: (value: string) => string): string {
  return `substr(${sql}, 1, ${[...code].length}) = ${text(code)}`;
}

function oneOf(sql: string, texts: readonly string[], { dialect }: Sight): string {
  const [only] = texts;
  if (only === undefined) return always(sql, 'FALSE');
  if (texts.length === 1) return `${sql} = ${dialect.text(only)}`;
  return `${sql} IN (${texts.map(dialect.text).join(', ')})`;
}

function listSql(condition: FieldCondition, sight: Sight): string {
  const isOn = (names: readonly string[]): string =>
    names.length === 0 ? 'FALSE' : anyOf(names.map((name) => `${sight.onList(name)} = 1`));
  if ('eq' in condition) return isOn([String(condition.eq)]);
  if ('in' in condition) return isOn(condition.in.map(String));
  if ('exists' in condition) return `${sight.onList()} = ${condition.exists ? 1 : 0}`;
  return 'FALSE';
}

const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] as string) : `(${parts.join(' OR ')})`;

function refused(condition: FieldCondition, { refusals }: Sight): string {
  const [sign = 'eq'] = Object.keys(condition).filter((key) => key !== 'field');
  return refusals.refuse(`condition.${sign}`, condition.field);
}

/** What `holds` says of one value of one field. */
function isYes(condition: FieldCondition, value: Fact, { asOf }: Sight): boolean {
  const { field } = condition;
  const isOwn = field === 'district' || field === 'state' || field === 'since' || field === 'id';
  const own = isOwn ? { [field]: value, facts: {} } : { facts: { [field]: value } };
  return holds(condition, { ...own, events: [], lists: [] } as Subject, asOf) === 'yes';
}
