import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { assessColumns } from '../../src/columns/assessColumns.js';
import { columnsOf } from '../../src/columns/columnBuilder.js';
import { type ColumnsPlan, columnsDraw, type DrawnColumns } from '../../src/columns/columnsDraw.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import { NO_DAY } from '../../src/columns/entityColumns.js';
import { dayNumber } from '../../src/core/day.js';
import { matrixQuotas } from '../../src/programme/matrixQuotas.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Condition } from '../../src/register/condition.js';
import type { Entity } from '../../src/register/nouns.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { expectedRows } from '../../src/testing/warehouse/expectedRows.js';

const asOf = '2025-12-31';
const at = parseProgramme(exampleProgramme).at(asOf);
const key = '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323';
const { entities: firms } = sampleCity({ entities: 1500 }).register;
const authorities = ['market', 'fire'];

/** The last visit of any of the authorities, as a column. */
function lastVisits(entities: readonly Entity[]): Int32Array {
  return Int32Array.from(entities, ({ lastVisits: own = {} }) => {
    const days = authorities.flatMap((one) => own[one] ?? []).map(dayNumber);
    return days.length === 0 ? NO_DAY : Math.max(...days);
  });
}

/** The draw in batches of some sizes. */
function drawn(entities: readonly Entity[], plan: ColumnsPlan, sizes: readonly number[]) {
  const compiled = compileColumns(at, { scope: plan.scope ?? { all: [] } });
  const draw = columnsDraw(compiled, plan);
  for (let from = 0, i = 0; from < entities.length; i++) {
    const some = entities.slice(from, from + (sizes[i % sizes.length] as number));
    const columns = columnsOf(compiled, some);
    draw.add(columns, assessColumns(compiled, columns), { lastVisit: lastVisits(some) });
    from += some.length;
  }
  return draw.done((row) => (entities[row] as Entity).id);
}

/** The rows that a warehouse would list, out of a draw over columns. */
function listedOf({ certain, strata }: DrawnColumns, entities: readonly Entity[]) {
  return {
    certain: Array.from(certain, (row) => (entities[row] as Entity).id).sort(),
    listed: strata
      .flatMap(({ cell, recency, size, quota, listed }) =>
        listed.map(({ id, ticket, place }) => ({ id, cell, recency, size, quota, ticket, place })),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The same by the row evaluator and the library's own draw. */
function expectedOf(entities: readonly Entity[], { scope, substitutes = 0 }: ColumnsPlan) {
  const common = { key, authorities, ...(scope === undefined ? {} : { scope }) };
  const first = expectedRows(at, entities, common);
  const sizes = new Map<string, { cell: number; tier: number; size: number }>();
  for (const { cell, recency, size, place } of first) {
    if (place === null) continue;
    const stratum = { cell: Number(cell), tier: Number(recency), size: Number(size) };
    sizes.set(`${cell}/${recency}`, stratum);
  }
  const quotas = matrixQuotas(at, [...sizes.values()]);
  const plan = {
    ...{ ...common, substitutes },
    quotas: Object.fromEntries([...sizes.keys()].map((name, i) => [name, quotas[i] as number])),
  };
  const rows = expectedRows(at, entities, plan);
  const needed = Math.max(1, substitutes);
  return {
    certain: rows.flatMap(({ id, certain }) => (certain === 1 ? [String(id)] : [])).sort(),
    listed: rows
      .filter(({ place, quota }) => place !== null && Number(place) <= Number(quota) + needed)
      .map(({ id, cell, recency, size, quota, ticket, place }) => ({
        ...{ id, cell, recency, size, quota, ticket, place },
      }))
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  };
}

const scopes: readonly (Condition | undefined)[] = [
  undefined,
  { field: 'industry', under: ['62', '52'] },
  { not: { field: 'crowd', lt: 50 } },
  { any: [{ field: 'taxGrade', eq: 'A' }, { events: { kinds: ['award'], atLeast: 1 } }] },
  {
    all: [
      { field: 'district', in: ['110101', '110105'] },
      { field: 'list', exists: false },
    ],
  },
  { field: 'since', lt: '2015-01-01' },
  { field: 'nobodyKnows', exists: true },
];

describe('columnsDraw', () => {
  it.each(scopes)('draws whom the row evaluator and the draw of single units draw: %j', (scope) => {
    const plan = { key, substitutes: 2, ...(scope === undefined ? {} : { scope }) };
    expect(listedOf(drawn(firms, plan, [1500]), firms)).toEqual(expectedOf(firms, plan));
  });

  it('gives the same however the rows come in batches', () => {
    const whole = drawn(firms, { key }, [firms.length]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }), (sizes) => {
        expect(drawn(firms, { key }, sizes)).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });

  it('takes rows that no column holds, passes over those it is told, and numbers them as it is told', () => {
    const odd = firms.map((firm, i): Entity => {
      if (i % 50 === 0) return { ...firm, facts: { ...firm.facts, crowd: 'many' } };
      if (i % 50 !== 1) return firm;
      const { state: _, ...stateless } = firm;
      return { ...stateless, facts: { ...firm.facts, taxGrade: true } };
    });
    expect(listedOf(drawn(odd, { key }, [400]), odd)).toEqual(expectedOf(odd, { key }));
    const compiled = compileColumns(at, { scope: { all: [] } });
    const draw = columnsDraw(compiled, { key });
    const rows = Uint32Array.from(firms, (_, i) => 7 * i);
    const skip = Uint8Array.from(firms, (_, i) => i % 3 && 1);
    const columns = columnsOf(compiled, firms);
    const lastVisit = lastVisits(firms);
    draw.add(columns, assessColumns(compiled, columns), { rows, skip, lastVisit });
    const found = draw.done((row) => (firms[row / 7] as Entity).id);
    const kept = firms.filter((_, i) => i % 3 === 0);
    expect(listedOf({ ...found, certain: new Uint32Array(0) }, []).listed).toEqual(
      expectedOf(kept, { key }).listed,
    );
    expect(found.certain.every((row) => row % 21 === 0)).toBe(true);
  });

  it('refuses a key that is none, a draw by weight, and a scope by id', () => {
    const compiled = compileColumns(at);
    expect(() => columnsDraw(compiled, { key: 'x' })).toThrow(/64 lower-case hex digits/);
    const weighted = { ...at, sampling: { ...at.sampling, method: 'pareto' as const } };
    expect(() => columnsDraw({ ...compiled, at: weighted }, { key })).toThrow(/by weight/);
    expect(() => compileColumns(at, { scope: { field: 'id', eq: 'A' } })).toThrow(/hold no `id`/);
  });
});
