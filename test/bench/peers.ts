import { DuckDBInstance } from '@duckdb/node-api';
import { evaluateExpressionSync, ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import type { EntityColumns } from '../../src/columns/entityColumns.js';
import { dayNumber } from '../../src/core/day.js';
import type { Entity } from '../../src/register/nouns.js';
import { DAYS, type PlainPolicy, type PlainTerm } from './reference.js';

// The peers can't look into dated events at the price they are known for, so they are given them
// counted: how many events of each kind, repaired or not, lie in each span of ages that scores alike.
// The counting is not measured, which is in their favour.

type Events = Extract<PlainTerm, { kind: 'events' }>;

/** A span of ages in which a kind of event scores alike for a term, by a name of its own. */
interface Span {
  readonly name: string;
  readonly term: number;
  readonly kind: string;
  readonly repaired: boolean;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

export function spansOf(policy: PlainPolicy): readonly Span[] {
  return policy.terms.flatMap((term, t) =>
    term.kind === 'events'
      ? [...term.points].flatMap(([kind, list]) =>
          [false, true].flatMap((repaired) => {
            const base = repaired ? DAYS : 0;
            const found: Span[] = [];
            for (let from = 0; from < DAYS; ) {
              const points = list[base + from] as number;
              let to = from;
              while (to + 1 < DAYS && list[base + to + 1] === points) to++;
              const name = `n${t}_${kind.replaceAll('-', '_')}_${repaired ? 1 : 0}_${from}`;
              if (points !== 0) found.push({ name, term: t, kind, repaired, from, to, points });
              from = to + 1;
            }
            return found;
          }),
        )
      : [],
  );
}

/** What a peer is given of an entity. */
export function countedOf(policy: PlainPolicy, spans: readonly Span[], { facts, events }: Entity) {
  const today = dayNumber(policy.asOf);
  const row: Record<string, number | string> = { taxGrade: String(facts['taxGrade'] ?? 'none') };
  for (const { name } of spans) row[name] = 0;
  for (const { kind, on, repairedOn } of events) {
    const age = Math.min(DAYS - 1, today - dayNumber(on));
    const isRepaired = repairedOn !== undefined && repairedOn <= policy.asOf;
    for (const span of spans) {
      if (span.kind !== kind || span.repaired !== isRepaired) continue;
      if (age >= span.from && age <= span.to) row[span.name] = (row[span.name] as number) + 1;
    }
  }
  return row;
}
export type Counted = ReturnType<typeof countedOf>;

const lookupOf = ({ terms }: PlainPolicy) =>
  terms.flatMap((term, t) => (term.kind === 'lookup' ? [{ ...term, t }] : []));

/** json-rules-engine: a rule for each entry of a look-up and each span; what it fires is added up. */
export function rulesEngine(policy: PlainPolicy, spans: readonly Span[]) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { input, table, t } of lookupOf(policy)) {
    for (const [value, points] of Object.entries(table)) {
      engine.addRule({
        conditions: { all: [{ fact: input, operator: 'equal', value }] },
        event: { type: 'points', params: { term: t, points } },
      });
    }
  }
  for (const { name, term, points } of spans) {
    engine.addRule({
      conditions: { all: [{ fact: name, operator: 'greaterThan', value: 0 }] },
      event: { type: 'points', params: { term, points, name } },
    });
  }
  return async (row: Counted): Promise<number> => {
    const { events } = await engine.run(row);
    const sums = policy.terms.map(() => 0);
    for (const { params } of events) {
      const { term, points, name } = params as { term: number; points: number; name?: string };
      const times = name === undefined ? 1 : (row[name] as number);
      sums[term] = (sums[term] as number) + points * times;
    }
    return held(policy, sums);
  };
}

function held(policy: PlainPolicy, sums: readonly number[]): number {
  const parts = policy.parts.map(() => 0);
  let units = policy.start;
  policy.terms.forEach((term, t) => {
    const { min, max } = term.kind === 'events' ? term : { min: -Infinity, max: Infinity };
    const sum = Math.min(max, Math.max(min, sums[t] as number));
    if (term.part < 0) units += sum;
    else parts[term.part] = (parts[term.part] as number) + sum;
  });
  policy.parts.forEach(({ min, max }, i) => {
    units += Math.min(max, Math.max(min, parts[i] as number));
  });
  return Math.min(policy.total.max, Math.max(policy.total.min, units));
}

/** The score as one expression of the ZEN language over a row of counts. */
function zenExpression(policy: PlainPolicy, spans: readonly Span[], row: string): string {
  const at = (name: string): string => (row === '' ? name : `${row}.${name}`);
  const ends = (text: string, { min, max }: { min: number; max: number }): string => {
    const low = Number.isFinite(min) ? `max([${min}, ${text}])` : text;
    return Number.isFinite(max) ? `min([${max}, ${low}])` : low;
  };
  const terms = policy.terms.map((term, t) => {
    if (term.kind === 'lookup') {
      const entries = Object.entries(term.table);
      return `(${entries.map(([value, points]) => `${at(term.input)} == '${value}' ? ${points} : `).join('')}0)`;
    }
    const own = spans.filter((one) => one.term === t);
    return ends(own.map(({ name, points }) => `${at(name)} * ${points}`).join(' + ') || '0', term);
  });
  const inPart = (p: number): string =>
    policy.terms.flatMap((term, t) => (term.part === p ? [terms[t]] : [])).join(' + ') || '0';
  const parts = policy.parts.map((part, p) => ends(inPart(p), part));
  return ends([policy.start, inPart(-1), ...parts].join(' + '), policy.total);
}

/** zen-engine in three ways; whichever is quickest counts. */
export function zenEngine(policy: PlainPolicy, spans: readonly Span[]) {
  const expression = zenExpression(policy, spans, '');
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        ...{ id: 'e', name: 'e', type: 'expressionNode', position: { x: 0, y: 0 } },
        content: { expressions: [{ id: 'x', key: 'units', value: expression }] },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'e' },
      { id: 'b', type: 'edge', sourceId: 'e', targetId: 'out' },
    ],
  });
  const batch = `map(rows, ${zenExpression(policy, spans, '#')})`;
  const one = async (row: Counted): Promise<number> =>
    Number((await decision.evaluate(row)).result.units);
  return {
    async oneByOne(rows: readonly Counted[]): Promise<number[]> {
      const units: number[] = [];
      for (const row of rows) units.push(await one(row));
      return units;
    },
    together: (rows: readonly Counted[]): Promise<number[]> => Promise.all(rows.map(one)),
    batched: async (rows: readonly Counted[]): Promise<number[]> =>
      (evaluateExpressionSync(batch, { rows }) as (number | string)[]).map(Number),
  };
}

/** DuckDB with the same policy as a statement written by hand, over tables in its memory. */
export async function duckdb(policy: PlainPolicy, columns: EntityColumns) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  const today = dayNumber(policy.asOf);
  const { size, events, facts } = columns;
  const tax = facts['taxGrade'];
  if (events === undefined || tax?.kind !== 'code') throw new Error('columns');
  await db.run('CREATE TABLE entity (id INTEGER, tax VARCHAR)');
  await db.run(
    'CREATE TABLE event (entity INTEGER, kind UTINYINT, age INTEGER, repaired UTINYINT)',
  );
  const entity = await db.createAppender('entity');
  const event = await db.createAppender('event');
  for (let i = 0; i < size; i++) {
    entity.appendInteger(i);
    if (((tax.valid?.[i >> 3] ?? 255) >> (i & 7)) & 1)
      entity.appendVarchar(tax.dictionary[tax.codes[i] as number] as string);
    else entity.appendNull();
    entity.endRow();
    for (let e = events.offsets[i] as number; e < (events.offsets[i + 1] as number); e++) {
      event.appendInteger(i);
      event.appendUTinyInt(events.kind[e] as number);
      event.appendInteger(Math.min(DAYS - 1, today - (events.on[e] as number)));
      event.appendUTinyInt((events.repairedOn?.[e] as number) <= today ? 1 : 0);
      event.endRow();
    }
  }
  entity.closeSync();
  event.closeSync();
  await db.run(
    'CREATE TABLE effect (term INTEGER, kind UTINYINT, repaired UTINYINT, age INTEGER, points INTEGER)',
  );
  const effect = await db.createAppender('effect');
  policy.terms.forEach((term, t) => {
    if (term.kind !== 'events') return;
    for (const [kind, list] of term.points) {
      list.forEach((points, at) => {
        if (points === 0) return;
        effect.appendInteger(t);
        effect.appendUTinyInt(events.kinds.indexOf(kind));
        effect.appendUTinyInt(at >= DAYS ? 1 : 0);
        effect.appendInteger(at % DAYS);
        effect.appendInteger(points);
        effect.endRow();
      });
    }
  });
  effect.closeSync();
  const ends = (text: string, { min, max }: { min: number; max: number }): string => {
    const low = Number.isFinite(min) ? `greatest(${min}, ${text})` : text;
    return Number.isFinite(max) ? `least(${max}, ${low})` : low;
  };
  const isEvents = (term: PlainTerm): term is Events => term.kind === 'events';
  const term = (one: PlainTerm, t: number): string =>
    isEvents(one)
      ? ends(`coalesce(t${t}, 0)`, one)
      : `(CASE tax ${Object.entries(one.table)
          .map(([value, points]) => `WHEN '${value}' THEN ${points}`)
          .join(' ')} ELSE ${one.missing} END)`;
  const own = (p: number): string =>
    policy.terms.flatMap((one, t) => (one.part === p ? [term(one, t)] : [])).join(' + ') || '0';
  const units = ends(
    [policy.start, own(-1), ...policy.parts.map((part, p) => ends(own(p), part))].join(' + '),
    policy.total,
  );
  const sums = policy.terms.flatMap((one, t) =>
    isEvents(one) ? [`CAST(sum(points) FILTER (term = ${t}) AS INTEGER) AS t${t}`] : [],
  );
  const bands = policy.edges
    .map((edge, b) => ({ edge, grade: policy.grades[b] }))
    .reverse()
    .map(({ edge, grade }) =>
      Number.isFinite(edge) ? `WHEN units >= ${edge} THEN '${grade}'` : `ELSE '${grade}'`,
    );
  const statement = `CREATE OR REPLACE TABLE answer AS
    WITH s AS (SELECT entity, ${sums.join(', ')} FROM event JOIN effect USING (kind, repaired, age) GROUP BY entity),
    u AS (SELECT id, ${units} AS units FROM entity LEFT JOIN s ON entity = id)
    SELECT id, units, CASE ${bands.join(' ')} END AS grade FROM u`;
  return {
    run: () => db.run(statement),
    answers: async (): Promise<Map<number, number>> => {
      const reader = await db.runAndReadAll('SELECT id, units FROM answer');
      return new Map(reader.getRows().map(([id, n]) => [Number(id), Number(n)]));
    },
  };
}
