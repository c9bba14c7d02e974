import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEIJING_DISTRICTS } from '../../src/register/division.js';
import { isUscc, usccFault, usccOf } from '../../src/register/uscc.js';
import vectors from '../vectors/uscc.json' with { type: 'json' };

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A second opinion by ISO 7064 as written: the weighted sum with its check is 0 mod 31. */
function keepsSum(code: string): boolean {
  let power = 1n;
  let sum = BigInt(ALPHABET.indexOf(code.charAt(17)));
  for (const character of code.slice(0, 17)) {
    sum += power * BigInt(ALPHABET.indexOf(character));
    power *= 3n;
  }
  return sum % 31n === 0n;
}

const bases = fc.record({
  authority: fc.constantFrom(...'159ANY'),
  type: fc.constantFrom(...'1239'),
  division: fc.constantFrom(...BEIJING_DISTRICTS.map(({ code }) => code), '110228'),
  organisation: fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 }),
});

describe('a unified social credit code', () => {
  it.each(vectors.valid)('takes $code ($source)', ({ code }) => {
    expect(usccFault(code)).toBeUndefined();
    expect(isUscc(code)).toBe(true);
  });

  it.each(vectors.invalid)('refuses $code: $fault ($source)', ({ code, fault }) => {
    expect(usccFault(code)).toBe(fault);
    expect(isUscc(code)).toBe(false);
  });

  it.each([
    ['', 'uscc-length'],
    ['91110108551385082', 'uscc-length'],
    ['91110108551385082QQ', 'uscc-length'],
    ['91110108551385082q', 'uscc-alphabet'],
    ['9111010855138508 Q', 'uscc-alphabet'],
    ['01110108551385082Q', 'uscc-head'],
    ['B1110108551385082Q', 'uscc-head'],
    ['90110108551385082Q', 'uscc-head'],
    ['9A110108551385082Q', 'uscc-head'],
    ['91X10108551385082Q', 'uscc-division'],
    ['9111010X551385082Q', 'uscc-division'],
  ])('names what is wrong with `%s`: %s', (code, fault) => {
    expect(usccFault(code)).toBe(fault);
  });

  it('reports a broken organisation code apart, under a good last character', () => {
    const sixteen = usccOf({
      authority: '9',
      type: '1',
      division: '110105',
      organisation: '12345678',
    }).slice(0, 16);
    const good = [...ALPHABET].flatMap((organisationCheck) =>
      [...ALPHABET].map((check) => `${sixteen}${organisationCheck}${check}`).filter(keepsSum),
    );
    expect(good).toHaveLength(31);
    const faults = good.map(usccFault);
    expect(faults.filter((fault) => fault === undefined)).toHaveLength(1);
    expect(faults.filter((fault) => fault === 'uscc-organisation')).toHaveLength(30);
  });

  it('is valid once completed, agrees with the plain sum, and keeps its parts', () => {
    fc.assert(
      fc.property(bases, (base) => {
        const code = usccOf(base);
        expect(usccFault(code)).toBeUndefined();
        expect(keepsSum(code)).toBe(true);
        expect(code.startsWith(Object.values(base).join(''))).toBe(true);
      }),
    );
  });

  it.each([[undefined], [null], [911101], [['91110108551385082Q']]])(
    'is never %j, which is no text',
    (value) => {
      expect([isUscc(value as never), usccFault(value as never)]).toEqual([false, 'uscc-length']);
    },
  );

  it('never survives one mistyped character', () => {
    fc.assert(
      fc.property(bases, fc.nat(17), fc.constantFrom(...ALPHABET), (base, place, other) => {
        const code = usccOf(base);
        fc.pre(code[place] !== other);
        expect(isUscc(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('never survives two neighbours exchanged', () => {
    fc.assert(
      fc.property(bases, fc.nat(16), (base, place) => {
        const code = usccOf(base);
        fc.pre(code[place] !== code[place + 1]);
        const pair = `${code[place + 1]}${code[place]}`;
        expect(isUscc(code.slice(0, place) + pair + code.slice(place + 2))).toBe(false);
      }),
    );
  });

  it.each([
    [{ division: '11010' }, 'uscc-length'],
    [{ organisation: '123456789' }, 'uscc-length'],
    [{ division: '11010', organisation: '123456789' }, 'uscc-length'],
    [{ organisation: '1234567O' }, 'uscc-alphabet'],
    [{ authority: '0' }, 'uscc-head'],
    [{ division: '11010X' }, 'uscc-division'],
  ])('is not completed from %j: %s', (part, code) => {
    const base = { authority: '9', type: '1', division: '110105', organisation: '12345678' };
    expect(() => usccOf({ ...base, ...part })).toThrow(expect.objectContaining({ code }));
  });
});
