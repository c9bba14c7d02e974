import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/core/day.js';
import { isDecimal, placesOf } from '../../src/core/decimal.js';
import { EvenhandError } from '../../src/core/error.js';
import { isRatio } from '../../src/core/ratio.js';
import { assignInspectors } from '../../src/inspectors/assignInspectors.js';
import { drawPlan } from '../../src/plan/drawPlan.js';
import { preparePlan } from '../../src/plan/preparePlan.js';
import { safeAssess } from '../../src/programme/assess.js';
import { parseProgramme, safeParseProgramme } from '../../src/programme/parseProgramme.js';
import type { ProgrammeSource } from '../../src/programme/programme.js';
import { safeParseEntity } from '../../src/register/parseEntity.js';
import { safeParseRegister } from '../../src/register/parseRegister.js';
import { safeParseTask } from '../../src/register/parseTask.js';
import { exampleCredit } from '../../src/schemes/exampleCredit.js';
import { exampleProgramme } from '../../src/schemes/exampleProgramme.js';
import { exampleRisk } from '../../src/schemes/exampleRisk.js';
import { twoInspections } from '../../src/schemes/twoInspections.js';
import type { Input, Scheme } from '../../src/scoring/scheme.js';
import { arbitraryAsOf, arbitraryDay, daysInForce } from '../../src/testing/arbitraries/day.js';
import { arbitraryDecimal } from '../../src/testing/arbitraries/decimal.js';
import { arbitraryEntity, arbitraryEntityOnDay } from '../../src/testing/arbitraries/entity.js';
import { arbitraryPlanInput, arbitraryYear } from '../../src/testing/arbitraries/planInput.js';
import { arbitraryProgramme } from '../../src/testing/arbitraries/programme.js';
import { arbitraryRatio } from '../../src/testing/arbitraries/ratio.js';
import { arbitraryRegister } from '../../src/testing/arbitraries/register.js';
import { arbitraryStaffing } from '../../src/testing/arbitraries/staffing.js';
import { arbitraryTasks } from '../../src/testing/arbitraries/tasks.js';
import type { Cap } from '../../src/visits/cap.js';

const example = parseProgramme(exampleProgramme);

/** What is counted here is counted over the same cases each time. */
const fixed = (numRuns: number) => ({ seed: 20_260_101, numRuns });

/** The example programme with its credit or risk scheme changed. */
const withRisk = (change: Partial<Scheme>): ProgrammeSource => ({
  ...exampleProgramme,
  documents: exampleProgramme.documents.map((document) =>
    document.id === exampleRisk.id ? ({ ...document, ...change } as Scheme) : document,
  ),
});

const withCap = (change: Partial<Cap>): ProgrammeSource => ({
  ...exampleProgramme,
  documents: exampleProgramme.documents.map((document) =>
    document.id === twoInspections.id ? ({ ...document, ...change } as Cap) : document,
  ),
});

describe('days, decimals and ratios', () => {
  it('are what they say, inside their span', () => {
    fc.assert(
      fc.property(arbitraryDay({ from: '2024-02-28', to: '2024-03-01' }), (day) => {
        expect(isDay(day)).toBe(true);
        expect('2024-02-28' <= day && day <= '2024-03-01').toBe(true);
      }),
    );
    expect(fc.sample(arbitraryDay(), fixed(200)).every(isDay)).toBe(true);
    expect(fc.sample(arbitraryRatio(), fixed(200)).filter((ratio) => !isRatio(ratio))).toEqual([]);
    fc.assert(
      fc.property(arbitraryDecimal({ places: 2, min: -9, max: 99 }), (decimal) => {
        expect(isDecimal(decimal) && placesOf(decimal) <= 2).toBe(true);
      }),
    );
    expect(fc.sample(arbitraryDecimal(), fixed(50)).every(isDecimal)).toBe(true);
  });

  it('name leap days and month ends more often than by chance', () => {
    const days = fc.sample(arbitraryDay(), fixed(1000));
    expect(days.filter((day) => day.endsWith('-02-29')).length).toBeGreaterThan(3);
    expect(days.filter((day) => /-(01|12)-31$/.test(day)).length).toBeGreaterThan(30);
  });
});

describe('the days of a programme', () => {
  const older: Scheme = { ...exampleCredit, version: '2020', from: '2020-01-01', to: '2022-06-30' };
  const ended = withRisk({ to: '2030-05-31' });

  it('are those that have a version of every document in force', () => {
    expect(daysInForce(ended)).toEqual([{ from: '2025-01-01', to: '2030-05-31' }]);
    expect(daysInForce(exampleProgramme)).toEqual([{ from: '2025-01-01', to: '2028-01-01' }]);
    const gap = { ...ended, documents: [older, ...ended.documents] };
    expect(daysInForce(gap)).toEqual([{ from: '2025-01-01', to: '2030-05-31' }]);
  });

  it('include the first and the last', () => {
    const days = fc.sample(arbitraryAsOf(ended), fixed(200));
    expect(days).toContain('2025-01-01');
    expect(days).toContain('2030-05-31');
    const programme = parseProgramme(ended);
    expect(() => days.map((day) => programme.at(day))).not.toThrow();
  });

  it('are refused where there is none', () => {
    const never = withRisk({ from: '2020-01-01', to: '2020-12-31' });
    expect(() => arbitraryAsOf(never)).toThrow(EvenhandError);
  });
});

describe('programmes', () => {
  it('are accepted, and nothing is wrong but that a tier may have no chance', () => {
    fc.assert(
      fc.property(arbitraryProgramme(), (source) => {
        const { ok, issues } = safeParseProgramme(source);
        expect(ok).toBe(true);
        expect(issues.filter(({ code }) => code !== 'zero-chance')).toEqual([]);
      }),
    );
  });

  it('survive JSON', () => {
    fc.assert(
      fc.property(arbitraryProgramme(), (source) => {
        expect(JSON.parse(JSON.stringify(source))).toEqual(source);
      }),
    );
  });
});

describe('entities', () => {
  it('are entities by their shape', () => {
    fc.assert(
      fc.property(arbitraryEntity(example), (entity) => {
        expect(safeParseEntity(entity)).toMatchObject({ ok: true });
      }),
    );
  });

  it('are answered wherever they are complete, on the example and on any programme', () => {
    fc.assert(
      fc.property(
        fc
          .oneof(fc.constant(exampleProgramme), arbitraryProgramme())
          .chain((source) =>
            fc.tuple(fc.constant(source), arbitraryEntityOnDay(source, { complete: true })),
          ),
        ([source, { entity, asOf }]) => {
          expect(safeAssess(parseProgramme(source), entity, { asOf })).toMatchObject({ ok: true });
        },
      ),
    );
  });

  it('reach every grade and level, and now and then miss a fact', () => {
    const answers = fc
      .sample(arbitraryEntity(example), fixed(600))
      .map((entity) => safeAssess(example, entity, { asOf: '2025-01-01' }));
    const cells = answers.flatMap((answer) => (answer.ok ? answer.value.cell : []));
    expect(new Set(cells.map(({ credit }) => credit)).size).toBe(4);
    expect(new Set(cells.map(({ risk }) => risk)).size).toBe(3);
    expect(answers.some(({ ok }) => !ok)).toBe(true);
  });

  it('have events on both sides of every window edge', () => {
    const days = fc
      .sample(arbitraryEntity(example, { asOf: '2026-01-15' }), fixed(500))
      .flatMap(({ events }) => events.map(({ on }) => on));
    for (const edge of ['2023-01-15', '2023-01-16', '2024-01-15', '2024-01-16', '2026-01-16']) {
      expect(days).toContain(edge);
    }
  });

  it('have numbers at the edge of every bin, and just below', () => {
    const crowds = fc
      .sample(arbitraryEntity(example), fixed(500))
      .map(({ facts }) => facts['crowd']);
    for (const edge of [0, 49, 50, 299, 300, 100_000]) expect(crowds).toContain(edge);
  });

  it('have values for inputs of every kind, shared, open or closed', () => {
    const inputs: Record<string, Input> = {
      ...exampleRisk.inputs,
      crowd: { type: 'integer' },
      area: { type: 'decimal', places: 1 },
      opened: { type: 'day' },
      trading: { type: 'full-years', since: 'opened' },
      branch: { type: 'code' },
      taxGrade: { type: 'category', values: ['B', 'C', 'X'] },
    };
    const base = { cite: 'example', missing: 'refuse' } as const;
    const source = withRisk({
      inputs,
      terms: [
        ...exampleRisk.terms,
        {
          kind: 'bins',
          id: 'area',
          input: 'area',
          bins: [{ points: '0' }, { from: '12.5', points: '1' }],
          ...base,
        },
        {
          kind: 'bins',
          id: 'trading',
          input: 'trading',
          bins: [{ points: '0' }, { from: 2, points: '1' }],
          ...base,
        },
        { kind: 'lookup', id: 'branch', input: 'branch', table: { '01': '1', '02': '0' }, ...base },
        {
          kind: 'conditional',
          id: 'opened',
          points: '1',
          ...base,
          when: {
            any: [
              { field: 'opened', lt: '2020-02-29' },
              { field: 'area', gt: '99.95' },
            ],
          },
        },
      ],
    });
    const ours = parseProgramme(source);
    const asOf = '2026-01-15';
    const firms = fc.sample(arbitraryEntity(ours, { asOf, complete: true }), fixed(300));
    const values = (name: string) => new Set(firms.map(({ facts }) => facts[name]));
    expect(values('taxGrade')).toEqual(new Set(['B', 'C']));
    expect(values('branch')).toEqual(new Set(['01', '02']));
    expect(values('area')).toContain('12.5');
    expect(values('opened')).toContain('2024-01-15');
    for (const firm of firms) {
      expect(safeAssess(ours, firm, { asOf })).toMatchObject({ ok: true });
    }
  });
});

describe('registers, tasks and years', () => {
  it('are what the parsers accept', () => {
    fc.assert(
      fc.property(
        arbitraryRegister(example, { maxEntities: 5 }).chain((register) =>
          fc.tuple(fc.constant(register), arbitraryTasks(example, register)),
        ),
        ([register, tasks]) => {
          expect(safeParseRegister(register)).toMatchObject({ ok: true });
          for (const task of tasks) expect(safeParseTask(task)).toMatchObject({ ok: true });
        },
      ),
    );
  });

  it('can be planned, most with teams and some without, some beyond the cap', () => {
    const eligible = {
      levels: [
        { scale: 'example-credit', levels: ['A', 'B', 'C', 'D'] },
        { scale: 'example-risk', levels: ['low', 'medium', 'high'] },
      ],
    };
    const years = fc.sample(arbitraryYear(withCap({ eligible })), fixed(100));
    const plans = years.map(({ input, entropy }) => drawPlan(preparePlan(input), entropy));
    const assigned = plans.filter(
      ({ staffing, visits }) => staffing.status === 'assigned' && visits.length > 0,
    );
    expect(assigned.length).toBeGreaterThan(50);
    expect(plans.some(({ staffing }) => staffing.status === 'infeasible')).toBe(true);
    expect(plans.some(({ deferred }) => deferred.length > 0)).toBe(true);
    const visits = plans.flatMap((plan) => plan.visits);
    expect(visits.some(({ beyondCap }) => beyondCap)).toBe(true);
    expect(visits.some(({ kind }) => kind === 'for-cause')).toBe(true);
    expect(plans.some(({ desk }) => desk.length > 0)).toBe(true);
  });

  it('keep to the size they are given, and to the days of a cap that ends', () => {
    const source = withCap({ to: '2026-03-10' });
    fc.assert(
      fc.property(arbitraryPlanInput(source, { maxEntities: 3, maxTasks: 1 }), (input) => {
        expect(input.register.entities.length).toBeLessThanOrEqual(3);
        expect(input.tasks).toHaveLength(1);
        expect((input.tasks[0]?.window.to ?? '') <= '2026-03-10').toBe(true);
      }),
    );
  });
});

it('makes lotteries of teams that can be drawn, some that cannot', () => {
  const results = fc
    .sample(arbitraryStaffing(), fixed(200))
    .map((one) => assignInspectors(one).status);
  expect(results.filter((status) => status === 'assigned').length).toBeGreaterThan(60);
  expect(results).toContain('infeasible');
});
