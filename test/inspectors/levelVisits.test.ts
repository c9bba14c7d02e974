import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/day.js';
import { sortedBy } from '../../src/core/order.js';
import type { LevelInput, LevelledVisits } from '../../src/inspectors/levelling/levelling.js';
import { levelVisits } from '../../src/inspectors/levelling/levelVisits.js';
import { arbitraryOrder } from '../../src/testing/arbitraries/key.js';

const key = 'd5788a32e2791b54b1095fe9ce3c2d485ec27380ecdcf85ee722e9b967765ede';

/** Ten-day periods P0, P1, … of 2026. */
const periodsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const from = addDays('2026-01-01', 10 * i);
    return { id: `P${i}`, from, to: addDays(from, 9) };
  });

const inPeriods = (...numbers: readonly number[]) =>
  numbers.map((n) => {
    const day = addDays('2026-01-01', 10 * n + 4);
    return { from: day, to: day };
  });

/** Up to 6 visits of one team over up to 4 periods, each in some of them, with little room. */
const small: fc.Arbitrary<LevelInput> = fc
  .tuple(
    fc.array(fc.uniqueArray(fc.nat(3), { minLength: 1 }), { minLength: 2, maxLength: 6 }),
    fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  )
  .map(([choices, room]) => ({
    key,
    periods: periodsOf(4),
    visits: choices.map((numbers, i) => ({
      id: `V${i}`,
      team: 'T',
      windows: inPeriods(...numbers),
    })),
    teams: [{ id: 'T', capacity: Object.fromEntries(room.map((n, i) => [`P${i}`, n])) }],
  }));

/** The loads of the best way to place every visit, from high to low, by trying all ways. */
function bestLoads({ periods, visits, teams }: LevelInput): number[] | undefined {
  const capacity = roomOf({ teams });
  let ways: Record<string, number>[] = [{}];
  for (const { windows } of visits) {
    ways = ways.flatMap((loads) =>
      periods
        .filter((period) => windows.some(({ from }) => period.from <= from && from <= period.to))
        .filter(({ id }) => (loads[id] ?? 0) < (capacity[id] ?? 0))
        .map(({ id }) => ({ ...loads, [id]: (loads[id] ?? 0) + 1 })),
    );
  }
  const sorted = ways.map((loads) => descending(periods.map(({ id }) => loads[id] ?? 0)));
  return sorted.sort((a, b) => lexicographic(a, b))[0];
}

const roomOf = ({ teams: [team] }: Pick<LevelInput, 'teams'>) =>
  team?.capacity as Readonly<Record<string, number>>;

const descending = (loads: readonly number[]) => [...loads].sort((a, b) => b - a);

function lexicographic(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((load, i) => load !== b[i]);
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number);
}

function levelled(input: LevelInput) {
  const result = levelVisits(input);
  if (result.status === 'infeasible') throw new Error(JSON.stringify(result.witnesses));
  return result;
}

describe('visits over the periods of a year', () => {
  it('are as level as the best of all ways to place them, or there is no way', () => {
    let infeasible = 0;
    fc.assert(
      fc.property(small, (input) => {
        const result = levelVisits(input);
        const best = bestLoads(input);
        if (result.status === 'infeasible') {
          infeasible++;
          expect(best).toBeUndefined();
        } else expect(descending(result.loads.map(({ load }) => load))).toEqual(best);
      }),
      { numRuns: 2000 },
    );
    expect(infeasible).toBeGreaterThan(400);
  });

  it('go where one of their days lies, and loads count them', () => {
    fc.assert(
      fc.property(small, (input) => {
        const result = levelVisits(input);
        fc.pre(result.status === 'levelled');
        expect(result.visits.map(({ id }) => id)).toEqual(
          sortedBy(input.visits, ({ id }) => id).map(({ id }) => id),
        );
        for (const { id, period } of result.visits) {
          const days = input.periods.find((one) => one.id === period);
          const windows = input.visits.find((one) => one.id === id)?.windows;
          const { from = '', to = '' } = days ?? {};
          expect(windows?.some((window) => from <= window.from && window.from <= to)).toBe(true);
        }
        for (const { period, load, capacity } of result.loads) {
          expect(result.visits.filter((visit) => visit.period === period)).toHaveLength(load);
          expect(load).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });

  it('come with a witness that can be recounted where they do not fit', () => {
    fc.assert(
      fc.property(small, (input) => {
        const result = levelVisits(input);
        fc.pre(result.status === 'infeasible');
        const [witness] = result.witnesses;
        const closed = input.periods.filter(({ id }) => !witness?.periods.includes(id));
        const bound = input.visits.filter(({ windows }) =>
          windows.every(({ from }) => !closed.some((one) => one.from <= from && from <= one.to)),
        );
        expect(witness?.visits).toEqual(
          sortedBy(
            bound.map(({ id }) => id),
            (id) => id,
          ),
        );
        const room = witness?.periods.map((id) => roomOf(input)[id] ?? 0);
        expect(witness?.capacity).toBe(room?.reduce((a, b) => a + b, 0));
        expect(witness?.needed).toBe(bound.length);
        expect(witness?.missing).toBe(bound.length - (witness?.capacity ?? 0));
        expect(witness?.missing).toBeGreaterThan(0);
      }),
    );
  });

  it('are placed the same whatever the order of visits, periods and teams', () => {
    const mixed = small.chain((input) =>
      fc.tuple(fc.constant(input), arbitraryOrder(input.visits), arbitraryOrder(input.periods)),
    );
    fc.assert(
      fc.property(mixed, ([input, visits, periods]) => {
        expect(levelVisits({ ...input, visits, periods })).toEqual(levelVisits(input));
      }),
    );
  });

  it('hold the busiest month down even if that takes a chain of moves', () => {
    // Three visits of January only, and three that January shares with February, three of those with March.
    const visits = [[0], [0], [0], [0, 1], [0, 1], [0, 1], [1, 2], [1, 2], [1, 2]].map(
      (numbers, i) => ({ id: `V${i}`, team: 'T', windows: inPeriods(...numbers) }),
    );
    const result = levelled({
      key,
      periods: periodsOf(3),
      visits,
      teams: [{ id: 'T', capacity: 9 }],
    });
    expect(result.loads.map(({ load }) => load)).toEqual([3, 3, 3]);
  });

  it('are spread for every team alone', () => {
    const visits = ['a', 'b', 'c', 'd'].map((id, i) => ({
      id,
      team: i < 3 ? 'north' : 'south',
      windows: inPeriods(0, 1, 2),
    }));
    const teams = [
      { id: 'south', capacity: 1 },
      { id: 'north', capacity: 1 },
    ];
    const { loads } = levelled({ key, periods: periodsOf(3), visits, teams });
    expect(loads.map(({ team, period, load }) => `${team} ${period} ${load}`)).toEqual([
      'north P0 1',
      'north P1 1',
      'north P2 1',
      'south P0 1',
      'south P1 0',
      'south P2 0',
    ]);
  });

  it('are told apart by chance alone: another key moves other firms, not the loads', () => {
    const input: LevelInput = {
      key,
      periods: periodsOf(2),
      visits: Array.from({ length: 20 }, (_, i) => ({
        id: `V${i}`,
        team: 'T',
        windows: inPeriods(0, 1),
      })),
      teams: [{ id: 'T', capacity: 20 }],
    };
    const other = levelled({ ...input, key: '1'.repeat(64) });
    expect(other.loads).toEqual(levelled(input).loads);
    expect(other.visits).not.toEqual(levelled(input).visits);
  });

  it('that no period holds are the witness', () => {
    const none: LevelledVisits = levelVisits({
      key,
      periods: periodsOf(1),
      visits: [
        { id: 'late', team: 'T', windows: inPeriods(3) },
        { id: 'never', team: 'T', windows: [] },
      ],
      teams: [{ id: 'T', capacity: 5 }],
    });
    expect(none).toEqual({
      status: 'infeasible',
      witnesses: [
        {
          team: 'T',
          periods: [],
          visits: ['late', 'never'],
          needed: 2,
          capacity: 0,
          missing: 2,
        },
      ],
    });
  });
});

describe('what cannot be levelled', () => {
  const good: LevelInput = {
    key,
    periods: periodsOf(2),
    visits: [{ id: 'V', team: 'T', windows: inPeriods(0) }],
    teams: [{ id: 'T', capacity: 1 }],
  };
  const [first, second] = periodsOf(2) as [LevelInput['periods'][0], LevelInput['periods'][0]];
  const visit = good.visits[0] as LevelInput['visits'][0];

  it.each<[string, string, Partial<LevelInput>]>([
    ['a key that is none', 'bad-key', { key: 'short' }],
    [
      'periods with a common day',
      'bad-period',
      { periods: [first, { ...second, from: first.to }] },
    ],
    [
      'a period that ends before it begins',
      'bad-period',
      { periods: [{ ...first, to: '2025-12-31' }] },
    ],
    ['two periods of one name', 'bad-period', { periods: [first, { ...second, id: 'P0' }] }],
    ['a day that is none', 'no-such-day', { periods: [{ ...first, to: '2026-02-30' }] }],
    [
      'a window without a day',
      'no-such-day',
      { visits: [{ ...visit, windows: [{ from: '2026-01-01', to: 'x' }] }] },
    ],
    ['one visit twice', 'repeated-visit', { visits: [visit, visit] }],
    ['a visit of a team that is not listed', 'unknown-team', { visits: [{ ...visit, team: 'U' }] }],
    ['one team twice', 'repeated-team', { teams: [...good.teams, ...good.teams] }],
    ['half a visit of capacity', 'bad-team-capacity', { teams: [{ id: 'T', capacity: 0.5 }] }],
    [
      'a capacity for a period that is not listed',
      'bad-team-capacity',
      { teams: [{ id: 'T', capacity: { P9: 1 } }] },
    ],
    ['a visit without an id', 'bad-id', { visits: [{ ...visit, id: '' }] }],
  ])('is %s', (_, code, change) => {
    expect(() => levelVisits({ ...good, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
