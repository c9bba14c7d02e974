import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, dayOf } from '../../src/core/day.js';
import { yearOf, yearRooms } from '../../src/visits/yearRoom.js';

it('has the year of every day, and its first and last day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      const year = yearOf(number);
      expect(year).toBe(Number(dayOf(number).slice(0, 4)));
      const [room] = yearRooms(year, year, [], undefined);
      const name = String(year).padStart(4, '0');
      expect([room?.first, room?.last]).toEqual([
        dayNumber(`${name}-01-01`),
        dayNumber(`${name}-12-31`),
      ]);
    }),
  );
});
