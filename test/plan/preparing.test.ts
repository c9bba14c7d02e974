import type { EvenhandError } from 'evenhand/core';
import { type PlanInput, type Prepared, planPreparation, preparePlan } from 'evenhand/plan';
import { parseProgramme } from 'evenhand/programme';
import type { Entity } from 'evenhand/register';
import { exampleProgramme } from 'evenhand/schemes';
import { arbitraryYear } from 'evenhand/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { town } from './town.js';
import { cityInput } from './year.js';

/** Prepared by several that each take some of the entities and are merged at the end. */
function inShares(input: PlanInput, shares: readonly (readonly Entity[])[]) {
  const [first = [], ...others] = shares;
  const preparation = planPreparation(input);
  for (const entity of first) preparation.add(entity);
  for (const share of others) {
    const other = planPreparation(input);
    for (const entity of share) other.add(entity);
    preparation.merge(other);
  }
  return preparation.done();
}

/** With lists for columns, which give the same rows in every way there is to ask. */
function plain(prepared: Prepared): Prepared {
  expect(JSON.parse(JSON.stringify(prepared))).toEqual(
    JSON.parse(JSON.stringify(listed(prepared))),
  );
  for (const rows of [prepared.standings, ...prepared.tasks.map(({ frame }) => frame)]) {
    const list = [...rows];
    expect(rows.length).toBe(list.length);
    expect(rows.map((row, i) => [row, i])).toEqual(list.map((row, i) => [row, i]));
    expect(rows.flatMap(({ id }) => [id, id])).toEqual(list.flatMap(({ id }) => [id, id]));
    expect(rows.flatMap(({ id }) => id)).toEqual(list.map(({ id }) => id));
    const isThird = (_: unknown, i: number): boolean => i % 3 === 2;
    expect(rows.filter(isThird)).toEqual(list.filter(isThird));
    expect(rows.find(isThird)).toEqual(list.find(isThird));
    expect(rows.some(isThird)).toBe(list.some(isThird));
  }
  return listed(prepared);
}

const listed = (prepared: Prepared): Prepared => ({
  ...prepared,
  standings: [...prepared.standings],
  tasks: prepared.tasks.map((one) => ({ ...one, frame: [...one.frame] })),
});

const anyShares = (entities: readonly Entity[]): fc.Arbitrary<Entity[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...entities], { minLength: entities.length }),
      fc.array(fc.nat(3), { minLength: entities.length, maxLength: entities.length }),
    )
    .map(([list, shareOf]) =>
      [0, 1, 2, 3].map((share) => list.filter((_, i) => shareOf[i] === share)),
    );

describe('a preparation whose entities come one by one', () => {
  it.each([
    ['a town', town],
    ['a city', cityInput(120)],
  ])('of %s is that of all at once, however they are shared out and ordered', (_, input) => {
    const whole = preparePlan(input);
    expect(whole.tasks.some(({ frame }) => frame.length > 0)).toBe(true);
    fc.assert(
      fc.property(anyShares(input.register.entities), (shares) => {
        expect(plain(inShares(input, shares))).toEqual(whole);
      }),
      { numRuns: 6 },
    );
  });

  it('is that of all at once in any year', () => {
    const programme = parseProgramme(exampleProgramme);
    const cases = arbitraryYear(programme).chain(({ input }) =>
      fc.tuple(fc.constant(input), anyShares(input.register.entities)),
    );
    fc.assert(
      fc.property(cases, ([input, shares]) => {
        expect(plain(inShares(input, shares))).toEqual(preparePlan(input));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses an id that came twice, in one share or in two', () => {
    const [one, two] = town.register.entities as [Entity, Entity];
    for (const shares of [[[one, two, one]], [[one], [two, one]]]) {
      let thrown: EvenhandError | undefined;
      try {
        inShares(town, shares);
      } catch (error) {
        thrown = error as EvenhandError;
      }
      expect([thrown?.code, thrown?.issues[0]?.path]).toEqual([
        'bad-plan-input',
        ['register', 'entities', one.id],
      ]);
    }
  });

  it('refuses a bad input before any entity comes', () => {
    const given = { ...town, tasks: town.tasks.map((task) => ({ ...task, teamSize: 1 })) };
    expect(() => planPreparation(given)).toThrow('team-too-small');
    expect(() => planPreparation({ ...town, secret: 'abc' })).toThrow('32 to 128');
  });
});
