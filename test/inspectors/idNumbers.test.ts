import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idNumbers } from '../../src/inspectors/idNumbers.js';

// Few signs and lengths, so that many ids end alike and many that are asked for end like one that is listed.
const id = fc.string({ unit: fc.constantFrom('A', '0', '1', '员'), minLength: 1, maxLength: 6 });

it('gives the place of each id and of no other, however many end alike', () => {
  let alike = 0;
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 60 }), fc.array(id), (ids, asked) => {
      const numberOf = idNumbers(ids);
      for (const one of [...ids, ...asked]) {
        const place = ids.indexOf(one);
        expect(numberOf(one)).toBe(place < 0 ? undefined : place);
      }
      // Another string with the same text, as a parser makes it.
      expect(ids.map((one) => numberOf([...one].join('')))).toEqual([...ids.keys()]);
      if (ids.some((a, i) => ids.some((b, j) => i < j && a.slice(-2) === b.slice(-2)))) alike++;
    }),
  );
  expect(alike).toBeGreaterThan(20);
});
