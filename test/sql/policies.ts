import * as fc from 'fast-check';
import { addDays, addMonths } from '../../src/core/day.js';
import type { ProgrammeAt } from '../../src/programme/programme.js';
import type { Entity, Fact } from '../../src/register/nouns.js';
import { exampleSampling } from '../../src/schemes/exampleSampling.js';
import { programmeOf } from '../columns/programmeOf.js';
import { asOfs, firms, schemes } from '../scoring/arbitraries.js';

/** Facts as typed columns can hold them: now and then outside their domain, missing, or with too many places. */
const facts: fc.Arbitrary<Readonly<Record<string, Fact>>> = fc.record(
  {
    count: rarely(fc.nat(20), fc.constantFrom<Fact>(21, -1, 0.5)),
    share: rarely(
      fc.integer({ min: -20, max: 25 }).map((n) => n / 10),
      fc.constantFrom<Fact>(2.6, 0.25, -2.1),
    ),
    word: rarely(fc.constantFrom('x', 'y', 'z'), fc.constantFrom<Fact>('w', '')),
    flag: fc.boolean(),
    code: fc.constantFrom('6210', '6299', '6', '7100', '8', '示例'),
    day: fc.constantFrom('2022-02-28', '2023-06-30', '2024-02-29', '2025-01-01'),
  },
  { requiredKeys: [] },
);

function rarely(good: fc.Arbitrary<Fact>, bad: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> {
  return fc.oneof({ weight: 24, arbitrary: good }, { weight: 1, arbitrary: bad });
}

const RATIOS = ['0', '1%', '1/3', '30%', '2‰', '100%'];
const RULES = ['at-least', 'at-most', 'half-up'] as const;

/** A policy made up, and some firms it meets. */
export interface PolicyCase {
  readonly at: ProgrammeAt;
  readonly entities: readonly Entity[];
}

/** Random policies of every construct, with random firms about the edges of their windows. */
export function policyCases(most = 30): fc.Arbitrary<PolicyCase> {
  return asOfs
    .chain((asOf) =>
      fc.record({
        asOf: fc.constant(asOf),
        credit: schemes,
        risk: schemes,
        other: schemes,
        isSplit: fc.boolean(),
        ratios: fc.array(fc.tuple(fc.constantFrom(...RATIOS), fc.constantFrom(...RULES)), {
          minLength: 16,
          maxLength: 16,
        }),
        keyCell: fc.nat(40),
        entities: fc.array(firms(asOf, facts), { minLength: 1, maxLength: most }),
        visits: fc.array(
          fc.record(
            {
              market: fc.integer({ min: -1, max: 30 }),
              fire: fc.integer({ min: -1, max: 30 }),
              other: fc.nat(30),
            },
            { requiredKeys: [] },
          ),
          { minLength: most, maxLength: most },
        ),
        states: fc.array(fc.constantFrom(undefined, 'active', 'closed'), {
          minLength: most,
          maxLength: most,
        }),
      }),
    )
    .map(({ asOf, credit, risk, other, isSplit, ratios, keyCell, entities, visits, states }) => {
      const split = [
        { when: { field: 'word', eq: 'x' } as const, scheme: other },
        { scheme: risk },
      ];
      const at = programmeOf(credit, isSplit ? split : [{ scheme: risk }], asOf);
      let cell = 0;
      for (const row of Object.values(at.matrix.cells)) {
        for (const [grade, measures] of Object.entries(row)) {
          const [ratio, rule] = ratios[cell] as (typeof ratios)[number];
          Object.assign(row, { [grade]: { ...measures, ratio, rule, key: cell === keyCell } });
          cell++;
        }
      }
      const sampling = {
        ...exampleSampling,
        certain: [{ list: 'l2', reason: { zh: '', en: '' }, cite: 'law' }],
      };
      return {
        at: { ...at, sampling, programme: { id: 'any', version: '1', digest: '' } } as ProgrammeAt,
        entities: entities.map((entity, i) => {
          const state = states[i] as Entity['state'];
          // Ids that differ in what collations overlook, and one beyond the basic plane.
          const id = `${['a', 'A', '１', '示例', '𠮷', "o'x", 'a-', 'é'][i % 8]}${i}`;
          // Last visits about the edges of the tiers: whole months before the day, and a day beside.
          const lastVisits = Object.fromEntries(
            Object.entries(visits[i] as object).map(([authority, months]) => [
              authority,
              addDays(addMonths(asOf, -months), months % 3 === 0 ? 1 : 0),
            ]),
          );
          return {
            ...{ ...entity, id, lastVisits },
            ...(state === undefined ? {} : { state }),
          } as Entity;
        }),
      };
    });
}

/** A draw that asks for all there is: a scope that can be missing, tiers by two authorities, substitutes. */
export const anyPlan = {
  key: '11d8562d05df1bccdf91004a0f16e6a42f3efb4e626da47a13417dcf520a4323',
  substitutes: 1,
  scope: { field: 'district', exists: true },
  authorities: ['market', 'fire'],
} as const;
