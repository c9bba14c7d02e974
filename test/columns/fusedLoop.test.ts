import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../src/city/sampleCity.js';
import { assessBy, assessColumns } from '../../src/columns/assessColumns.js';
import { columnsOf } from '../../src/columns/columnBuilder.js';
import { compileColumns } from '../../src/columns/compileColumns.js';
import type {
  BooleanColumn,
  CodeColumn,
  EntityColumns,
  EventColumns,
  NumberColumn,
} from '../../src/columns/entityColumns.js';
import { explainRow } from '../../src/columns/explainRow.js';
import type { Filler } from '../../src/columns/filling.js';
import { fusedOn } from '../../src/columns/fused/fused.js';
import { passes } from '../../src/columns/passes.js';
import type { WasmPlatform } from '../../src/core/compressMany.js';
import { parseProgramme } from '../../src/programme/parseProgramme.js';
import type { Condition } from '../../src/register/condition.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import type { Scheme } from '../../src/scoring/scheme.js';
import { asOfs, facts, firms } from '../scoring/arbitraries.js';
import { known } from './knownFacts.js';
import { programmeOf } from './programmeOf.js';
import { fused, platform, requireEqual } from './requireEqual.js';
import { widened } from './widened.js';

const runs = Number(process.env['FC_RUNS'] ?? 60);
const { register, programme, asOf } = sampleCity({ entities: 1200 });
const compiled = compileColumns(parseProgramme(programme).at(asOf));
const columns = columnsOf(compiled, register.entities);
const events = columns.events as EventColumns;
const everywhere: readonly (readonly [string, readonly Filler[]])[] = [
  ['passes', [passes]],
  ['the fused loop', [fused]],
];

describe('a fused loop', () => {
  it('equals passes and the row evaluator with gates, statuses, numbers, closed sets and proofs', () => {
    const scores = fc.constantFrom(-1, 0, 2, 5);
    const wild = fc.record(
      { score: fc.oneof(scores, fc.constantFrom(3, '2')) },
      { requiredKeys: [] },
    );
    const withScore = fc.oneof(
      fc.tuple(facts, wild).map(([own, more]) => ({ ...own, ...more })),
      ...[1, 2, 3].map(() => fc.tuple(known, scores).map(([own, score]) => ({ ...own, score }))),
    );
    const cases = asOfs.chain((day) =>
      fc.record({
        day: fc.constant(day),
        schemes: fc.tuple(widened, widened),
        when: fc.constantFrom<Condition>(
          { field: 'district', eq: '110105' },
          { field: 'since', gte: '2023-06-30' },
          { events: { kinds: ['k2'], atLeast: 1 } },
        ),
        entities: fc.array(
          firms(day, withScore).map((firm) => ({ since: '2021-02-28', ...firm })),
          { minLength: 1, maxLength: 20 },
        ),
        isSplit: fc.boolean(),
      }),
    );
    let rows = 0;
    let alone = 0;
    fc.assert(
      fc.property(cases, ({ day, schemes: [one, other], when, entities, isSplit }) => {
        const split = [{ when, scheme: one }, { scheme: other }];
        const at = programmeOf(one, isSplit ? split : [{ scheme: one }], day);
        rows += entities.length;
        alone += requireEqual(at, entities, columnsOf(compileColumns(at), entities));
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
    expect(alone).toBeLessThan(rows * 0.8);
  });

  it('tells apart more conditions on lists than one word has room for', () => {
    const names = Array.from({ length: 40 }, (_, i) => `list-${i}`);
    const scheme = {
      ...exampleRisk,
      places: 0,
      parts: [],
      total: undefined,
      inputs: {},
      bands: [{ level: 'low', cite: 'example' }],
      terms: names.map((name, i) => ({
        ...{ kind: 'conditional', id: name, missing: 'refuse', cite: 'example' },
        ...{ when: { field: 'list', eq: name }, points: String(i * i + 1) },
      })),
      overrides: [],
    } as unknown as Scheme;
    const at = programmeOf(scheme, [{ scheme }], asOf);
    const entities = register.entities
      .slice(0, 200)
      .map((firm, i) => ({ ...firm, lists: names.filter((_, n) => (n * 7 + i) % 5 === i % 3) }));
    requireEqual(at, entities, columnsOf(compileColumns(at), entities));
  });

  it('is what answers where there are rows enough, across blocks', () => {
    let asked = 0;
    const counting: WasmPlatform = {
      Module: platform.Module,
      Instance: class {
        readonly exports: object;
        constructor(module: object) {
          asked++;
          this.exports = new platform.Instance(module).exports;
        }
      },
    };
    const many = columnsOf(compiled, sampleCity({ entities: 8500 }).register.entities);
    const expected = assessBy([passes], compiled, many, { trace: true });
    expect(assessBy([fusedOn(counting)], compiled, many, { trace: true })).toEqual(expected);
    expect(asked).toBe(1);
    expect(assessColumns(compiled, many, { trace: true })).toEqual(expected);
  });

  it('made for some columns serves others of their shape, and no others', () => {
    let made = 0;
    const counting: WasmPlatform = {
      Module: platform.Module,
      Instance: class {
        readonly exports: object;
        constructor(module: object) {
          made++;
          this.exports = new platform.Instance(module).exports;
        }
      },
    };
    const by = fusedOn(counting);
    const requireSame = (given: EntityColumns, trace = false): number => {
      const expected = assessBy([passes], compiled, given, { trace });
      expect(assessBy([by], compiled, given, { trace })).toEqual(expected);
      return made;
    };
    const { crowd, hazardous, industry, taxGrade, standardised, ...rest } = columns.facts;
    const { values, ...of } = crowd as NumberColumn;
    const columnsWith = (facts: EntityColumns['facts']) => ({
      ...columns,
      facts: { ...columns.facts, ...facts },
    });
    expect(requireSame(columns)).toBe(1);
    expect(
      requireSame(columnsWith({ crowd: { ...of, values: values.map((n) => (n * 7) % 400) } })),
    ).toBe(1);
    const later = { ...columns, events: { ...events, on: events.on.map((day) => day - 200) } };
    expect(requireSame(later)).toBe(1);
    expect(requireSame(columns, true)).toBe(2);
    // Two columns with one list of valid rows, then with one each.
    const bits = (step: number) =>
      Uint8Array.from({ length: Math.ceil(columns.size / 8) }, (_, i) => (i * step) & 255);
    const both = bits(37);
    const gaps = (one: Uint8Array, other: Uint8Array) =>
      columnsWith({
        taxGrade: { ...(taxGrade as CodeColumn), valid: one },
        standardised: { ...(standardised as CodeColumn), valid: other },
      });
    expect(requireSame(gaps(both, both))).toBe(3);
    expect(requireSame(gaps(bits(11), bits(91)))).toBe(4);
    const { dictionary, codes } = industry as CodeColumn;
    const turned = { kind: 'code', codes, dictionary: dictionary.toReversed() } as const;
    expect(requireSame(columnsWith({ industry: turned }))).toBe(5);
    expect(
      requireSame({ ...columns, facts: { ...rest, hazardous } as EntityColumns['facts'] }),
    ).toBe(6);
  });

  it('leaves the work to passes where the platform has no WebAssembly, or refuses the module', () => {
    const refusing = {
      ...platform,
      Module: class {
        constructor() {
          throw new Error('refused by the policy of this page');
        }
      },
    } as unknown as WasmPlatform;
    for (const none of [undefined, refusing]) {
      const answered = assessBy([fusedOn(none), passes], compiled, columns, {});
      expect(answered).toEqual(assessBy([passes], compiled, columns, {}));
      expect(() => assessBy([fusedOn(none)], compiled, columns, {})).toThrow('no filler');
    }
  });

  it('leaves numbers of 64 bits and other places to passes', () => {
    const crowd = columns.facts['crowd'] as NumberColumn;
    const wide = { ...crowd, values: Float64Array.from(crowd.values) };
    const finer = { ...crowd, values: crowd.values.map((n) => n * 10), places: 1 };
    for (const one of [wide, finer]) {
      const given = { ...columns, facts: { ...columns.facts, crowd: one } };
      expect(() => assessBy([fused], compiled, given, {})).toThrow('no filler');
      expect(assessColumns(compiled, given)).toEqual(assessColumns(compiled, columns));
    }
  });

  it('needs no events and no lists', () => {
    const { events: _, lists: __, ...bare } = columns;
    const answers = everywhere.map(([, fillers]) => assessBy(fillers, compiled, bare, {}));
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe.each(everywhere)('by %s what stands for nothing is an issue of its row', (_, fillers) => {
  const row = register.entities.findIndex((firm) => firm.events.length > 1);
  const first = events.offsets[row] as number;
  const issuesWith = (given: EntityColumns) =>
    assessBy(fillers, compiled, given, {}).issues.map((one) => [
      one.row,
      ...one.issues.map(({ code, path }) => `${code} at ${path.join('.')}`),
    ]);

  it.each([4_000_000, -800_000, 2 ** 31 - 1, -(2 ** 31)])('the day %d of an event', (day) => {
    const on = events.on.slice();
    on[first + 1] = day;
    const given = { ...columns, events: { ...events, on } };
    expect(issuesWith(given)).toEqual([[row, 'no-such-day at events.1.on']]);
    const assessed = assessBy(fillers, compiled, given, {});
    expect(explainRow(compiled, given, assessed, row).ok).toBe(false);
  });

  it.each(['repairedOn', 'until', 'knownOn'] as const)('a day in `%s`', (name) => {
    const none = name === 'knownOn' ? -0x3fffffff : 0x3fffffff;
    const days = events[name]?.slice() ?? new Int32Array(events.on.length).fill(none);
    days[first] = 3_000_000;
    const given = { ...columns, events: { ...events, [name]: days } };
    expect(issuesWith(given)).toEqual([[row, `no-such-day at events.0.${name}`]]);
  });

  it('neither yes nor no', () => {
    const hazardous = columns.facts['hazardous'] as BooleanColumn;
    const values = hazardous.values.slice();
    values[row] = 2;
    const facts = { ...columns.facts, hazardous: { ...hazardous, values } };
    expect(issuesWith({ ...columns, facts })).toEqual([
      [row, 'code-beyond-dictionary at facts.hazardous'],
    ]);
  });

  it('a list beyond the dictionary', () => {
    const lists = columns.lists as NonNullable<EntityColumns['lists']>;
    const codes = lists.codes.slice();
    codes[0] = 200;
    const [at, ...others] = issuesWith({ ...columns, lists: { ...lists, codes } });
    expect([at?.[1], others]).toEqual(['code-beyond-dictionary at lists.0', []]);
  });
});
