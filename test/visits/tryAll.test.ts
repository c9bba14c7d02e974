import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Demand } from '../../src/register/nouns.js';
import { bestVisits, stopsOf } from '../../src/visits/bestVisits.js';
import type { Due } from '../../src/visits/due.js';
import { fewDemands, MOST_DEMANDS, trier } from '../../src/visits/tryAll.js';

const dues = fc
  .array(
    fc.record({
      start: fc.nat(9),
      length: fc.nat(6),
      weight: fc.nat(4),
      duty: fc.boolean(),
      kind: fc.constantFrom('census' as const, 'spot-check' as const),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ start, length, ...row }, i): Due => {
      const demand: Demand = {
        ...row,
        id: `D${i}`,
        entity: 'E',
        authority: 'A',
        item: `${i}`,
        cause: 'draw',
        window: { from: '', to: '' },
      };
      return { demand, at: i, from: start, to: start + length };
    }),
  );

it('finds the very visits that the table of days does', () => {
  const tryAll = trier();
  const few = fewDemands();
  const count = fc.nat(3);
  fc.assert(
    fc.property(
      dues,
      count,
      count,
      fc.option(count, { nil: undefined }),
      fc.nat(1),
      (list, census, spots, total, beyond) => {
        const most = { census, 'spot-check': spots, ...(total === undefined ? {} : { total }) };
        list.forEach(({ from, to, demand }, i) => {
          few.from[i] = from;
          few.to[i] = to;
          few.census[i] = demand.kind === 'census' ? 1 : 0;
          few.duty[i] = demand.duty ? 1 : 0;
          few.weight[i] = demand.weight;
        });
        const table = bestVisits(
          {
            sites: [list],
            fixed: [],
            years: [{ first: 0, last: 364, most }],
            isCapped: true,
            opens: [(day) => day],
          },
          beyond,
        );
        const found = tryAll(few, 0, list.length, most, beyond);
        fc.pre(found !== undefined);
        const { visits, day, census: kinds, does } = found as NonNullable<typeof found>;
        const tried = Array.from({ length: visits }, (_, v) => ({
          day: day[v],
          kind: kinds[v] === 1 ? 'census' : 'spot-check',
          does: list.flatMap(({ demand }, i) => (((does[v] as number) >> i) & 1 ? demand.id : [])),
        }));
        const planned = stopsOf(table as NonNullable<typeof table>).map((stop) => ({
          day: stop.day,
          kind: stop.kind,
          does: stop.dues.map(({ demand }) => demand.id),
        }));
        expect(tried).toEqual(planned);
      },
    ),
    { numRuns: 500 },
  );
});

it('leaves alone what has too many ways to try', () => {
  const few = fewDemands();
  for (let i = 0; i < MOST_DEMANDS; i++) few.from[i] = few.to[i] = i;
  expect(trier()(few, 0, MOST_DEMANDS, { census: 5, 'spot-check': 5 }, 0)).toBeUndefined();
  expect(trier()(few, 0, MOST_DEMANDS, { census: 1, 'spot-check': 1 }, 0)?.visits).toBe(1);
});
